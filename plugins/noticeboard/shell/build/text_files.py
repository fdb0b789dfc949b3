"""The bytes of a project's texts, read when they are asked for: a build holds few of them at a time."""

from __future__ import annotations

import os
from collections.abc import Mapping
from time import time_ns
from typing import TYPE_CHECKING

from noticeboard.digest import digest
from noticeboard.shell.build.changed_file import ChangedMeanwhile
from noticeboard.shell.build.file_snapshot import is_fresh, marks_of
from noticeboard.shell.build.platform_files import unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from noticeboard.model import Problem
    from noticeboard.shell.build.file_snapshot import Marks
    from noticeboard.shell.cache.known_digests import KnownDigest

_HELD = 8 << 20
"""Bytes of texts that are held between both readings: few platforms have more, and theirs are read once."""

_TRUSTED = os.name == "posix"
"""Whether files have marks by which each change is seen: elsewhere the time of change of a file is not kept."""


class TextFiles(Mapping[str, bytes]):
    """Files by path below a folder. They are read once for their digests, and again where their bytes are asked for.

    `digests` holds the digest of each, `problems` one for each that cannot be read, which is left out. `known` holds
    the digests that need not be found again as long as the files have the same marks. Asking raises OSError, and
    ChangedMeanwhile for a file that is another one by then.
    """

    def __init__(
        self,
        folder: Path,
        paths: Iterable[str],
        before: Mapping[str, KnownDigest] | None = None,
        marks: Mapping[str, Marks | None] | None = None,
        most: int = _HELD,
    ) -> None:
        """Reads them, except those that `before` knows; the first `most` bytes are held and not read again.

        `marks` are those that files had when the build began, if they were looked at then.
        """
        self._folder, self._room, self._began = folder, most, time_ns()
        self._held: dict[str, bytes] = {}
        self.known: dict[str, KnownDigest] = {}
        self.digests: dict[str, str] = {}
        self.problems: list[Problem] = []
        for path in paths:
            try:
                self.digests[path] = self._known(path, before, marks) or self._found(path)
            except OSError as fault:
                self.problems.append(unreadable(path, fault))

    def _known(
        self, path: str, before: Mapping[str, KnownDigest] | None, marks: Mapping[str, Marks | None] | None
    ) -> str:
        """The digest that is known of a file that has not changed; "" without one."""
        known = before.get(path) if before else None
        if known is None:
            return ""
        file = f"{self._folder}/{path}"
        if known[0] != (marks.get(file) if marks else marks_of(file)):
            return ""
        self.known[path] = known
        return known[1]

    def _found(self, path: str) -> str:
        marks, data = marks_of(f"{self._folder}/{path}"), self._read(path)
        found = digest(data)
        if len(data) <= self._room:
            self._held[path] = data
            self._room -= len(data)
        if marks and _TRUSTED and not is_fresh(marks, self._began):
            self.known[path] = marks, found
        return found

    def _read(self, path: str) -> bytes:
        with open(f"{self._folder}/{path}", "rb") as file:  # noqa: PTH123 - there are thousands of them
            return file.read()

    def __getitem__(self, path: str) -> bytes:
        """The bytes that the file had when it was first read."""
        known = self.digests[path]
        data = self._held[path] if path in self._held else self._read(path)
        if digest(data) != known:
            raise ChangedMeanwhile(self._folder / path)
        return data

    def __iter__(self) -> Iterator[str]:
        """Their paths."""
        return iter(self.digests)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.digests)
