"""What is left in the cache folder by builds that were killed, by other versions, and by pictures that are gone."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from noticeboard.shell.cache.whole_files import ASIDE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

_DAY = 24 * 60 * 60
_WEEK = 7 * _DAY
_KEPT = ("noticeboard.sqlite", "noticeboard-status.sqlite")


def remove_litter(cache: Path, pictures: Path, used: Collection[Path], now: float) -> None:
    """Removes what nobody needed for a week; `used` are the pictures of this build, `now` is in seconds since 1970."""
    for file in used:
        _touch(file, now)
    for file in (*_leftovers(cache), *_files(pictures)):
        with suppress(OSError):
            if file not in used and now - file.lstat().st_mtime > _WEEK:
                file.unlink()


def kept_files(cache: Path) -> Iterator[Path]:
    """Everything of ours that lies in the cache folder itself, whatever version left it."""
    yield from _matching(cache, ("noticeboard*.sqlite*", "noticeboard-last-*"))


def _leftovers(cache: Path) -> Iterator[Path]:
    named = ("noticeboard-*.sqlite*", "noticeboard-last-*", f"noticeboard*{ASIDE}")
    return (file for file in _matching(cache, named) if file.name not in _KEPT)


def _matching(folder: Path, patterns: Iterable[str]) -> Iterator[Path]:
    return (file for pattern in patterns for file in folder.glob(pattern) if not file.is_dir() or file.is_symlink())


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir() or folder.is_symlink():
        return []
    return [file for file in folder.iterdir() if not file.is_dir()]


def _touch(file: Path, now: float) -> None:
    """Notes, at most once a day, that a file is used."""
    with suppress(OSError):
        if not file.is_symlink() and now - file.stat().st_mtime > _DAY:
            os.utime(file, (now, now))
