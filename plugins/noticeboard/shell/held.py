"""Folders that a process holds, so that others wait for it, and know when it has died."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

try:
    import fcntl
except ImportError:  # Windows has no such locks: there nobody waits, and what was abandoned stays.
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from pathlib import Path

PREFIX = ".noticeboard-"
"""How the names of staging folders begin."""


def hold(folder: Path, *, wait: bool = False) -> int:
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


def release(held: int) -> None:
    """Lets others have a folder that was held."""
    if held >= 0:
        os.close(held)


def remove_abandoned(place: Path) -> None:
    """Removes the staging folders of builds that were killed."""
    for folder in place.glob(f"{PREFIX}*/"):
        held = hold(folder)
        # One that is empty may have been made just now.
        if held >= 0 and any(folder.iterdir()):
            with suppress(OSError):
                shutil.rmtree(folder)
        release(held)
