"""Builds aside, then moves file by file into place; removes only what we once wrote."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Self

from noticeboard.shell.held import PREFIX, hold, release, remove_abandoned

if TYPE_CHECKING:
    from collections.abc import Iterable

MANIFEST = ".noticeboard-files.json"
"""The list of the files we wrote, in the output folder."""


class Staging:
    """A folder on the output's file system in which a build collects its files before any is moved.

    Use as a context manager: whatever was not moved is gone at its end. All methods raise OSError.
    """

    def __init__(self, output: Path) -> None:
        """Makes the folder beside the output folder (inside, where that is a file system of its own)."""
        self._output = output
        self.written: list[str] = []
        self.removed: list[str] = []

    def __enter__(self) -> Self:
        """The staging, ready to be written to."""
        parent = self._output.parent
        self._new_folders = [p for p in (parent, *parent.parents) if not p.exists()]
        parent.mkdir(parents=True, exist_ok=True)
        mounted = self._output.exists() and self._output.stat().st_dev != parent.stat().st_dev
        place = self._output if mounted else parent
        remove_abandoned(place)
        self._folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
        self._held = hold(self._folder)
        return self

    def __exit__(self, *_: object) -> None:
        """Removes the folder, and parents of the output that were made for nothing."""
        shutil.rmtree(self._folder, ignore_errors=True)
        release(self._held)
        if not self._output.exists():
            for folder in self._new_folders:
                folder.rmdir()

    def write(self, path: str, data: bytes) -> None:
        """Keeps the bytes for that path below the output folder.

        They lie under a number: thousands of folders made to be removed again would cost seconds.
        """
        (self._folder / str(len(self.written))).write_bytes(data)
        self.written.append(path)

    def expect(self, paths: Iterable[str]) -> Path:
        """Where others put the bytes for these paths, under the numbers that follow: the folder."""
        self.written += paths
        return self._folder

    def commit(self, claimed: Iterable[str]) -> None:
        """Moves all files into place and removes those we once wrote that nobody claims any more."""
        self._output.mkdir(parents=True, exist_ok=True)
        held = hold(self._output, wait=True)
        try:
            self._commit(set(claimed), listed(self._output))
        finally:
            release(held)

    def _commit(self, new: set[str], old: set[str]) -> None:
        gone = sorted(old - new)
        if old != new or not (self._output / MANIFEST).is_file():
            self._list(old | new)
        for path in gone:
            self._remove(path)
        for number, path in enumerate(self.written):
            target = self._output / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (self._folder / str(number)).replace(target)
        if gone:
            self._list(new)

    def _list(self, paths: set[str]) -> None:
        aside = self._folder / MANIFEST
        aside.write_text(json.dumps(sorted(paths), indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
        aside.replace(self._output / MANIFEST)

    def _remove(self, path: str) -> None:
        target = self._output / path
        if target.is_file() or target.is_symlink():
            target.unlink()
            self.removed.append(path)
        for folder in target.parents:
            if folder == self._output or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()


def listed(output: Path) -> set[str]:
    """The files in the output folder that we wrote; nothing where the list is absent or not ours to trust."""
    try:
        found = json.loads((output / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return set()
    if not isinstance(found, list):
        return set()
    return {p for p in found if isinstance(p, str) and _inside(p)}


def _inside(path: str) -> bool:
    return bool(path) and not path.startswith("/") and ".." not in path.split("/") and "\0" not in path


def remove_ours(output: Path) -> int:
    """Removes the listed files, their list and folders that this leaves empty; returns how many files went."""
    if not output.is_dir():
        return 0
    with Staging(output) as staging:
        staging.commit(())
        (output / MANIFEST).unlink(missing_ok=True)
        if not any(output.iterdir()):
            output.rmdir()
        return len(staging.removed)
