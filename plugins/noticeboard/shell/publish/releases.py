"""The releases of a site in a folder of a web server, of which a symbolic link names the one that is online.

    TARGET/current -> releases/000012      what the web server serves
    TARGET/releases/000011, 000012, …      each a whole site; files that did not change are one file (hard links)

A release is made aside and named when it is whole; then the link is replaced by renaming another over it. So whoever
reads, and whatever ends the process, there is the old site or the new one.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.shell.cache.folder_lock import lock_folder, release_folder
from noticeboard.shell.terminal.program_messages import gettext

if TYPE_CHECKING:
    from noticeboard.shell.operating_system import Lock

CURRENT = "current"
FOLDER = "releases"
_ASIDE = ".making"
_DIGITS = 6


class NoRelease(Exception):  # noqa: N818 - it is named after what it says
    """There is no release to go back to, or the target is no folder of releases."""


class Releases:
    """The releases below one target folder; used as a context manager, it keeps others from publishing meanwhile.

    All methods raise OSError.
    """

    def __init__(self, target: Path) -> None:
        """Takes the target folder, which need not be there yet."""
        self.target, self.folder = target, target / FOLDER
        self._held: Lock | None = None

    def __enter__(self) -> Releases:  # noqa: PYI034 - no other class is derived from it
        """Locks the folder of the releases; raises NoRelease if something else is in its place."""
        if self._link.exists() and not self._link.is_symlink():
            message = "{link} is no link that publishing made. Name a folder of its own as the target."
            raise NoRelease(gettext(message, link=self._link))
        self.folder.mkdir(parents=True, exist_ok=True)
        self._held = lock_folder(self.folder, wait=True)
        return self

    def __exit__(self, *_: object) -> None:
        """Lets others publish."""
        release_folder(self._held)

    @property
    def _link(self) -> Path:
        return self.target / CURRENT

    def numbers(self) -> list[int]:
        """The numbers of the complete releases, oldest first."""
        return sorted(int(path.name) for path in self.folder.iterdir() if path.name.isdigit() and path.is_dir())

    def path(self, number: int) -> Path:
        """The folder of a release."""
        return self.folder / f"{number:0{_DIGITS}}"

    def current(self) -> int | None:
        """The number of the release that is online; None if there is none."""
        try:
            name = Path(os.readlink(self._link)).name  # noqa: PTH115 - the name alone counts, wherever it leads
        except OSError:
            return None
        return int(name) if name.isdigit() and self.path(int(name)).is_dir() else None

    def make(self) -> Path:
        """An empty folder to make a release in; what a process that was killed left in its place is removed."""
        aside = self.folder / _ASIDE
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        return aside

    def add(self, made: Path) -> int:
        """Names the folder that was made as the next release; its number."""
        number = max(self.numbers(), default=0) + 1
        made.rename(self.path(number))
        _to_disk(self.folder)
        return number

    def switch(self, number: int) -> None:
        """Puts that release online, in one step."""
        aside = self.target / f".{CURRENT}.new"
        aside.unlink(missing_ok=True)
        aside.symlink_to(Path(FOLDER, self.path(number).name), target_is_directory=True)
        aside.replace(self._link)
        _to_disk(self.target)

    def previous(self) -> int:
        """The number of the release before the one that is online; raises NoRelease."""
        online = self.current()
        older = [number for number in self.numbers() if online is not None and number < online]
        if not older:
            message = "There is no release before the one that is online in {target}."
            raise NoRelease(gettext(message, target=self.target))
        return older[-1]

    def prune(self, keep: int) -> list[int]:
        """Removes old releases, never the one online and the one before it; returns the removed numbers."""
        online, numbers = self.current(), self.numbers()
        before = [number for number in numbers if online is not None and number < online][-1:]
        gone = [n for n in numbers[: max(len(numbers) - keep, 0)] if n not in (online, *before)]
        for number in gone:
            shutil.rmtree(self.path(number))
        return gone


def _to_disk(folder: Path) -> None:
    """Sees that the names in a folder survive a loss of power; elsewhere than on POSIX folders cannot be opened."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
