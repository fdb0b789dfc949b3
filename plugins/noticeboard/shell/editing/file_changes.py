"""Changes of several files that happen together or not at all."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

import click

from noticeboard.shell.terminal.program_messages import gettext

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_ASIDE = re.compile(r"^\.(.+)\.\d+\.(?:new|old)~$")
"""The name of a file that lies aside, with the name that people know."""


def write_new(path: Path, data: bytes) -> None:
    """Writes a new file completely or not at all; raises ClickException, also if the file exists."""
    made = [parent for parent in path.parents if not parent.exists()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _place(data, path)
    except OSError as fault:
        for parent in made:
            with suppress(OSError):
                parent.rmdir()
        raise _refusal(fault, path) from fault


def write_over(path: Path, data: bytes) -> None:
    """Replaces the bytes of a file completely or not at all; raises ClickException."""
    aside = _aside(path, "new")
    try:
        _fill(aside, data)
        aside.replace(path)
    except OSError as fault:
        raise _refusal(fault, path) from fault
    finally:
        aside.unlink(missing_ok=True)


def change(files: Mapping[Path, bytes], move: tuple[Path, Path] | None = None) -> None:
    """Moves a folder and replaces the bytes of files, which have their new names here; raises ClickException.

    If any of it fails, or on Ctrl-C, everything is as before.
    """
    with ExitStack() as tidying, ExitStack() as undoing:
        try:
            if move:
                move[0].rename(move[1])
                undoing.callback(move[1].rename, move[0])
            for path, data in files.items():
                _exchange(path.resolve(strict=True), data, undoing, tidying)
        except OSError as fault:
            raise _refusal(fault, move[0] if move else None) from fault
        undoing.pop_all()


def _exchange(real: Path, data: bytes, undoing: ExitStack, tidying: ExitStack) -> None:
    """Gives a file other bytes; `undoing` gives it the old ones again, `tidying` removes what was written aside."""
    new, old = _aside(real, "new"), _aside(real, "old")
    for aside in (new, old):
        # Before the folder is moved back, as it is named here as it was moved.
        undoing.callback(aside.unlink, missing_ok=True)
        tidying.callback(aside.unlink, missing_ok=True)
    _fill(new, data)
    _fill(old, real.read_bytes())
    shutil.copymode(real, new)
    shutil.copymode(real, old)
    new.replace(real)
    undoing.callback(old.replace, real)


def _aside(path: Path, message: str) -> Path:
    """A file of another name in the same folder, which no build reads."""
    return path.parent / f".{path.name}.{os.getpid()}.{message}~"


def _fill(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _place(data: bytes, path: Path) -> None:
    """Writes the bytes into a file that gets its name when it is whole, unless that is taken."""
    aside = _aside(path, "new")
    try:
        _fill(aside, data)
        _name(aside, path)
    finally:
        aside.unlink(missing_ok=True)


def _name(aside: Path, path: Path) -> None:
    """Gives the file its name; raises OSError if that is taken."""
    try:
        # A link fails where the name is taken, which a move would not; not every disk has links.
        os.link(aside, path)
    except OSError:
        if path.exists():
            raise
        aside.replace(path)


def _refusal(fault: OSError, path: Path | None) -> click.ClickException:
    name = _ASIDE.sub(r"\1", str(fault.filename or path or "The file").rpartition("/")[2])
    return click.ClickException(
        gettext("{name} cannot be written ({strerror}). Nothing was changed.", name=name, strerror=fault.strerror)
    )
