"""The cache's database (SQLite). If it cannot be used, a new one replaces it; it is never a reason to fail."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_SCHEMA = """
PRAGMA auto_vacuum = INCREMENTAL;
CREATE TABLE parsed (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL);
CREATE TABLE texts (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL);
CREATE TABLE details (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL);
CREATE TABLE published (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL);
CREATE TABLE output (folder TEXT, part INTEGER, value BLOB NOT NULL, PRIMARY KEY (folder, part));
CREATE TABLE written (folder TEXT PRIMARY KEY, mark BLOB NOT NULL);
CREATE TABLE digests (part INTEGER PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE program (digest TEXT PRIMARY KEY, used INTEGER NOT NULL);
CREATE TABLE tidied (day INTEGER PRIMARY KEY);
PRAGMA user_version = 8;
"""
_SCHEMA_VERSION = 8
"""The version of the schema; a database with another one is replaced."""

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

_TIMEOUT = 30.0
"""Seconds to wait for another build that is writing."""

_READERS = 8
"""Connections for reading that a process keeps: a forked process must not close those of the other one."""


class Database:
    """Tables that may be lost at any time: rows that cannot be read are missing, and failed writes are ignored.

    `fault` is the exception for which the file was replaced by an empty one, None if it could be used.
    """

    def __init__(self, path: Path) -> None:
        """Opens or makes the file. If that fails, an empty one replaces it, in memory if need be."""
        self.fault: Exception | None = None
        self._path, self._broken = path, False
        try:
            self._connection = _opened(path)
        except (sqlite3.Error, OSError) as fault:
            self.fault = fault
            self._connection = _replaced(path)

    def close(self) -> None:
        """Closes the database; a file that turned out to be damaged is removed, so the next build makes a new one."""
        self._connection.close()
        if self._broken:
            with suppress(OSError):
                self._path.unlink()

    def rows(self, statement: str, *values: object) -> Iterator[Any]:
        """The rows that the statement selects; they end early if the file cannot be read on."""
        with self._ignoring_errors():
            yield from self._connection.execute(statement, values)

    def write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Runs the statement for all rows in one transaction; errors of the database are ignored."""
        with self._ignoring_errors(), self._connection as database:
            database.executemany(statement, rows)

    @contextmanager
    def _ignoring_errors(self) -> Iterator[None]:
        """Ignores errors, and remembers those that mean that the file is damaged."""
        try:
            yield
        except sqlite3.Error as fault:
            self._broken = self._broken or getattr(fault, "sqlite_errorcode", 0) & 0xFF in _DAMAGED

    def shrink(self) -> None:
        """Returns the space of deleted rows to the disk."""
        with suppress(sqlite3.Error):
            self._connection.execute("PRAGMA incremental_vacuum").fetchall()

    def size(self) -> int:
        """The size in bytes, without the space of deleted rows."""
        found = [sum(row) for row in self.rows("SELECT * FROM pragma_page_size()")]
        used = [
            n for (n,) in self.rows("SELECT page_count - freelist_count FROM pragma_page_count, pragma_freelist_count")
        ]
        return found[0] * used[0] if found and used else 0


class DatabaseReader:
    """The database as any process can read it, for as long as the file is there."""

    def __init__(self, path: Path) -> None:
        """Connects when rows are first asked for."""
        self._path = path

    def rows(self, statement: str, *values: object) -> list[Any]:
        """The rows that the statement selects; none if the file cannot be read."""
        with suppress(sqlite3.Error):
            return self._connection.execute(statement, values).fetchall()
        return []

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        address = f"{self._path.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(address, timeout=_TIMEOUT, uri=True, check_same_thread=False)
        connection.execute("PRAGMA trusted_schema = OFF")
        return connection


@lru_cache(_READERS)
def reader(path: Path, process: int, number: int) -> DatabaseReader:
    """The reader of the file with that number, for that process; a connection serves one process and one file."""
    del process, number
    return DatabaseReader(path)


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink() or (path.exists() and not path.is_file()):
        path.unlink()
    connection = sqlite3.connect(path, timeout=_TIMEOUT)
    try:
        _check(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection) -> None:
    """Makes the tables if there are none. Raises sqlite3.Error if there is more, such as triggers, which are code."""
    connection.execute("PRAGMA trusted_schema = OFF")
    # What is lost when the machine crashes is made again.
    connection.execute("PRAGMA synchronous = OFF")
    if not _tables(connection):
        connection.executescript(_SCHEMA)
    if connection.execute("PRAGMA user_version").fetchone() != (_SCHEMA_VERSION,) or _tables(connection) != _expected():
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
    """An empty database in place of one that cannot be used, in memory if the file cannot be replaced."""
    with suppress(sqlite3.Error, OSError):
        path.unlink(missing_ok=True)
        return _opened(path)
    connection = sqlite3.connect(":memory:")
    _check(connection)
    return connection
