"""What builds leave for later ones: parsed sources, published bytes, and what is known of output folders.

Everything is found by its content and by paths within the project, so a cache that was moved, copied or restored
elsewhere is as good as it was. One file serves all commands of a project. Losing it costs time and nothing else.
"""

from __future__ import annotations

from hashlib import blake2b
from itertools import islice
from time import time
from typing import TYPE_CHECKING, Self, TypeVar

from msgspec import Struct

from noticeboard.compression import compressed, expanded
from noticeboard.model import Location, Problem, warning
from noticeboard.shell.cache.cache_key import cache_key
from noticeboard.shell.cache.database import Database
from noticeboard.shell.cache.known_outputs import KnownOutputs
from noticeboard.shell.cache.sealed_records import Seal, decoded, encoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

T = TypeVar("T")

_MANY = 200
"""Values that are not worth looking for, or writing, one by one."""
_DAY = 24 * 60 * 60
_KEPT_DAYS = 7
"""Days after which what nobody asked for is removed."""
_MOST_BYTES = 4 << 30
"""Above this, published bytes leave, those first that were not asked for the longest."""


class KnownKeys(Struct, frozen=True):
    """The keys of the values that a store held at one moment, as that program sees it."""

    program: str
    keys: frozenset[bytes]

    def has(self, key: str) -> bool:
        """Whether there was a value under that key, which is given in hex."""
        return _own(self.program, bytes.fromhex(key)) in self.keys


class Store:
    """The cache of a project, as one program sees it. Use as a context manager; `problem` says why it is empty.

    `outputs` are about the output folder that `folder` names. `of_others` says that it holds only what other versions
    of the program, its libraries or Python made, or builds with another key: nothing of that is ever used.
    """

    def __init__(self, path: Path, program: str, folder: str = "") -> None:
        """Opens or makes the store; one that cannot be used is replaced by an empty one."""
        self.program, key = program, cache_key()
        self._database, self._seal = Database(path), Seal(key)
        self.outputs = KnownOutputs(self._database, self._seal, folder)
        self._today = int(time() // _DAY)
        self._seen: dict[str, set[bytes]] = {"parsed": set(), "published": set()}
        self.problem = _lost(path, self._database.fault) if self._database.fault else None
        known = {found for (found,) in self._database.rows("SELECT digest FROM program")}
        own = blake2b(program.encode(), key=key, digest_size=20).hexdigest()
        self.of_others = bool(known) and own not in known
        self._database.write("INSERT OR REPLACE INTO program VALUES (?, ?)", [(own, self._today)])

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
        ahead: Callable[[list[str]], Iterable[tuple[str, bytes]]] | None = None,
        keep: Callable[[T], bool] = lambda _: True,
    ) -> tuple[dict[str, T], int]:
        """The value kept under each name's key, made and kept if missing; and how many were made.

        `ahead` may make some of the missing ones, each with its name and as `encoded` gives it; of the others `keep`
        says which are kept.
        """
        own = {name: self._own(key) for name, key in keys.items()}
        found = (
            (key, self._seal.unpacked(key, value, kind)) for key, value in self._found("parsed", set(own.values()))
        )
        kept = {key: value for key, value in found if value is not None}
        missing = [name for name, key in own.items() if key not in kept]
        values: dict[str, T] = {}

        def made() -> Iterator[tuple[bytes, bytes]]:
            for name, value, data in _fresh(missing, make, kind, ahead, keep):
                values[name] = value
                if data is not None:
                    yield own[name], self._seal.sealed(own[name], data)

        # Some after some: all together take more memory than what comes of them, and nobody else can write meanwhile.
        rows = made()
        while some := list(islice(rows, _MANY)):
            self._keep("parsed", some)
        return {name: values[name] if name in values else kept[key] for name, key in own.items()}, len(missing)

    def has(self, key: str) -> bool:
        """Whether there is a value under that key, which is given in hex; it may still be damaged."""
        return any(
            True for _ in self._database.rows("SELECT 1 FROM parsed WHERE key = ?", self._own(bytes.fromhex(key)))
        )

    def known_keys(self) -> KnownKeys:
        """The keys of all values at this moment, for processes that cannot ask the store."""
        return KnownKeys(self.program, frozenset(key for (key,) in self._database.rows("SELECT key FROM parsed")))

    def published(self, keys: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Those of the keys under which published bytes are kept, with the bytes."""
        own = {self._own(key): key for key in keys}
        for key, value in self._found("published", set(own)):
            data = self._seal.unsealed(key, value)
            whole = None if data is None else expanded(data)
            if whole is not None:
                yield own[key], whole

    def keep_published(self, found: Iterable[tuple[bytes, bytes]]) -> None:
        """Keeps published bytes under their keys, given as `compressed` gives them."""
        own = ((self._own(key), data) for key, data in found)
        self._keep("published", ((key, self._seal.sealed(key, data)) for key, data in own))

    def recalled_bytes(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        """The bytes kept under the key, made and kept if they are not there."""
        for _, data in self.published([key]):
            return data
        data = make()
        self.keep_published([(key, compressed(data))])
        return data

    def _own(self, key: bytes) -> bytes:
        """The key for this program's values: those of another one are never taken for ours."""
        return _own(self.program, key)

    def _found(self, table: str, keys: set[bytes]) -> Iterator[tuple[bytes, object]]:
        """The rows with those keys, found some after some."""
        wanted = iter(sorted(keys))
        while some := tuple(islice(wanted, _MANY)):
            places = ", ".join("?" * len(some))
            select = f"SELECT key, value, used FROM {table} WHERE key IN ({places})"  # noqa: S608 - one of two names of ours
            for key, value, used in self._database.rows(select, *some):
                if used != self._today:
                    self._seen[table].add(key)
                yield key, value

    def _keep(self, table: str, rows: Iterable[tuple[bytes, bytes]]) -> None:
        insert = f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)"  # noqa: S608 - one of two names of ours
        self._database.write(insert, ((key, value, self._today) for key, value in rows))

    def tidy(self) -> None:
        """Notes what was asked for, and removes what nobody asked for lately, or what is too much."""
        oldest = self._today - _KEPT_DAYS
        for table, seen in self._seen.items():
            update = f"UPDATE {table} SET used = ? WHERE key = ?"  # noqa: S608 - one of two names of ours
            self._database.write(update, ((self._today, key) for key in seen))
            self._database.write(f"DELETE FROM {table} WHERE used < ?", [(oldest,)])  # noqa: S608
        self._database.write("DELETE FROM program WHERE used < ?", [(oldest,)])
        if self._database.size() > _MOST_BYTES:
            self._remove_oldest()
        self._database.shrink()

    def _remove_oldest(self) -> None:
        """Removes published bytes, those first that were not asked for the longest, until the rest is not too much."""
        days = sorted({day for (day,) in self._database.rows("SELECT DISTINCT used FROM published")})
        while days and self._database.size() > _MOST_BYTES:
            self._database.write("DELETE FROM published WHERE used = ?", [(days.pop(0),)])


def _fresh(
    missing: list[str],
    make: Callable[[str], T],
    kind: type[T],
    ahead: Callable[[list[str]], Iterable[tuple[str, bytes]]] | None,
    keep: Callable[[T], bool],
) -> Iterator[tuple[str, T, bytes | None]]:
    """Each missing value with its name, and as `encoded` gives it if it is to be kept (see Store.recall)."""
    known = set[str]()
    for name, data in ahead(missing) if ahead and missing else ():
        value = decoded(data, kind)
        if value is not None:
            known.add(name)
            yield name, value, data
    for name in missing:
        if name not in known:
            value = make(name)
            yield name, value, encoded(value) if keep(value) else None


def _own(program: str, key: bytes) -> bytes:
    return blake2b(key, key=blake2b(program.encode()).digest(), digest_size=20).digest()


def _lost(path: Path, fault: Exception) -> Problem:
    message = "The cache {file} could not be used ({reason}); everything is built again."
    return warning(Location(""), "cache-lost", message, "", file=path.name, reason=fault)
