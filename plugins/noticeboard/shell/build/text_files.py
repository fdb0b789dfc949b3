"""The bytes of a project's texts, read when they are asked for: a build holds few of them at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from noticeboard.digest import digest
from noticeboard.shell.build.changed_file import ChangedMeanwhile
from noticeboard.shell.build.platform_files import unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from noticeboard.model import Problem

_HELD = 8 << 20
"""Bytes of texts that are held between both readings: few platforms have more, and theirs are read once."""


class TextFiles(Mapping[str, bytes]):
    """Files by path below a folder. They are read once for their digests, and again where their bytes are asked for.

    `digests` holds the digest of each, `problems` one for each that cannot be read, which is left out. Asking raises
    OSError, and ChangedMeanwhile for a file that is another one by then.
    """

    def __init__(self, folder: Path, paths: Iterable[str], most: int = _HELD) -> None:
        """Reads them; the first `most` bytes are held and not read again."""
        self._folder = folder
        self._held: dict[str, bytes] = {}
        self.digests: dict[str, str] = {}
        self.problems: list[Problem] = []
        for path in paths:
            try:
                data = self._read(path)
            except OSError as fault:
                self.problems.append(unreadable(path, fault))
                continue
            self.digests[path] = digest(data)
            if len(data) <= most:
                self._held[path] = data
                most -= len(data)

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
