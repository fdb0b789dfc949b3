"""Finds what would keep a build from moving its files into place, before the first one is moved."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.model import Location, Problem, error
from noticeboard.shell.operating_system import longest_names, name_length

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable


_SHORTER = "Use an output folder with a shorter path, or shorter names."


class Obstructed(Exception):  # noqa: N818 - it is named after what it says
    """The files cannot be moved into place; `problems` name every obstacle."""

    def __init__(self, problems: list[Problem]) -> None:
        """Takes the problems."""
        super().__init__(problems[0].full_message)
        self.problems = problems


@dataclass(slots=True)
class OutputFolder:
    """An output folder as it is now; `leaving` are the files that are to be removed from it."""

    output: Path
    leaving: Collection[str]
    _folders: dict[str, Problem | None] = field(default_factory=dict)

    def obstacles(self, written: Iterable[str]) -> list[Problem]:
        """A problem for each obstacle to writing these files and removing the old ones."""
        paths = list(written)
        found = [self._in_the_way(path) for path in paths] + [self._too_long(paths)]
        found += [self._above(path) or self._held(path) for path in self.leaving if self.is_ours(path)]
        return sorted({problem for problem in found if problem})

    def is_ours(self, path: str) -> bool:
        """Whether a file that goes is there, as a file, in folders that are no links."""
        above = path.split("/")[:-1]
        folders = ("/".join(above[: end + 1]) for end in range(len(above)))
        return all(_is(stat.S_ISDIR, self._mode(folder)) for folder in folders) and _is(_is_file, self._mode(path))

    def _mode(self, path: str) -> int | None:
        """The kind of what is at a path, of a link itself; None if nothing is."""
        try:
            return os.lstat(f"{self.output}/{path}").st_mode
        except OSError:
            return None

    def _in_the_way(self, path: str) -> Problem | None:
        above = self._above(path)
        if above or not _is(stat.S_ISDIR, self._mode(path)):
            return above or self._held(path)
        inside = Path(self.output, path).rglob("*")
        others = (p for p in inside if p.is_symlink() or not p.is_dir())
        if all(p.relative_to(self.output).as_posix() in self.leaving for p in others):
            return None
        return self._problem(
            path, "There is a folder where a file of the site must be.", "Move it elsewhere, then build again."
        )

    def _held(self, path: str) -> Problem | None:
        """The problem of a file that may not be replaced or removed, though its folder may be written to.

        It is marked as unchangeable, or it is another user's in a folder in which everybody keeps their own.
        """
        try:
            file, folder = os.lstat(f"{self.output}/{path}"), Path(self.output, path).parent.stat()
        except OSError:
            return None
        user = getattr(os, "geteuid", lambda: 0)()
        kept = bool(folder.st_mode & stat.S_ISVTX) and user not in (0, file.st_uid, folder.st_uid)
        writable = stat.S_ISREG(file.st_mode) and (user == 0 or (user == file.st_uid and file.st_mode & stat.S_IWUSR))
        if not kept and not (writable and not os.access(f"{self.output}/{path}", os.W_OK)):
            return None
        return self._problem(path, "The file may not be replaced.", "Change its permissions.")

    def _too_long(self, paths: list[str]) -> Problem | None:
        """The problem of the longest path, or of the longest name in one, where this system cannot hold it."""
        most_of_name, most = longest_names(self.output)
        longest = max(paths, key=name_length, default="")
        if (length := name_length(f"{self.output}/{longest}")) > most:
            message = "The path has a length of {length}; this system holds {most} at most."
            return self._problem(longest, message, _SHORTER, length=length, most=most)
        if name_length(longest) <= most_of_name:
            return None
        names = {name: path for path in paths for name in path.split("/")}
        name = max(names, key=name_length)
        if (length := name_length(name)) <= most_of_name:
            return None
        message = "The longest name in this path has a length of {length}; this system holds {most} at most."
        return self._problem(names[name], message, _SHORTER, length=length, most=most_of_name)

    def _above(self, path: str) -> Problem | None:
        """The problem of the folders above a path; None without one."""
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            self._folders[folder] = (self._above(folder) if folder else None) or self._folder(folder)
        return self._folders[folder]

    def _folder(self, folder: str) -> Problem | None:
        mode = self._mode(folder)
        if mode is None:
            return None
        if stat.S_ISLNK(mode) and folder:
            return self._problem(folder, "There is a link where a folder of the site must be.", "Remove the link.")
        if not stat.S_ISDIR(mode) and folder not in self.leaving:
            return self._problem(
                folder, "There is a file where a folder of the site must be.", "Move it elsewhere, then build again."
            )
        if stat.S_ISDIR(mode) and not os.access(f"{self.output}/{folder}", os.W_OK | os.X_OK):
            return self._problem(folder, "The folder may not be written to.", "Change its permissions.")
        return None

    def _problem(self, path: str, message: str, hint: str, **values: object) -> Problem:
        return error(Location(str(self.output / path)), "not-written", message, hint, **values)


def _is(kind: Callable[[int], bool], mode: int | None) -> bool:
    return mode is not None and kind(mode)


def _is_file(mode: int) -> bool:
    return stat.S_ISREG(mode) or stat.S_ISLNK(mode)
