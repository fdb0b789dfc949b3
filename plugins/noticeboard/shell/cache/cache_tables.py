"""The cache's tables of values: each row has a key, and the day on which it was last asked for."""

from __future__ import annotations

from itertools import islice
from time import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from noticeboard.shell.cache.database import Database

TABLES = ("parsed", "texts", "details", "published")
"""Their names."""

MANY = 200
"""Rows that are read or written at a time: one by one takes longer."""
_DAY = 24 * 60 * 60
_KEPT_DAYS = 7
"""Days after which a row that nobody asked for is removed."""
_MOST_BYTES = 4 << 30
"""Above this size of the database, published bytes are removed, those first that were last asked for longest ago."""


class CacheTables:
    """The tables of TABLES. What cannot be read is missing, and what cannot be written is lost."""

    def __init__(self, database: Database) -> None:
        """Takes the database, which must be open."""
        self._database = database
        self.today = int(time() // _DAY)
        self._seen: dict[str, set[bytes]] = {table: set() for table in TABLES}

    def read(self, table: str, keys: Iterable[bytes]) -> Iterator[tuple[bytes, object]]:
        """The rows with those keys, as key and value, in no particular order."""
        yield from self._selected("key, value", table, keys)

    def present(self, table: str, keys: Iterable[bytes]) -> set[bytes]:
        """Those of the keys that have a row, which counts as asked for; it may still turn out to be damaged."""
        return {key for (key,) in self._selected("key", table, keys)}

    def _selected(self, columns: str, table: str, keys: Iterable[bytes]) -> Iterator[Any]:
        wanted = iter(sorted(keys))
        while some := tuple(islice(wanted, MANY)):
            places = ", ".join("?" * len(some))
            select = f"SELECT used, {columns} FROM {table} WHERE key IN ({places})"  # noqa: S608 - names of ours
            for used, key, *rest in self._database.rows(select, *some):
                if used != self.today:
                    self._seen[table].add(key)
                yield key, *rest

    def ask_with(self, table: str, key: bytes, other: str, other_key: bytes) -> None:
        """Lets a row of another table count as asked for whenever this one does, which was read before."""
        if key in self._seen[table]:
            self._seen[other].add(other_key)

    def write(self, table: str, rows: Iterable[tuple[bytes, bytes]]) -> None:
        """Writes rows of key and value, replacing those that have the same key."""
        insert = f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)"  # noqa: S608 - one of TABLES
        self._database.write(insert, ((key, value, self.today) for key, value in rows))

    def tidy(self) -> None:
        """Notes which rows were read, and removes those that nobody asked for lately and those that are too many."""
        for table, seen in self._seen.items():
            update = f"UPDATE {table} SET used = ? WHERE key = ?"  # noqa: S608 - one of TABLES
            self._database.write(update, ((self.today, key) for key in seen))
        # Looking at all rows takes long, and on one day the same rows are too old.
        if not list(self._database.rows("SELECT day FROM tidied WHERE day = ?", self.today)):
            self._remove_unused()
        if self._database.size() > _MOST_BYTES:
            self._remove_oldest()
        self._database.shrink()

    def _remove_unused(self) -> None:
        """Removes the rows that nobody asked for lately, and notes that this was done today."""
        for table in (*self._seen, "program"):
            self._database.write(f"DELETE FROM {table} WHERE used < ?", [(self.today - _KEPT_DAYS,)])  # noqa: S608 - names of ours
        self._database.write("DELETE FROM tidied WHERE day <> ?", [(self.today,)])
        self._database.write("INSERT OR REPLACE INTO tidied VALUES (?)", [(self.today,)])

    def _remove_oldest(self) -> None:
        """Removes published bytes, day by day from the oldest, until the database is small enough."""
        days = sorted({day for (day,) in self._database.rows("SELECT DISTINCT used FROM published")})
        while days and self._database.size() > _MOST_BYTES:
            self._database.write("DELETE FROM published WHERE used = ?", [(days.pop(0),)])
