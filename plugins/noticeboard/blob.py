"""Bytes that belong to a record and are read apart from it: in memory, or wherever a build keeps them.

Blobs are equal only to themselves, so that nothing is read to compare them.
"""

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

    def __reduce__(self) -> tuple[type[Blob], tuple[bytes]]:
        """What another process gets: the bytes, wherever they are kept here."""
        return Blob, (self.read(),)
