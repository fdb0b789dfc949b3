"""Parsed sources and fingerprints between builds (SQLite). Losing it costs time and nothing else."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Self, TypeVar

from noticeboard.model import Location, Problem, Stored, warning
from noticeboard.pages.freshness import Fingerprint
from noticeboard.shell.cache.sealed_records import decoded, encoded, packed, sealed, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Output(Stored):
    """A file of the output: its fingerprint, and the size in bytes and mtime in ns that we left it with."""

    fingerprint: Fingerprint
    size: int
    mtime: int

    @property
    def state(self) -> tuple[int, int]:
        """Its size and mtime."""
        return self.size, self.mtime


Outputs = dict[str, Output]
"""What is known of the output folder, by path."""

_MANY = 200
"""Values that are not worth looking for one by one."""

_SCHEMA = """
CREATE TABLE parsed (key BLOB PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE output (path TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE program (digest TEXT);
PRAGMA user_version = 3;
"""
_FORM = 3
"""The form of the tables; one of another form is not understood."""

_PATIENCE = 30.0
"""Seconds to wait for another build that is writing."""


class Store:
    """What earlier builds of one output folder left. Use as a context manager; `problem` says why it is empty.

    The values of a program with another digest are never seen: they are dropped when the store is opened.
    """

    def __init__(self, path: Path, program: str) -> None:
        """Opens or makes the store; one that cannot be used is replaced by an empty one in memory."""
        self.problem: Problem | None = None
        self.program = program
        self._seen: set[bytes] = set()
        try:
            self._database = _opened(path, program)
        except (sqlite3.Error, OSError) as fault:
            self._database = _replaced(path, program)
            what = "The cache {file} could not be used ({reason}); everything is built anew."
            self.problem = warning(Location(""), "cache-lost", what, "", file=path.name, reason=fault)

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Closes the database."""
        self._database.close()

    def recall(
        self,
        keys: Mapping[str, bytes],
        make: Callable[[str], T],
        kind: type[T],
        ahead: Callable[[list[str]], Mapping[str, bytes]] | None = None,
    ) -> tuple[dict[str, T], int]:
        """The value of that type kept under each name's key, made and kept where it is not there; how many were made.

        `ahead` may make some of the missing ones, as `encoded` gives them.
        """
        kept = self._kept(set(keys.values()), kind)
        self._seen.update(keys.values())
        missing = [name for name, key in keys.items() if key not in kept]
        made = dict(ahead(missing)) if ahead and missing else {}
        values = {name: value for name, data in made.items() if (value := decoded(data, kind)) is not None}
        for name in missing:
            if name not in values:
                values[name] = make(name)
                made[name] = encoded(values[name])
        rows = ((keys[name], sealed(self._purpose(keys[name]), made[name])) for name in missing)
        self._write("INSERT OR REPLACE INTO parsed VALUES (?, ?)", rows)
        return {name: values[name] if name in values else kept[key] for name, key in keys.items()}, len(missing)

    def has(self, key: str) -> bool:
        """Whether there is a value under that key, which is given in hex; it may still be damaged."""
        return any(True for _ in self._rows("SELECT 1 FROM parsed WHERE key = ?", bytes.fromhex(key)))

    def _kept(self, keys: set[bytes], kind: type[T]) -> dict[bytes, T]:
        """The values of those keys that are there and whole; many are found faster by reading all."""
        if len(keys) > _MANY:
            rows = (row for row in self._rows("SELECT key, value FROM parsed") if row[0] in keys)
        else:
            rows = (row for key in keys for row in self._rows("SELECT key, value FROM parsed WHERE key = ?", key))
        found = ((key, unpacked(self._purpose(key), value, kind)) for key, value in rows)
        return {key: value for key, value in found if value is not None}

    def _purpose(self, key: bytes) -> bytes:
        """What the value under a key is kept for: a value of another program is never taken for ours."""
        return self.program.encode() + key

    def _rows(self, statement: str, *values: object) -> Iterator[Any]:
        """The rows that there are; none more from a store that cannot be read on, which costs time and no more."""
        with suppress(sqlite3.Error):
            yield from self._database.execute(statement, values)

    def _write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Runs the statement for all rows at once; a store that cannot take them costs the next build time, no more."""
        with suppress(sqlite3.Error), self._database as database:
            database.executemany(statement, rows)

    def forget_unseen(self) -> None:
        """Forgets the values that this build did not ask for."""
        known = {k for (k,) in self._rows("SELECT key FROM parsed")}
        self._write("DELETE FROM parsed WHERE key = ?", [(k,) for k in known - self._seen])

    def outputs(self) -> Outputs:
        """What is known of the output folder."""
        rows = self._rows("SELECT path, value FROM output")
        found = ((path, unpacked(_of_output(path), value, Output)) for path, value in rows if isinstance(path, str))
        return {path: value for path, value in found if value}

    def keep_outputs(self, outputs: Outputs, known: Outputs) -> None:
        """Replaces what is `known` of the output folder, where that differs."""
        if known == outputs:
            return
        rows = [(p, packed(_of_output(p), found)) for p, found in outputs.items() if known.get(p) != found]
        self._write("INSERT OR REPLACE INTO output VALUES (?, ?)", rows)
        self._write("DELETE FROM output WHERE path = ?", [(p,) for p in known.keys() - outputs.keys()])


def _of_output(path: str) -> bytes:
    return b"output " + path.encode("utf-8", "surrogateescape")


def _opened(path: Path, program: str) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        path.unlink()
    database = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        _checked(database, program)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _checked(database: sqlite3.Connection, program: str) -> None:
    """Makes sure that the tables are there and of this program, and nothing else: no views and no triggers."""
    database.execute("PRAGMA trusted_schema = OFF")
    if not _tables(database):
        database.executescript(_SCHEMA)
    if database.execute("PRAGMA user_version").fetchone() != (_FORM,) or _tables(database) != _expected():
        message = "it has another form"
        raise sqlite3.DatabaseError(message)
    found = database.execute("SELECT digest FROM program").fetchone()
    if found != (program,):
        with database:
            database.execute("DELETE FROM parsed")
            database.execute("DELETE FROM program")
            database.execute("INSERT INTO program VALUES (?)", (program,))
    if database.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        message = "it is damaged"
        raise sqlite3.DatabaseError(message)


def _tables(database: sqlite3.Connection) -> set[tuple[object, ...]]:
    return set(database.execute("SELECT type, name, sql FROM sqlite_master"))


@cache
def _expected() -> set[tuple[object, ...]]:
    database = sqlite3.connect(":memory:")
    database.executescript(_SCHEMA)
    found = _tables(database)
    database.close()
    return found


def _replaced(path: Path, program: str) -> sqlite3.Connection:
    """A new store in the place of one that cannot be used, in memory where even that fails."""
    with suppress(sqlite3.Error, OSError):
        path.unlink(missing_ok=True)
        return _opened(path, program)
    database = sqlite3.connect(":memory:")
    _checked(database, program)
    return database
