"""The parsed texts of an announcement in one row of the cache, and their details in another.

The first is found by the announcement and holds its texts as they were last. The second is found by what the texts are,
so no build takes it from another; it is read when it is asked for, because a build after an edit needs few details.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from msgspec import Raw

from noticeboard.blob import Blob
from noticeboard.digest import digest
from noticeboard.shell.cache.database import reader
from noticeboard.shell.cache.signed_records import Signer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from noticeboard.shell.cache.cache_tables import CacheTables

T = TypeVar("T")

_HELD = 4
"""Announcements whose details a process holds at a time: one, and some that it names."""


class TextRecord(NamedTuple):
    """A text as it is kept: its key, its encoded record, and the bytes of its details."""

    key: bytes
    record: bytes
    details: bytes


class KeptBlob(Blob):
    """The details of one text in a row of the cache; they are made again if the cache was deleted meanwhile."""

    __slots__ = ("_name", "_number", "_row")

    def __init__(self, row: _TextRow, number: int, name: str) -> None:
        """Takes the row, and the number and the name of the text in it."""
        self._row, self._number, self._name = row, number, name

    def read(self) -> bytes:
        """The bytes; raises what making them again raises."""
        found = self._row.details()
        return found[self._number] if found else self._row.make(self._name)


class _TextRow:
    """A row of details: its file, its key, and who makes details again."""

    __slots__ = ("_file", "_key", "make")

    def __init__(self, file: Path, key: bytes, make: Callable[[str], bytes]) -> None:
        self._file, self._key, self.make = file, key, make

    def details(self) -> tuple[bytes, ...]:
        """The details of all its texts in their order; none if the row is gone."""
        try:
            return _read_details(self._file, os.getpid(), self._file.stat().st_ino, self._key)
        except OSError:
            return ()


class TextRows:
    """The rows of a store. Their keys and those of texts are those under which the store keeps values."""

    def __init__(self, file: Path, tables: CacheTables, signer: Signer) -> None:
        """Takes the file of the database, and its tables."""
        self._file, self._tables, self._signer = file, tables, signer

    def read(
        self, rows: Mapping[bytes, Mapping[bytes, str]], kind: type[T], make: Callable[[str], bytes]
    ) -> Iterator[tuple[str, T, Blob]]:
        """The texts that are kept of those asked for: the name of each, its record, of type `kind`, and its details.

        `rows` gives for the key of each row the names of its texts by their keys. `make` makes the details of the text
        with a name if they cannot be read any more.
        """
        texts = tuple[tuple[bytes, kind], ...]  # type: ignore[valid-type]  # it is a type
        for key, value in self._tables.read("texts", rows):
            found = self._signer.loads(key, value, texts) or ()
            details = _details_key(key, (own for own, _ in found))
            self._tables.ask_with("texts", key, "details", details)
            row = _TextRow(self._file, details, make)
            for number, (own, record) in enumerate(found):
                if own in rows[key]:
                    name = rows[key][own]
                    yield name, record, KeptBlob(row, number, name)

    def write(self, rows: Iterable[tuple[bytes, list[TextRecord]]]) -> None:
        """Writes rows, each with its key and all its texts; their details first, as the records lead to them."""
        texts = dict(rows)
        keys = {key: _details_key(key, (text.key for text in found)) for key, found in texts.items()}
        details = ((keys[key], [text.details for text in found]) for key, found in texts.items())
        records = ((key, [(text.key, Raw(text.record)) for text in found]) for key, found in texts.items())
        self._tables.write("details", ((key, self._signer.dumps(key, value)) for key, value in details))
        self._tables.write("texts", ((key, self._signer.dumps(key, value)) for key, value in records))


def _details_key(key: bytes, texts: Iterable[bytes]) -> bytes:
    """The key of the row with the details of the texts with these keys."""
    return bytes.fromhex(digest(b"details", key, *texts))


@lru_cache(_HELD)
def _read_details(file: Path, process: int, number: int, key: bytes) -> tuple[bytes, ...]:
    """The details in the row of a file, which is told by its number, read by this process."""
    rows = reader(file, process, number).rows("SELECT value FROM details WHERE key = ?", key)
    found = (Signer().loads(key, value, tuple[bytes, ...]) for (value,) in rows)
    return next(found, None) or ()
