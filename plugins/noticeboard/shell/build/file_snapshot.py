"""Everything a build reads, by the marks that the file system keeps of each file; hardly any is opened."""

from __future__ import annotations

import os
import stat
import sys
import time
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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


def file_marks(roots: Iterable[str]) -> dict[str, Marks | None]:
    """The marks of all files below the roots, each a file or a folder, and of the installed libraries.

    None stands for what cannot be looked at. A folder is there under its path with a slash, without marks, and a link
    under its own path, a NUL and "link".
    """
    return dict(_all(roots))


def take_snapshot(roots: Iterable[str]) -> FileSnapshot:
    """The state of all files below the roots, each a file or a folder, and of the installed libraries."""
    now = time.time_ns()
    return snapshot_of(file_marks(roots), now)


def snapshot_of(marks: Mapping[str, Marks | None], now: int) -> FileSnapshot:
    """The state of files with these marks, which were looked at from `now` on (ns since 1970)."""
    lines, fresh = [], []
    for path, found in sorted(marks.items()):
        lines.append(f"{path}\0{found}\n")
        if found and "\0" not in path and _is_fresh(found, now):
            fresh.append(path)
    seen = sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()
    return FileSnapshot(seen, digests(fresh) if len(fresh) <= _TOO_MANY else None)


def changed_since(path: str, began: int | None) -> int:
    """When a file was changed last (ns since 1970), if that was after the build began; 0 if not or not known."""
    found = _marks(path)
    if not found or began is None:
        return 0
    changed = max(found[1:3])
    return changed if changed > began - (0 if changed % _SECOND else _COARSE) else 0


def _is_fresh(found: Marks, now: int) -> bool:
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


def _all(roots: Iterable[str]) -> Iterator[tuple[str, Marks | None]]:
    for root in roots:
        if os.path.isdir(root):  # noqa: PTH112
            yield from _below(root, {os.path.realpath(root)})
        else:
            yield root, _marks(root)
    # Installing or removing a library changes the folder that holds it.
    for folder in sys.path:
        if folder.rstrip("/\\").endswith("-packages"):
            yield folder, _marks(folder)


def _below(folder: str, above: set[str]) -> Iterator[tuple[str, Marks | None]]:
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except OSError:
        yield folder, None
        return
    for entry in found:
        if entry.is_symlink():
            # What the link itself is, and below what it leads to.
            yield f"{entry.path}\0link", _of(entry.stat(follow_symlinks=False))
        if not entry.is_dir():
            yield entry.path, _marks(entry.path)
        elif entry.name not in _NOT_READ:
            yield f"{entry.path}/", None
            real = os.path.realpath(entry.path) if entry.is_symlink() else entry.path
            if real not in above:
                yield from _below(entry.path, above | {real})


def _marks(path: str) -> Marks | None:
    try:
        return _of(os.stat(path))  # noqa: PTH116
    except OSError:
        return None


def _of(found: os.stat_result) -> Marks:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, stat.S_IFMT(found.st_mode)
