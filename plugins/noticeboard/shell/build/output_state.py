"""Whether files of the output are as a build left them: by size and time, and where the time differs by content."""

from __future__ import annotations

import os
import stat
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noticeboard.shell.cache.known_outputs import Outputs

State = tuple[int, int]
"""A file's size in bytes and time of change in nanoseconds."""


def content_digest(data: bytes) -> str:
    """The digest that identifies published bytes: BLAKE2b in hex."""
    return blake2b(data, digest_size=16).hexdigest()


class OutputState:
    """The current state of an output folder, compared with what is known of it.

    `restored` are the states of intact files that have another time than the known one.
    """

    def __init__(self, output: Path, known: Outputs) -> None:
        """Looks at nothing yet."""
        self._output, self._known = str(output), known
        self._plain: dict[str, bool] = {"": True}
        self._folders: dict[str, set[str]] = {}
        self.restored: dict[str, State] = {}

    def intact(self, path: str) -> bool:
        """Whether the file is as it was written, in folders that are no links."""
        known, folder = self._known.get(path), path.rpartition("/")[0]
        if known is None or not (self._plain.get(folder) or self._is_plain(folder)):
            return False
        try:
            found = os.lstat(f"{self._output}/{path}")
        except OSError:
            return False
        if found.st_size != known.size or not stat.S_ISREG(found.st_mode):
            return False
        if found.st_mtime_ns == known.mtime:
            return True
        self.restored[path] = found.st_size, found.st_mtime_ns
        return self._content(path) == known.content

    def _is_plain(self, folder: str) -> bool:
        if folder not in self._plain:
            above, _, name = folder.rpartition("/")
            self._plain[folder] = self._is_plain(above) and name in self._inside(above)
        return self._plain[folder]

    def _inside(self, folder: str) -> set[str]:
        """The names of the folders in a folder, without links. One look at all of them is faster than one at each."""
        if folder not in self._folders:
            self._folders[folder] = _folders_in(f"{self._output}/{folder}")
        return self._folders[folder]

    def _content(self, path: str) -> str:
        try:
            return content_digest(Path(self._output, path).read_bytes())
        except OSError:
            return ""


def _folders_in(folder: str) -> set[str]:
    try:
        with os.scandir(folder) as found:
            return {entry.name for entry in found if entry.is_dir(follow_symlinks=False)}
    except OSError:
        return set()
