"""The files of a build before they are moved into place."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from noticeboard.shell.build.mounts import mounts_below
from noticeboard.shell.cache.folder_lock import new_locked_folder, release_folder, remove_abandoned

if TYPE_CHECKING:
    from pathlib import Path


class StagedFiles:
    """Files in a locked folder, each named by its number: folders for thousands of paths would cost seconds.

    `paths` are the files' paths below the output folder, in the order of their numbers. Methods raise OSError.
    """

    def __init__(self, location: Path) -> None:
        """Makes the folder in `location`."""
        self.paths: list[str] = []
        self.folder, lock = new_locked_folder(location)
        self._locks = [(self.folder, lock)]
        self._copies: dict[int, Path] = {}

    def add(self, path: str, data: bytes) -> None:
        """Writes the bytes for that path."""
        with open(f"{self.folder}/{len(self.paths)}", "wb") as file:  # noqa: PTH123 - there are thousands of them
            file.write(data)
        self.paths.append(path)

    def location(self, number: int) -> str:
        """Where the file with that number is."""
        copy = self._copies.get(number)
        return str(copy) if copy else f"{self.folder}/{number}"

    def copy_to_mounts(self, output: Path) -> None:
        """Copies files to the file systems mounted inside the output folder, as moves cannot cross file systems."""
        mounts = mounts_below(output)
        for number, path in enumerate(self.paths if mounts else ()):
            mount = next((m for m in mounts if (output / path).is_relative_to(m)), None)
            if mount:
                self._copies[number] = self._folder_on(mount) / str(number)
                shutil.copyfile(self.folder / str(number), self._copies[number])

    def _folder_on(self, mount: Path) -> Path:
        found = next((folder for folder, _ in self._locks if folder.parent == mount), None)
        if not found:
            remove_abandoned(mount)
            self._locks.append(new_locked_folder(mount))
            found = self._locks[-1][0]
        return found

    def remove(self) -> None:
        """Removes the folders with all that was not moved, and releases their locks."""
        for folder, lock in self._locks:
            shutil.rmtree(folder, ignore_errors=True)
            release_folder(lock)


def move_file(staged: str, target: str) -> None:
    """Moves a file, replacing what is there; raises OSError with the target as its file name."""
    try:
        os.replace(staged, target)  # noqa: PTH105 - paths are plain strings: there are thousands
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, target) from fault
