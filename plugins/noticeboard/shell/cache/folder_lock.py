"""Folders that a process holds, so that others wait for it, and know when it has died."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has no such locks: there nobody waits, and what was abandoned stays.
    fcntl = None  # type: ignore[assignment]

PREFIX = ".noticeboard-"
"""How the names of staging folders begin."""


def lock_folder(folder: Path, *, wait: bool = False) -> int:
    """Holds a folder until this process releases it or ends; a number to release it by, -1 where it is not held.

    With `wait` it is waited for as long as another process holds it.
    """
    if fcntl is None:
        return -1
    try:
        held = os.open(folder, os.O_RDONLY)
    except OSError:
        return -1
    try:
        fcntl.flock(held, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        os.close(held)
        return -1
    return held


def release_folder(held: int) -> None:
    """Lets others have a folder that was held."""
    if held >= 0:
        os.close(held)


def new_held(location: Path) -> tuple[Path, int]:
    """A new staging folder in a place, and the number to release it by."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=location))
        held = lock_folder(folder)
        # Another build may have taken it for abandoned before it was held.
        if folder.is_dir() and (held >= 0 or fcntl is None):
            return folder, held
        release_folder(held)


def remove_abandoned(location: Path) -> None:
    """Removes the staging folders of builds that were killed; raises nothing."""
    for folder in location.glob(f"{PREFIX}*/"):
        held = -1 if folder.is_symlink() else lock_folder(folder)
        if held >= 0:
            shutil.rmtree(folder, ignore_errors=True)
        release_folder(held)
