"""Bytes that belong to a record and are read apart from it: in memory, or wherever a build keeps them (SpilledBlob)."""

from __future__ import annotations


class Blob:
    """Bytes in memory."""

    __slots__ = ("_data",)

    def __init__(self, data: bytes = b"") -> None:
        """Takes the bytes; none by default."""
        self._data = data

    def read(self) -> bytes:
        """The bytes."""
        return self._data

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same bytes, wherever these are kept."""
        return self is other or (isinstance(other, Blob) and self.read() == other.read())

    def __len__(self) -> int:
        """How many bytes there are."""
        return len(self._data)

    def __hash__(self) -> int:
        """The same for the same bytes, found without reading them."""
        return hash(len(self))

    def __reduce__(self) -> tuple[type[Blob], tuple[bytes]]:
        """What another process gets: the bytes, wherever they are kept here."""
        return Blob, (self.read(),)
