"""The entries of a folder, by names alone; nothing is opened."""

from __future__ import annotations

import os
import stat
from pathlib import PurePath
from typing import TYPE_CHECKING

from noticeboard.sources.folder_names import FolderEntry
from noticeboard.sources.stray_files import is_left_behind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def entries(root: Path) -> list[FolderEntry]:
    """Every file and folder below root, sorted, without those of operating systems and editors."""
    return sorted(_below(str(root), "", (os.path.realpath(root),)))


def _below(folder: str, prefix: str, above: tuple[str, ...]) -> Iterator[FolderEntry]:
    """What lies below a folder; `above` are the real paths of the folders around it, the root first."""
    try:
        with os.scandir(folder) as found:
            names = sorted(found, key=lambda e: e.name)
    except OSError:
        yield FolderEntry(prefix.rstrip("/"), is_folder=True, fault="unreadable")
        return
    for name in names:
        if is_left_behind(name.name):
            continue
        entry = _entry(name, prefix + name.name, above)
        yield entry
        if entry.is_folder and not entry.fault:
            yield from _below(name.path, f"{entry.path}/", (*above, os.path.realpath(name.path)))


def stays_inside(path: Path, root: Path) -> bool:
    """Whether a path below root leads to what may be read as content: inside root, and to nothing hidden there."""
    return _is_inside(os.path.realpath(path), os.path.realpath(root))


def _is_inside(target: str, root: str) -> bool:
    # What lies outside begins with "..", what is hidden with ".".
    return not any(part.startswith(".") for part in PurePath(os.path.relpath(target, root)).parts)


def _entry(found: os.DirEntry[str], path: str, above: tuple[str, ...]) -> FolderEntry:
    if found.is_symlink():
        target = os.path.realpath(found.path)
        if not os.path.exists(target):  # noqa: PTH110 - one call per link, on a plain string
            return FolderEntry(path, fault="dangling")
        if not _is_inside(target, above[0]) or target in above:
            return FolderEntry(path, fault="leaves")
    if found.is_file(follow_symlinks=False):
        return FolderEntry(path)
    if found.is_dir():
        return FolderEntry(path, is_folder=True)
    if not stat.S_ISREG(found.stat().st_mode):
        return FolderEntry(path, fault="special")
    return FolderEntry(path)
