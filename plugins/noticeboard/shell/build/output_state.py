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
        self.restored: dict[str, State] = {}

    def intact(self, path: str) -> bool:
        """Whether the file is as it was written, in folders that are no links."""
        known = self._known.get(path)
        if not known or not self._is_plain(path.rpartition("/")[0]):
            return False
        try:
            found = os.lstat(f"{self._output}/{path}")
        except OSError:
            return False
        if not stat.S_ISREG(found.st_mode) or found.st_size != known.size:
            return False
        if found.st_mtime_ns == known.mtime:
            return True
        self.restored[path] = found.st_size, found.st_mtime_ns
        return self._content(path) == known.content

    def _is_plain(self, folder: str) -> bool:
        if folder not in self._plain:
            above = self._is_plain(folder.rpartition("/")[0])
            self._plain[folder] = above and not os.path.islink(f"{self._output}/{folder}")  # noqa: PTH114 - there are thousands
        return self._plain[folder]

    def _content(self, path: str) -> str:
        try:
            return content_digest(Path(self._output, path).read_bytes())
        except OSError:
            return ""
