"""Parsed sources and fingerprints between builds (SQLite). Losing it costs time and nothing else."""

from __future__ import annotations

import pickle
import sqlite3
from contextlib import suppress
from dataclasses import astuple
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Self

from noticeboard.freshness import Fingerprint
from noticeboard.model import Place, Problem, warning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

Outputs = dict[str, tuple[Fingerprint, int, int]]
"""For every output path its fingerprint, and the size in bytes and mtime in ns that we left it with."""

_MARK = 32
"""The bytes of a SHA-256."""

_MANY = 200
"""Values that are not worth looking for one by one."""

_SCHEMA = """
CREATE TABLE parsed (key BLOB PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE output (path TEXT PRIMARY KEY, view TEXT, templates TEXT, catalogue TEXT, program TEXT, inputs TEXT,
                     size INTEGER, mtime INTEGER);
CREATE TABLE program (digest TEXT);
PRAGMA user_version = 2;
"""
_FORM = 2
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
            self.problem = warning(Place(""), "cache-lost", what, "", file=path.name, reason=fault)

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Closes the database."""
        self._database.close()

    def recall(
        self,
        keys: Mapping[str, bytes],
        make: Callable[[str], object],
        ahead: Callable[[list[str]], Mapping[str, bytes]] | None = None,
    ) -> tuple[dict[str, object], int]:
        """The value kept under each name's key, made and kept where it is not there; and how many were made.

        `ahead` may make some of the missing ones, as `packed` gives them.
        """
        kept = self._kept(set(keys.values()))
        values = {name: kept.get(key) for name, key in keys.items()}
        self._seen.update(keys.values())
        missing = [name for name, value in values.items() if value is None]
        made = dict(ahead(missing)) if ahead and missing else {}
        for name in missing:
            if name in made:
                values[name] = unpacked(made[name])
            else:
                values[name] = make(name)
                made[name] = packed(values[name])
        self._write("INSERT OR REPLACE INTO parsed VALUES (?, ?)", [(keys[name], made[name]) for name in missing])
        return values, len(missing)

    def has(self, key: str) -> bool:
        """Whether there is a value under that key, which is given in hex; it may still be damaged."""
        return any(True for _ in self._rows("SELECT 1 FROM parsed WHERE key = ?", bytes.fromhex(key)))

    def _kept(self, keys: set[bytes]) -> dict[bytes, object]:
        """The values of those keys that are there and whole; many are found faster by reading all."""
        if len(keys) > _MANY:
            rows = self._rows("SELECT key, value FROM parsed")
            return {key: unpacked(value) for key, value in rows if key in keys}
        found = (row for key in keys for row in self._rows("SELECT key, value FROM parsed WHERE key = ?", key))
        return {key: unpacked(value) for key, value in found}

    def _rows(self, statement: str, *values: object) -> Iterator[Any]:
        """The rows that there are; none more from a store that cannot be read on, which costs time and no more."""
        with suppress(sqlite3.Error):
            yield from self._database.execute(statement, values)

    def _write(self, statement: str, rows: list[tuple[object, ...]]) -> None:
        """Runs the statement for all rows at once; a store that cannot take them costs the next build time, no more."""
        with suppress(sqlite3.Error), self._database as database:
            database.executemany(statement, rows)

    def forget_unseen(self) -> None:
        """Forgets the values that this build did not ask for."""
        known = {k for (k,) in self._rows("SELECT key FROM parsed")}
        self._write("DELETE FROM parsed WHERE key = ?", [(k,) for k in known - self._seen])

    def outputs(self) -> Outputs:
        """What is known of the output folder."""
        rows = self._rows("SELECT * FROM output")
        return {path: (Fingerprint(*parts), size, mtime) for path, *parts, size, mtime in rows}

    def keep_outputs(self, outputs: Outputs, known: Outputs) -> None:
        """Replaces what is `known` of the output folder, where that differs."""
        if known == outputs:
            return
        rows = [(p, *astuple(f), s, m) for p, (f, s, m) in outputs.items() if known.get(p) != (f, s, m)]
        self._write("INSERT OR REPLACE INTO output VALUES (?,?,?,?,?,?,?,?)", rows)
        self._write("DELETE FROM output WHERE path = ?", [(p,) for p in known.keys() - outputs.keys()])


def packed(value: object) -> bytes:
    """The value as bytes that tell whether they are whole."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return sha256(data).digest() + data


def unpacked(packed: bytes) -> object:
    """The value, or None where the bytes are not as they were written."""
    mark, data = packed[:_MARK], packed[_MARK:]
    if sha256(data).digest() != mark:
        return None
    return pickle.loads(data)  # noqa: S301 - our own file, whole, and of this very program


def _opened(path: Path, program: str) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        _checked(database, program)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _checked(database: sqlite3.Connection, program: str) -> None:
    """Makes sure that the tables are there and of this program."""
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    if not tables:
        database.executescript(_SCHEMA)
    if database.execute("PRAGMA user_version").fetchone() != (_FORM,):
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


def _replaced(path: Path, program: str) -> sqlite3.Connection:
    """A new store in the place of one that cannot be used, in memory where even that fails."""
    with suppress(sqlite3.Error, OSError):
        path.unlink(missing_ok=True)
        return _opened(path, program)
    database = sqlite3.connect(":memory:")
    _checked(database, program)
    return database
