"""Writes a new platform's files, or none of them."""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from noticeboard.shell.begin.starter_files import repository
from noticeboard.shell.commands.schema_command import schema_of
from noticeboard.shell.project import load_project
from noticeboard.shell.terminal.program_messages import gettext

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from noticeboard.shell.begin.starter_answers import Answers

SCHEMA = ".vscode/front-matter.schema.json"


class FolderInUse(Exception):  # noqa: N818 - it is named after what it says
    """The folder holds files that would be overwritten."""


def begin(folder: Path, answers: Answers, today: date) -> list[str]:
    """The paths of the written files below the folder, sorted.

    Raises FolderInUse, before anything is written, if one of them exists; and OSError.
    """
    found = repository(answers, today)
    claimed = dict.fromkeys("content" if path.startswith("content/") else path for path in (*found, SCHEMA))
    if taken := [path for path in claimed if os.path.lexists(folder / path)]:
        message = "{folder} already holds {files}. Move that away, or name another folder."
        raise FolderInUse(gettext(message, folder=folder, files=", ".join(taken)))
    with ExitStack() as undone:
        for path, data in found.items():
            _write(folder, path, data, undone)
        settings = str(folder / "pelicanconf.py")
        _write(folder, SCHEMA, schema_of(load_project(settings, {})).encode(), undone)
        undone.pop_all()
    return sorted((*found, SCHEMA))


def _write(folder: Path, path: str, data: bytes, undone: ExitStack) -> None:
    """Writes a file; `undone` then holds what takes it and its new folders away again."""
    target = folder / path
    for parent in reversed(target.parents):
        if not parent.is_dir():
            parent.mkdir()
            undone.callback(_remove, parent)
    undone.callback(target.unlink, missing_ok=True)
    target.write_bytes(data)


def _remove(folder: Path) -> None:
    """Removes a folder in which nothing else has come to lie."""
    with suppress(OSError):
        folder.rmdir()
