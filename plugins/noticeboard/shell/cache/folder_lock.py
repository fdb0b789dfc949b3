"""Folders that a process holds, so that others wait for it, and know when it has died."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from noticeboard.shell.operating_system import Lock, lock

PREFIX = ".noticeboard-"
"""How the names of staging folders begin."""


def lock_folder(folder: Path, *, wait: bool = False) -> Lock | None:
    """Locks a folder until this process releases it or ends; None if it cannot be locked.

    With `wait` it is waited for as long as another process holds it.
    """
    return lock(folder, wait=wait)


def release_folder(held: Lock | None) -> None:
    """Lets others have a folder that was held."""
    if held:
        held.release()


def new_held(location: Path) -> tuple[Path, Lock]:
    """A new staging folder in `location`, and the lock on it. Raises OSError with `location` as its file name."""
    while True:
        try:
            folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=location))
        except OSError as fault:
            raise OSError(fault.errno, fault.strerror, str(location)) from fault
        held = lock_folder(folder)
        # Another build may have taken it for abandoned before it was held.
        if held and folder.is_dir():
            return folder, held
        release_folder(held)


def remove_abandoned(location: Path) -> None:
    """Removes the staging folders of builds that were killed; raises nothing."""
    for folder in location.glob(f"{PREFIX}*/"):
        held = None if folder.is_symlink() else lock_folder(folder)
        if held:
            shutil.rmtree(folder, ignore_errors=True)
        release_folder(held)
