"""The cache's database (SQLite): opened, or made again where it cannot be used; never a reason to fail."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_SCHEMA = """
PRAGMA auto_vacuum = INCREMENTAL;
CREATE TABLE parsed (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL);
CREATE TABLE published (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL);
CREATE TABLE output (folder TEXT, part INTEGER, value BLOB NOT NULL, PRIMARY KEY (folder, part));
CREATE TABLE written (folder TEXT PRIMARY KEY, mark BLOB NOT NULL);
CREATE TABLE program (digest TEXT PRIMARY KEY, used INTEGER NOT NULL);
PRAGMA user_version = 5;
"""
_FORM = 5
"""The form of the tables; one of another form is not understood."""

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

_PATIENCE = 30.0
"""Seconds to wait for another build that is writing."""


class Database:
    """Tables that may be lost at any time: what cannot be read is not there, what cannot be written is left out.

    `fault` says why the file could not be used and is empty, None if it could.
    """

    def __init__(self, path: Path) -> None:
        """Opens or makes it; one that cannot be used is replaced, by one in memory where even that fails."""
        self.fault: Exception | None = None
        self._path, self._broken = path, False
        try:
            self._connection = _opened(path)
        except (sqlite3.Error, OSError) as fault:
            self.fault = fault
            self._connection = _replaced(path)

    def close(self) -> None:
        """Closes it; a file that turned out to be damaged is removed, so that the next build begins a new one."""
        self._connection.close()
        if self._broken:
            with suppress(OSError):
                self._path.unlink()

    def rows(self, statement: str, *values: object) -> Iterator[Any]:
        """The rows that there are; none more from a file that cannot be read on, which costs time and no more."""
        with self._forgiving():
            yield from self._connection.execute(statement, values)

    def write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Runs the statement for all rows at once; a file that cannot take them costs the next build time, no more."""
        with self._forgiving(), self._connection as database:
            database.executemany(statement, rows)

    @contextmanager
    def _forgiving(self) -> Iterator[None]:
        """Passes over faults, and keeps in mind those that a file will not recover from."""
        try:
            yield
        except sqlite3.Error as fault:
            self._broken = self._broken or getattr(fault, "sqlite_errorcode", 0) & 0xFF in _DAMAGED

    def shrink(self) -> None:
        """Gives back the room of what was deleted."""
        with suppress(sqlite3.Error):
            self._connection.execute("PRAGMA incremental_vacuum").fetchall()

    def size(self) -> int:
        """The bytes that all that is kept takes."""
        found = [sum(row) for row in self.rows("SELECT * FROM pragma_page_size()")]
        used = [
            n for (n,) in self.rows("SELECT page_count - freelist_count FROM pragma_page_count, pragma_freelist_count")
        ]
        return found[0] * used[0] if found and used else 0


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink() or (path.exists() and not path.is_file()):
        path.unlink()
    connection = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        _check(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection) -> None:
    """Makes sure that the tables are there and nothing else: no views and no triggers, which are programs too."""
    connection.execute("PRAGMA trusted_schema = OFF")
    # What a crash of the whole machine loses is made again.
    connection.execute("PRAGMA synchronous = OFF")
    if not _tables(connection):
        connection.executescript(_SCHEMA)
    if connection.execute("PRAGMA user_version").fetchone() != (_FORM,) or _tables(connection) != _expected():
        message = "it has another form"
        raise sqlite3.DatabaseError(message)


def _tables(connection: sqlite3.Connection) -> set[tuple[object, ...]]:
    return set(connection.execute("SELECT type, name, sql FROM sqlite_master"))


@cache
def _expected() -> set[tuple[object, ...]]:
    connection = sqlite3.connect(":memory:")
    connection.executescript(_SCHEMA)
    found = _tables(connection)
    connection.close()
    return found


def _replaced(path: Path) -> sqlite3.Connection:
    """A new one in the place of one that cannot be used, in memory where even that fails."""
    with suppress(sqlite3.Error, OSError):
        path.unlink(missing_ok=True)
        return _opened(path)
    connection = sqlite3.connect(":memory:")
    _check(connection)
    return connection
