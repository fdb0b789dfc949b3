"""Removes files from the cache folder that are no longer used.

They come from builds that were killed, from other versions of the program, and from pictures that are gone.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from noticeboard.shell.cache.atomic_files import TEMPORARY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

_DAY = 24 * 60 * 60
_WEEK = 7 * _DAY
_KEPT = ("noticeboard.sqlite", "noticeboard-status.sqlite")


def remove_unused_files(cache: Path, pictures: Path, used: Collection[Path], now: float) -> None:
    """Removes files that no build used for a week.

    `used` are the encoded pictures of this build, `now` is in seconds since 1970.
    """
    for file in used:
        _touch(file, now)
    for file in (*_leftovers(cache), *_files(pictures)):
        with suppress(OSError):
            if file not in used and now - file.lstat().st_mtime > _WEEK:
                file.unlink()


def cache_files(cache: Path) -> Iterator[Path]:
    """Our files in the cache folder itself, those of other versions too."""
    yield from _matching(cache, ("noticeboard*.sqlite*", "noticeboard-last-*"))


def _leftovers(cache: Path) -> Iterator[Path]:
    named = ("noticeboard-*.sqlite*", "noticeboard-last-*", f"noticeboard*{TEMPORARY}")
    return (file for file in _matching(cache, named) if file.name not in _KEPT)


def _matching(folder: Path, patterns: Iterable[str]) -> Iterator[Path]:
    return (file for pattern in patterns for file in folder.glob(pattern) if not file.is_dir() or file.is_symlink())


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir() or folder.is_symlink():
        return []
    return [file for file in folder.iterdir() if not file.is_dir()]


def _touch(file: Path, now: float) -> None:
    """Sets the time of a file that is used, at most once a day."""
    with suppress(OSError):
        if not file.is_symlink() and now - file.stat().st_mtime > _DAY:
            os.utime(file, (now, now))
