"""Locks on folders. The system releases them when a process dies, so others can tell that its folder is abandoned."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from noticeboard.shell.operating_system import Lock, lock

PREFIX = ".noticeboard-"
"""The beginning of the names of staging folders."""


def lock_folder(folder: Path, *, wait: bool = False) -> Lock | None:
    """Locks a folder until this process releases it or ends; returns None if it cannot be locked.

    With `wait`, waits until no other process has locked it.
    """
    return lock(folder, wait=wait)


def release_folder(folder_lock: Lock | None) -> None:
    """Releases the lock on a folder; does nothing for None."""
    if folder_lock:
        folder_lock.release()


def new_locked_folder(location: Path) -> tuple[Path, Lock]:
    """A new staging folder in `location`, and the lock on it. Raises OSError with `location` as its file name."""
    while True:
        try:
            folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=location))
        except OSError as fault:
            raise OSError(fault.errno, fault.strerror, str(location)) from fault
        folder_lock = lock_folder(folder)
        # Another build may have removed it as abandoned before it was locked.
        if folder_lock and folder.is_dir():
            return folder, folder_lock
        release_folder(folder_lock)


def remove_abandoned(location: Path) -> None:
    """Removes staging folders in `location` that no process has locked: their builds were killed. Ignores errors."""
    for folder in location.glob(f"{PREFIX}*/"):
        folder_lock = None if folder.is_symlink() else lock_folder(folder)
        if folder_lock:
            shutil.rmtree(folder, ignore_errors=True)
        release_folder(folder_lock)
