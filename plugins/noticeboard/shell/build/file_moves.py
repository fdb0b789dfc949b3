"""Moves staged files into the output folder, and removes the files that they replace."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from noticeboard.shell.build.staged_files import move_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from noticeboard.shell.build.staged_files import StagedFiles


class Interrupted(Exception):  # noqa: N818 - it is named after what it says
    """The disk refused to go on when some files had been moved or removed already; `fault` says why."""

    def __init__(self, fault: OSError, moved: list[str], removed: list[str]) -> None:
        """Takes the fault and the paths of the files that were moved into place, and of those that were removed."""
        super().__init__(str(fault))
        self.fault, self.moved, self.removed = fault, moved, removed


class FileMoves:
    """The moves and removals in an output folder; `moved` and `removed` are the paths done so far."""

    def __init__(self, output: Path) -> None:
        """Takes the output folder."""
        self._output = output
        self.moved: list[str] = []
        self.removed: list[str] = []

    def replace(self, files: StagedFiles, gone: list[str]) -> None:
        """Moves the files into place, then removes those that are gone; only what is in the way is removed first.

        Raises OSError.
        """
        blocking = _blocking(gone, files.paths)
        self._remove(path for path in gone if path in blocking)
        self._move(files)
        self._remove(path for path in gone if path not in blocking)

    def _move(self, files: StagedFiles) -> None:
        """Moves the files, pages after what they need."""
        made = set[str]()
        for number, path in sorted(enumerate(files.paths), key=lambda found: found[1].endswith(".html")):
            target = f"{self._output}/{path}"
            folder = target.rpartition("/")[0]
            if folder not in made:
                os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - paths are plain strings: there are thousands
                made.add(folder)
            move_file(files.location(number), target)
            self.moved.append(path)

    def _remove(self, paths: Iterable[str]) -> None:
        for path in paths:
            target = self._output / path
            target.unlink(missing_ok=True)
            self.removed.append(path)
            for folder in target.parents:
                if folder == self._output or any(folder.iterdir()):
                    break
                folder.rmdir()


def _blocking(gone: Iterable[str], written: Iterable[str]) -> set[str]:
    """Those that must go first: a file where a folder will be, and what lies in a folder where a file will be."""
    files = set(written)
    folders = {path[:at] for path in files for at, letter in enumerate(path) if letter == "/"}
    return {
        path
        for path in gone
        if path in folders or any(path[:at] in files for at, letter in enumerate(path) if letter == "/")
    }
