"""Everything a build reads, by the marks that the file system keeps of each file; hardly any is opened."""

from __future__ import annotations

import os
import stat
import sys
import time
from functools import cached_property
from hashlib import sha256
from marshal import dumps
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SECOND = 1_000_000_000
_COARSE, _FINE = 2 * _SECOND, _SECOND // 10
"""Nanoseconds after which a changed file surely has another time.

The coarsest clocks of file systems count whole or two seconds; those that count less follow the kernel's ticks.
"""

_TOO_MANY = 500
"""Files changed just now, above which it is no use to keep the digest of each."""


_NOT_READ = ("__pycache__", ".git")


class FileSnapshot(Struct, frozen=True):
    """The state of all files below some roots: `seen` is a digest of their paths, sizes, times and numbers.

    `fresh` holds the digest of the content of each file that was changed so recently that it may be changed again
    without a sign of it. None if there are too many of those.
    """

    seen: str
    fresh: Mapping[str, str] | None


class FileMarks(Struct, frozen=True, dict=True):
    """The marks of all files below some roots, each a file or a folder, and of the installed libraries.

    They were looked at from `began` on (ns since 1970). In `files`, None stands for what cannot be looked at. A folder
    is there under its path with a slash, without marks, and a link under its own path, a NUL and "link".
    """

    roots: tuple[str, ...]
    began: int
    files: Mapping[str, Marks | None]

    @cached_property
    def snapshot(self) -> FileSnapshot:
        """The state of the files; those that had just changed are read when it is first asked for."""
        every, began = self.files, self.began
        fresh = [path for path, found in every.items() if found and "\0" not in path and is_fresh(found, began)]
        seen = state_digest((path, every[path]) for path in sorted(every))
        return FileSnapshot(seen, digests(fresh) if len(fresh) <= _TOO_MANY else None)


def state_digest(states: Iterable[tuple[object, ...]]) -> str:
    """A digest of the states of many files; each is made of texts, numbers, None and tuples of them."""
    # Form 2 writes equal values as equal bytes. Names of files need not be Unicode, which other formats ask for.
    return sha256(dumps(list(states), 2)).hexdigest()


def file_marks(roots: Iterable[str]) -> FileMarks:
    """Looks at all files below the roots."""
    named, began, found = tuple(roots), time.time_ns(), dict[str, Marks | None]()
    for root in named:
        if os.path.isdir(root):  # noqa: PTH112
            _look_below(root, {os.path.realpath(root)}, found)
        else:
            found[root] = marks_of(root)
    # Installing or removing a library changes the folder that holds it.
    for folder in sys.path:
        if folder.rstrip("/\\").endswith("-packages"):
            found[folder] = marks_of(folder)
    return FileMarks(named, began, found)


def changed_since(path: str, began: int | None) -> int:
    """When a file was changed last (ns since 1970), if that was after the build began; 0 if not or not known."""
    found = marks_of(path)
    if not found or began is None:
        return 0
    changed = max(found[1:3])
    return changed if changed > began - (0 if changed % _SECOND else _COARSE) else 0


def is_fresh(found: Marks, now: int) -> bool:
    """Whether a file changed so shortly before an instant (ns since 1970) that it may change again without a sign."""
    # Nearly all changed long ago.
    if max(found[1:3]) < now - _COARSE:
        return False
    return any(time > now - (_FINE if time % _SECOND else _COARSE) for time in found[1:3])


def digests(paths: Iterable[str]) -> dict[str, str]:
    """For each path the digest of its content, "" for one that cannot be read."""
    return {path: _content(path) for path in paths}


def _content(path: str) -> str:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - the path is a plain string, as the file system gave it
            return sha256(file.read()).hexdigest()
    except OSError:
        return ""


Marks = tuple[int, int, int, int, int]
"""Size, time of change of the content and of the file (ns), number and mode."""


def _look_below(folder: str, above: set[str], marks: dict[str, Marks | None]) -> None:
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except OSError:
        marks[folder] = None
        return
    for entry in found:
        if entry.is_file(follow_symlinks=False):
            marks[entry.path] = marks_of(entry.path)
            continue
        if is_link := entry.is_symlink():
            # What the link itself is, and below what it leads to.
            marks[f"{entry.path}\0link"] = _of(entry.stat(follow_symlinks=False))
        if not entry.is_dir():
            marks[entry.path] = marks_of(entry.path)
        elif entry.name not in _NOT_READ:
            marks[f"{entry.path}/"] = None
            real = os.path.realpath(entry.path) if is_link else entry.path
            if real not in above:
                _look_below(entry.path, above | {real}, marks)


def marks_of(path: str) -> Marks | None:
    """The marks of a file, or of what a link leads to; None if they cannot be had."""
    try:
        return _of(os.stat(path))  # noqa: PTH116
    except OSError:
        return None


def _of(found: os.stat_result) -> Marks:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, stat.S_IFMT(found.st_mode)
