"""The cache of a project: parsed sources, published bytes, and what is known of output folders.

Keys are made of contents and of paths within the project, so a cache can be moved, copied or restored elsewhere. One
file serves all commands of a project. Losing it costs time and nothing else.
"""

from __future__ import annotations

from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING, Self, TypeVar

from msgspec import Struct

from noticeboard.compression import compressed, expanded
from noticeboard.model import Location, Problem, warning
from noticeboard.shell.cache.cache_key import cache_key
from noticeboard.shell.cache.cache_tables import MANY, CacheTables
from noticeboard.shell.cache.database import Database
from noticeboard.shell.cache.known_digests import KnownDigests
from noticeboard.shell.cache.known_outputs import KnownOutputs
from noticeboard.shell.cache.signed_records import Signer, decoded, encoded
from noticeboard.shell.cache.text_rows import TextRows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

T = TypeVar("T")


class KnownKeys(Struct, frozen=True):
    """The keys of the values that a store held at one moment, for the program with that digest."""

    program: str
    keys: frozenset[bytes]

    def has(self, key: str) -> bool:
        """Whether there was a value under that key, which is given in hex."""
        return _own(self.program, bytes.fromhex(key)) in self.keys


class Store:
    """The cache of a project for one version of the program; use it as a context manager.

    `problem` is a warning if the file could not be used and was replaced, else None. `outputs` is about the output
    folder that `folder` names, `texts` and `digests` about texts. `of_others` is True if all that the cache holds was
    made with another version of the program, its libraries or Python, or with another key; none of it is used.
    """

    def __init__(self, path: Path, program: str, folder: str = "") -> None:
        """Opens the file or makes it. `program` is the digest of the program's version."""
        self.program, key = program, cache_key()
        self._database, self._signer = Database(path), Signer(key)
        self.outputs = KnownOutputs(self._database, self._signer, folder)
        self.digests = KnownDigests(self._database, self._signer)
        self._tables = CacheTables(self._database)
        self.texts = TextRows(path, self._tables, self._signer)
        self.problem = _lost(path, self._database.fault) if self._database.fault else None
        known = {found for (found,) in self._database.rows("SELECT digest FROM program")}
        own = blake2b(program.encode(), key=key, digest_size=20).hexdigest()
        self.of_others = bool(known) and own not in known
        self._database.write("INSERT OR REPLACE INTO program VALUES (?, ?)", [(own, self._tables.today)])

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
        """The values by name, from the cache or made now, and how many were made.

        `keys` gives the key of each name, `kind` the type of the values. `make` makes the value of a name that is
        missing, and `keep` says whether it is written to the cache. `ahead`, if given, gets the missing names first:
        it may make some of them, as pairs of name and encoded value (see signed_records.py), which are all written.
        """
        own = {name: self.own(key) for name, key in keys.items()}
        rows = self._tables.read("parsed", set(own.values()))
        found = ((key, self._signer.loads(key, value, kind)) for key, value in rows)
        kept = {key: value for key, value in found if value is not None}
        missing = [name for name, key in own.items() if key not in kept]
        made = self._write_made(own, _made(missing, make, kind, ahead, keep))
        return {name: made[name] if name in made else kept[key] for name, key in own.items()}, len(missing)

    def _write_made(self, own: Mapping[str, bytes], made: Iterable[tuple[str, T, bytes | None]]) -> dict[str, T]:
        """The values by name; those that come with their bytes are written under their keys."""
        values: dict[str, T] = {}

        def rows() -> Iterator[tuple[bytes, bytes]]:
            for name, value, data in made:
                values[name] = value
                if data is not None:
                    yield own[name], self._signer.sign(own[name], data)

        # In portions: the bytes of all values take more memory than the values, and a long write locks others out.
        portions = rows()
        while portion := list(islice(portions, MANY)):
            self._tables.write("parsed", portion)
        return values

    def has(self, key: str) -> bool:
        """Whether there is a value under that key, given in hex; it may still turn out to be damaged."""
        return any(
            True for _ in self._database.rows("SELECT 1 FROM parsed WHERE key = ?", self.own(bytes.fromhex(key)))
        )

    def known_keys(self) -> KnownKeys:
        """The keys of all values at this moment, for processes that have no connection to the store."""
        return KnownKeys(self.program, frozenset(key for (key,) in self._database.rows("SELECT key FROM parsed")))

    def published(self, keys: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """The published bytes kept under these keys, each with its key; keys without any are left out."""
        for key, data in self.packed(keys):
            whole = expanded(data)
            if whole is not None:
                yield key, whole

    def packed(self, keys: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """As `published`, but with the bytes compressed, as `keep_published` was given them."""
        own = {self.own(key): key for key in keys}
        for key, value in self._tables.read("published", own):
            data = self._signer.unsign(key, value)
            if data is not None:
                yield own[key], data

    def unpublished(self, keys: Iterable[bytes]) -> set[bytes]:
        """Those of the keys under which no published bytes are kept."""
        own = {self.own(key): key for key in keys}
        return {own[key] for key in own.keys() - self._tables.present("published", own)}

    def keep_published(self, found: Iterable[tuple[bytes, bytes]]) -> None:
        """Keeps published bytes: pairs of a key and bytes that `compressed` made."""
        own = ((self.own(key), data) for key, data in found)
        self._tables.write("published", ((key, self._signer.sign(key, data)) for key, data in own))

    def recalled_bytes(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        """The bytes kept under the key; if there are none, they are made and kept."""
        for _, data in self.published([key]):
            return data
        data = make()
        self.keep_published([(key, compressed(data))])
        return data

    def own(self, key: bytes) -> bytes:
        """The key under which this program keeps a value, so that no other program's values are used."""
        return _own(self.program, key)

    def tidy(self) -> None:
        """Notes what was asked for, and removes what nobody asked for in a week and what is too much."""
        self._tables.tidy()


def _made(
    missing: list[str],
    make: Callable[[str], T],
    kind: type[T],
    ahead: Callable[[list[str]], Iterable[tuple[str, bytes]]] | None,
    keep: Callable[[T], bool],
) -> Iterator[tuple[str, T, bytes | None]]:
    """Each missing value with its name, and encoded if it is to be kept, else with None (see Store.recall)."""
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
