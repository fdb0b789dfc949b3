"""Edits a project at a given moment of a build in this process: when it opens a file, or moves one."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from random import Random

from random_edits import Project, bring_back, keep


class _Editor:
    """Counts the project's files that are opened, makes an edit at one of them and undoes it at another."""

    def __init__(self, root: Path, edited: int, undone: int, seed: int) -> None:
        self._project = Project(root, Random(seed), has_code=True)  # noqa: S311 - edits, no secrets
        self._moments = {edited: self._edit, undone: self._undo}
        self._opened = 0
        self._busy = False

    def __call__(self, event: str, given: tuple[object, ...]) -> None:
        """Is told what Python does (sys.addaudithook)."""
        if event != "open" or self._busy or not self._is_of_project(given[0]):
            return
        self._opened += 1
        act = self._moments.get(self._opened)
        if act:
            self._busy = True
            act()
            self._busy = False

    def _is_of_project(self, opened: object) -> bool:
        names = ("content", "theme", "linked", "board_code.py", "board_words.py")
        return isinstance(opened, str | Path) and any(Path(opened).is_relative_to(self._root / n) for n in names)

    @property
    def _root(self) -> Path:
        return self._project.root

    def _edit(self) -> None:
        keep(self._root, self._root / "meanwhile")
        self._project.edit()

    def _undo(self) -> None:
        bring_back(self._root, self._root / "meanwhile")


def edit_meanwhile(root: Path, edited: int, undone: int, seed: int) -> None:
    """Edits the project at its `edited`th opened file, and restores it with its times at the `undone`th."""
    sys.addaudithook(_Editor(root, edited, undone, seed))


AT_THE_END = 0


class _Replacer:
    """Replaces a file by another just before it is opened for the nth time, or before files are moved."""

    def __init__(self, file: str, other: str, time: int) -> None:
        self._file, self._other, self._left = file, other, time
        self._done = False

    def __call__(self, event: str, given: tuple[object, ...]) -> None:
        """Is told what Python does (sys.addaudithook)."""
        if self._done or event not in ("open", "os.rename"):
            return
        if event == "open" and self._left and str(given[0]) == self._file:
            self._left -= 1
            self._done = self._left == AT_THE_END
        elif event == "os.rename" and not self._left:
            self._done = "output" in str(given[1])
        if self._done:
            shutil.copyfile(self._other, self._file)


def replace_meanwhile(file: str, other: str, time: int) -> None:
    """Gives a file other bytes before it is opened for the given time, or before files are moved (AT_THE_END)."""
    sys.addaudithook(_Replacer(file, other, time))
