"""Builds aside, then moves file by file into place; removes only what we once wrote, and follows no links."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from noticeboard.model import Location, Problem, error
from noticeboard.shell.build.mounts import is_mount, mounts_below
from noticeboard.shell.build.obstacles import Ground
from noticeboard.shell.build.written_files import MANIFEST, Distrusted, as_list, trusted
from noticeboard.shell.cache.folder_lock import lock_folder, new_held, release_folder, remove_abandoned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from noticeboard.shell.build.output_state import State
    from noticeboard.shell.operating_system import Lock


class Obstructed(Exception):  # noqa: N818 - it is named after what it says
    """The files cannot be moved into place; `problems` name every obstacle."""

    def __init__(self, problems: list[Problem]) -> None:
        """Takes the problems."""
        super().__init__(problems[0].full_message)
        self.problems = problems


class Interrupted(Exception):  # noqa: N818 - it is named after what it says
    """The disk refused to go on when some files had been moved or removed already; `fault` says why."""

    def __init__(self, fault: OSError, moved: list[str], removed: list[str]) -> None:
        """Takes the fault and the paths of the files that were moved into place, and of those that were removed."""
        super().__init__(str(fault))
        self.fault, self.moved, self.removed = fault, moved, removed


class Staging:
    """A folder on the output's file system in which a build collects its files before any is moved.

    Use as a context manager: whatever was not moved is gone at its end. Methods raise OSError, and Obstructed where
    something stands in the way. `written` and `removed` are paths below the output folder.
    """

    def __init__(self, output: Path) -> None:
        """Makes the folder beside the output folder; inside, where it cannot be beside."""
        self._output = output
        self.written: list[str] = []
        self.removed: list[str] = []
        self._in_place: list[str] = []
        self._near: dict[str, Path] = {}
        self._lock: Lock | None = None

    def __enter__(self) -> Self:
        """The staging, ready to be written to."""
        parent = self._output.parent
        self._new_folders = [p for p in (self._output, parent, *parent.parents) if not p.exists()]
        if self._output.is_symlink():
            raise Obstructed([_linked(self._output)])
        parent.mkdir(parents=True, exist_ok=True)
        location = self._output if self._is_apart() else parent
        location.mkdir(exist_ok=True)
        for folder in {location, parent, self._output}:
            remove_abandoned(folder)
        self._folder, held = new_held(location)
        self._held = [(self._folder, held)]
        return self

    def _is_apart(self) -> bool:
        """Whether nothing can be moved from the folder around the output into it."""
        parent = self._output.parent
        if not self._output.exists():
            return False
        return not os.access(parent, os.W_OK | os.X_OK) or is_mount(self._output)

    def __exit__(self, *_: object) -> None:
        """Removes the folder, and folders of the output that were made for nothing; lets other builds go on."""
        release_folder(self._lock)
        for folder, held in self._held:
            shutil.rmtree(folder, ignore_errors=True)
            release_folder(held)
        if not (self._output / MANIFEST).exists():
            for folder in self._new_folders:
                if folder.is_dir() and not any(folder.iterdir()):
                    folder.rmdir()

    def write(self, path: str, data: bytes) -> None:
        """Keeps the bytes for that path below the output folder.

        They lie under a number: thousands of folders made to be removed again would cost seconds.
        """
        with open(f"{self._folder}/{len(self.written)}", "wb") as file:  # noqa: PTH123 - there are thousands of them
            file.write(data)
        self.written.append(path)

    def expect(self, paths: Iterable[str]) -> Path:
        """Where others put the bytes for these paths, under the numbers that follow: the folder."""
        self.written += paths
        return self._folder

    def commit(
        self,
        claimed: Iterable[str],
        done: Callable[[dict[str, State]], None] = lambda _: None,
        proceed: Callable[[], bool] = lambda: True,
    ) -> bool:
        """Moves all files into place and removes those we once wrote that nobody claims any more.

        Both functions are called while no other build can move files: `proceed` says before whether to move any, which
        comes back, and `done` is told the states of those that were moved.
        """
        if not self._lock:
            self.keep_others_out()
        if not proceed():
            return False
        try:
            states = self._commit(set(claimed))
        except OSError as fault:
            if not (self._in_place or self.removed):
                raise
            raise Interrupted(fault, self._in_place, self.removed) from fault
        done(states)
        return True

    def keep_others_out(self) -> None:
        """Waits until no other build moves files, and lets none do so before the end of this one."""
        self._output.mkdir(parents=True, exist_ok=True)
        self._lock = lock_folder(self._output, wait=True)

    def _commit(self, new: set[str]) -> dict[str, State]:
        old = self._listed()
        ground = Ground(self._output, old - new)
        if found := ground.obstacles(self.written):
            raise Obstructed(found)
        gone = sorted(path for path in old - new if ground.is_ours(path))
        self._bring_near()
        states = {path: _state(self._staged(number, path)) for number, path in enumerate(self.written)}
        if old != new or not (self._output / MANIFEST).is_file():
            self._list(old | new)
        blocking = _blocking(gone, self.written)
        for path in blocking:
            self._remove(path)
        made = set[str]()
        for number, path in self._in_order():
            target = f"{self._output}/{path}"
            folder = target.rpartition("/")[0]
            if folder not in made:
                os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - paths are plain strings: there are thousands
                made.add(folder)
            _moved(self._staged(number, path), target)
            self._in_place.append(path)
        for path in gone:
            if path not in blocking:
                self._remove(path)
        if old - new:
            self._list(new)
        elif self.written or gone:
            self._touch_list(new)
        return states

    def _listed(self) -> set[str]:
        try:
            return trusted(self._output)
        except Distrusted as fault:
            message = (
                "The list of the files that builds wrote is damaged, is a link, or names something outside its folder."
            )
            hint = "Remove the list and what earlier builds left in the folder, then build again."
            raise Obstructed([error(Location(str(self._output / MANIFEST)), "not-written", message, hint)]) from fault

    def _in_order(self) -> list[tuple[int, str]]:
        """The files by number, pages after what they need."""
        return sorted(enumerate(self.written), key=lambda found: found[1].endswith(".html"))

    def _bring_near(self) -> None:
        """Copies what belongs on a file system mounted inside the output onto that one, so that it can be moved."""
        mounts = mounts_below(self._output)
        for number, path in enumerate(self.written if mounts else ()):
            mount = next((m for m in mounts if (self._output / path).is_relative_to(m)), None)
            if mount:
                self._near[path] = self._folder_on(mount) / str(number)
                shutil.copyfile(self._folder / str(number), self._near[path])

    def _folder_on(self, mount: Path) -> Path:
        found = next((folder for folder, _ in self._held if folder.parent == mount), None)
        if not found:
            remove_abandoned(mount)
            self._held.append(new_held(mount))
            found = self._held[-1][0]
        return found

    def _staged(self, number: int, path: str) -> str:
        near = self._near.get(path)
        return str(near) if near else f"{self._folder}/{number}"

    def _list(self, paths: set[str]) -> None:
        aside = self._folder / MANIFEST
        aside.write_bytes(as_list(paths))
        _moved(str(aside), str(self._output / MANIFEST))

    def _touch_list(self, paths: set[str]) -> None:
        """Gives the list another time, by which other builds see that files were moved."""
        try:
            os.utime(self._output / MANIFEST)
        except OSError:  # It is another user's.
            self._list(paths)

    def _remove(self, path: str) -> None:
        target = self._output / path
        target.unlink(missing_ok=True)
        self.removed.append(path)
        for folder in target.parents:
            if folder == self._output or any(folder.iterdir()):
                break
            folder.rmdir()


def _moved(staged: str, target: str) -> None:
    """Moves a file; raises OSError with the target as its file name."""
    try:
        os.replace(staged, target)  # noqa: PTH105 - paths are plain strings: there are thousands
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, target) from fault


def _state(file: str) -> State:
    found = os.stat(file)  # noqa: PTH116 - likewise
    return found.st_size, found.st_mtime_ns


def _blocking(gone: Iterable[str], written: Iterable[str]) -> set[str]:
    """Those that must go first: a file where a folder will be, and what lies in a folder where a file will be."""
    files = set(written)
    folders = {path[:at] for path in files for at, letter in enumerate(path) if letter == "/"}
    return {
        path
        for path in gone
        if path in folders or any(path[:at] in files for at, letter in enumerate(path) if letter == "/")
    }


def _linked(output: Path) -> Problem:
    message, hint = "There is a link where a folder of the site must be.", "Remove the link."
    return error(Location(str(output)), "not-written", message, hint)


def remove_ours(output: Path) -> int:
    """Removes the listed files, their list and folders that this leaves empty; returns how many files went.

    Raises Obstructed and OSError.
    """
    if not output.is_dir() or output.is_symlink():
        return 0
    with Staging(output) as staging:
        staging.commit(())
        (output / MANIFEST).unlink(missing_ok=True)
    if not any(output.iterdir()):
        # Where the folder around it is not ours, it stays.
        with suppress(OSError):
            output.rmdir()
    return len(staging.removed)
