"""Builds write into a staging folder first; at the end every file is moved into place.

Only files that earlier builds wrote are ever removed, and links are never followed.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from noticeboard.model import Location, Problem, error
from noticeboard.shell.build.file_moves import FileMoves, Interrupted
from noticeboard.shell.build.manifest import MANIFEST, DamagedManifest, read_manifest, write_manifest
from noticeboard.shell.build.mounts import is_mount
from noticeboard.shell.build.obstacles import Obstructed, OutputFolder
from noticeboard.shell.build.staged_files import StagedFiles
from noticeboard.shell.cache.folder_lock import lock_folder, release_folder, remove_abandoned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from noticeboard.shell.build.output_state import State
    from noticeboard.shell.operating_system import Lock


class Staging:
    """A folder on the output's file system in which a build collects its files before any is moved.

    Use it as a context manager; at the end, files that were not moved are deleted. Methods raise OSError, and
    Obstructed if something is in the way.
    """

    def __init__(self, output: Path) -> None:
        """Takes the output folder; nothing is made before the context is entered."""
        self._output = output
        self._moves = FileMoves(output)
        self._lock: Lock | None = None

    def __enter__(self) -> Self:
        """Makes the staging folder beside the output folder, or inside it if nothing can be moved in from beside."""
        parent = self._output.parent
        self._new_folders = [p for p in (self._output, parent, *parent.parents) if not p.exists()]
        if self._output.is_symlink():
            raise Obstructed([_linked(self._output)])
        parent.mkdir(parents=True, exist_ok=True)
        location = self._output if self._is_apart() else parent
        location.mkdir(exist_ok=True)
        for folder in {location, parent, self._output}:
            remove_abandoned(folder)
        self._files = StagedFiles(location)
        return self

    def _is_apart(self) -> bool:
        """Whether nothing can be moved from the folder around the output into it."""
        parent = self._output.parent
        if not self._output.exists():
            return False
        return not os.access(parent, os.W_OK | os.X_OK) or is_mount(self._output)

    def __exit__(self, *_: object) -> None:
        """Removes the staging folder and folders that were made for an output that was not written; unlocks it."""
        release_folder(self._lock)
        self._files.remove()
        if not (self._output / MANIFEST).exists():
            for folder in self._new_folders:
                if folder.is_dir() and not any(folder.iterdir()):
                    folder.rmdir()

    @property
    def written(self) -> list[str]:
        """The paths, below the output folder, of the files that were written."""
        return self._files.paths

    @property
    def removed(self) -> list[str]:
        """The paths, below the output folder, of the files that were removed."""
        return self._moves.removed

    def write(self, path: str, data: bytes) -> None:
        """Writes the bytes for that path below the output folder."""
        self._files.add(path, data)

    def reserve(self, paths: Iterable[str]) -> Path:
        """The folder where the caller must put the bytes for these paths, under the numbers that follow."""
        self._files.paths += paths
        return self._files.folder

    def commit(
        self,
        claimed: Iterable[str],
        done: Callable[[dict[str, State]], None] = lambda _: None,
        proceed: Callable[[], bool] = lambda: True,
    ) -> bool:
        """Moves all files into place and removes those that earlier builds wrote and nobody claims any more.

        Both functions are called while other builds are locked out: `proceed` before, to decide whether any file is
        moved, which is returned; `done` after, with the states of the files that were moved.
        """
        if not self._lock:
            self.lock_output()
        if not proceed():
            return False
        try:
            states = self._commit(list(claimed))
        except OSError as fault:
            if not (self._moves.moved or self.removed):
                raise
            raise Interrupted(fault, self._moves.moved, self.removed) from fault
        done(states)
        return True

    def lock_output(self) -> None:
        """Waits until no other build moves files, and locks them out until the end of this one."""
        self._output.mkdir(parents=True, exist_ok=True)
        self._lock = lock_folder(self._output, wait=True)

    def _commit(self, claimed: list[str]) -> dict[str, State]:
        old, new = self._read_manifest(), set(claimed)
        gone = self._leaving(old - new)
        self._files.copy_to_mounts(self._output)
        states = {path: _state(self._files.location(number)) for number, path in enumerate(self.written)}
        if old != new or not (self._output / MANIFEST).is_file():
            # Paths that are nearly in order are sorted in a tenth of the time.
            self._write_manifest([*claimed, *(old - new)])
        self._moves.replace(self._files, gone)
        if old - new:
            self._write_manifest(claimed)
        elif self.written or gone:
            self._touch_manifest(claimed)
        return states

    def _leaving(self, old: set[str]) -> list[str]:
        """The files to remove; raises Obstructed if a file cannot be removed or written."""
        folder = OutputFolder(self._output, old)
        if found := folder.obstacles(self.written):
            raise Obstructed(found)
        return sorted(path for path in old if folder.is_ours(path))

    def _read_manifest(self) -> set[str]:
        try:
            return read_manifest(self._output)
        except DamagedManifest as fault:
            message = (
                "The list of the files that builds wrote is damaged, is a link, or names something outside its folder."
            )
            hint = "Remove the list and what earlier builds left in the folder, then build again."
            raise Obstructed([error(Location(str(self._output / MANIFEST)), "not-written", message, hint)]) from fault

    def _write_manifest(self, paths: list[str]) -> None:
        write_manifest(self._output, paths, self._files.folder)

    def _touch_manifest(self, paths: list[str]) -> None:
        """Changes the manifest's time, by which other builds see that files were moved."""
        try:
            os.utime(self._output / MANIFEST)
        except OSError:  # It is another user's.
            self._write_manifest(paths)


def _state(file: str) -> State:
    found = os.stat(file)  # noqa: PTH116 - paths are plain strings: there are thousands
    return found.st_size, found.st_mtime_ns


def _linked(output: Path) -> Problem:
    message, hint = "There is a link where a folder of the site must be.", "Remove the link."
    return error(Location(str(output)), "not-written", message, hint)


def remove_written_files(output: Path) -> int:
    """Removes the files in the manifest, the manifest, and folders that become empty; returns the number of files.

    Raises Obstructed and OSError.
    """
    if not output.is_dir() or output.is_symlink():
        return 0
    with Staging(output) as staging:
        staging.commit(())
        (output / MANIFEST).unlink(missing_ok=True)
    if not any(output.iterdir()):
        # If the folder around it is another user's, it stays.
        with suppress(OSError):
            output.rmdir()
    return len(staging.removed)
