"""What builds know of the files in an output folder, kept in 256 parts so that an edit writes few records."""

from __future__ import annotations

from collections import defaultdict
from secrets import token_bytes
from typing import TYPE_CHECKING
from zlib import crc32

from noticeboard.model import Stored
from noticeboard.pages.freshness import CommonInputs, Fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from noticeboard.shell.cache.database import Database
    from noticeboard.shell.cache.signed_records import Signer

_FOLDERS, _SHARES = 32, 8
"""Parts by a path's first folder, and for each of them by the rest of the path.

Files of one language share templates and a catalogue, and an edit changes files of one language, so most parts stay.
"""


class Output(Stored, frozen=True):
    """A file of the output as the last build left it: size in bytes, mtime in ns, `content` the digest of its bytes."""

    fingerprint: Fingerprint
    size: int
    mtime: int
    content: str = ""

    @property
    def state(self) -> tuple[int, int]:
        """Its size and mtime."""
        return self.size, self.mtime


Outputs = dict[str, Output]
"""What is known of an output folder, by path."""


class _OutputPart(Stored, frozen=True):
    """Some files as rows: path, index in `common`, digest of the view, cache key, size, mtime, digest of the bytes."""

    common: tuple[CommonInputs, ...]
    files: tuple[tuple[str, int, str, str, int, int, str], ...]


class KnownOutputs:
    """What the database knows of one output folder."""

    def __init__(self, database: Database, signer: Signer, folder: str) -> None:
        """`folder` names the output folder."""
        self._database, self._signer, self._folder = database, signer, folder
        self._paths: dict[int, list[str]] = {}
        """The paths in each part as they were read last; empty once they are others."""

    def read(self) -> Outputs:
        """What is known of each file, by path. Parts that are damaged or were written by others are left out."""
        rows = self._database.rows("SELECT part, value FROM output WHERE folder = ?", self._folder)
        found = {number: self._signer.loads(self._purpose(number), value, _OutputPart) for number, value in rows}
        self._paths = {number: [row[0] for row in part.files] for number, part in found.items() if part}
        return {path: output for part in found.values() if part for path, output in _files(part)}

    def keep(self, outputs: Outputs, known: Outputs) -> None:
        """Saves what is known now; `known` is what `read` gave, so that only parts that differ are written."""
        self._database.write("INSERT OR REPLACE INTO written VALUES (?, ?)", [(self._folder, token_bytes(16))])
        changed = {path for path, found in outputs.items() if known.get(path) is not found and known.get(path) != found}
        stale = {part_of(path): set[str]() for path in changed | (known.keys() - outputs.keys())}
        before = self._paths or _by_part(known)
        for number, paths in stale.items():
            paths.update(path for path in before.get(number, ()) if path in outputs)
        for path in changed:
            stale[part_of(path)].add(path)
        self._paths = {}
        rows = (
            (self._folder, number, self._packed(number, {path: outputs[path] for path in paths}))
            for number, paths in stale.items()
        )
        self._database.write("INSERT OR REPLACE INTO output VALUES (?, ?, ?)", rows)

    def last_written(self) -> bytes:
        """Random bytes that change whenever a build saves what it knows of this folder; empty before the first."""
        rows = self._database.rows("SELECT mark FROM written WHERE folder = ?", self._folder)
        return next((mark for (mark,) in rows if isinstance(mark, bytes)), b"")

    def _packed(self, number: int, outputs: Outputs) -> bytes:
        places: defaultdict[CommonInputs, int] = defaultdict(lambda: len(places))
        files = tuple(
            (path, places[found.common], found.view, found.cache_key, known.size, known.mtime, known.content)
            for path, known in sorted(outputs.items())
            for found in (known.fingerprint,)
        )
        return self._signer.dumps(self._purpose(number), _OutputPart(tuple(places), files))

    def _purpose(self, number: object) -> bytes:
        return f"output\0{number}\0{self._folder}".encode("utf-8", "surrogateescape")


def _by_part(paths: Iterable[str]) -> Mapping[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for path in paths:
        found[part_of(path)].append(path)
    return found


def part_of(path: str) -> int:
    """The number of the part that a path belongs to."""
    folder, _, inner = path.encode("utf-8", "surrogateescape").partition(b"/")
    return crc32(folder) % _FOLDERS * _SHARES + crc32(inner) % _SHARES


def _files(part: _OutputPart) -> Iterator[tuple[str, Output]]:
    for path, place, view, cache_key, size, mtime, content in part.files:
        yield path, Output(Fingerprint(view, part.common[place], cache_key), size, mtime, content)
