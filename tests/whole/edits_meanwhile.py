"""Edits of a project at a given moment of a build that runs in this process: when it opens its so manieth file."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from random_edits import Project, bring_back, keep


class _Editor:
    """Counts the files of a project that are opened, edits it at one of them and undoes that at another."""

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
    """Edits the project at its `edited`th opened file; at its `undone`th it is what it was, with its times."""
    sys.addaudithook(_Editor(root, edited, undone, seed))
