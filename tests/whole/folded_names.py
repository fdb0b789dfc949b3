"""Makes the names of files below a folder case-insensitive, as on Windows and macOS.

It runs first if it is named `sitecustomize.py`; FOLDED_BELOW names the folder.
"""

from __future__ import annotations

import builtins
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = os.environ.get("FOLDED_BELOW", "")
ONE = ("stat", "lstat", "open", "mkdir", "unlink", "remove", "rmdir", "scandir", "listdir", "access", "readlink")
FURTHER = ("utime", "chmod", "chdir", "walk", "truncate")
TWO = ("rename", "replace", "link")
_listdir, _lstat = os.listdir, os.lstat


def found(path: object) -> object:
    """The path as it is spelt on the disk; unchanged if it does not exist."""
    text = os.fspath(path) if isinstance(path, str | os.PathLike) else None
    if not isinstance(text, str):
        return path
    whole = Path(os.path.normpath(Path.cwd() / text))
    if not whole.is_relative_to(ROOT):
        return path
    place = ROOT
    for name in whole.relative_to(ROOT).parts:
        place = f"{place}/{_called(place, name)}"
    return place


def _called(folder: str, name: str) -> str:
    try:
        _lstat(f"{folder}/{name}")
    except OSError:
        pass
    else:
        return name
    try:
        names = _listdir(folder)
    except OSError:
        return name
    return next((known for known in names if known.casefold() == name.casefold()), name)


def folded(function: Callable, paths: int) -> Callable:
    """The function, with case-insensitive first paths."""

    def act(*given: object, **named: object) -> object:
        return function(*map(found, given[:paths]), *given[paths:], **named)

    return act


if ROOT:
    for name in (*ONE, *FURTHER):
        setattr(os, name, folded(getattr(os, name), 1))
    for name in TWO:
        setattr(os, name, folded(getattr(os, name), 2))
    builtins.open = io.open = folded(io.open, 1)
