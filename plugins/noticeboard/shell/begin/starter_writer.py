"""Writes a new platform's files, or none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.shell.begin.starter_files import repository
from noticeboard.shell.commands.schema_command import schema_of
from noticeboard.shell.project import load_project
from noticeboard.shell.terminal.program_messages import spoken

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from noticeboard.shell.begin.starter_answers import Answers

SCHEMA = ".vscode/front-matter.schema.json"


class FolderInUse(Exception):  # noqa: N818 - it is named after what it says
    """The folder holds files that would be overwritten."""


def begin(folder: Path, answers: Answers, today: date) -> list[str]:
    """The paths of the files that were written below the folder, sorted.

    Raises FolderInUse, with nothing written, where one of them is there already; and OSError.
    """
    found = repository(answers, today)
    taken = [path for path in (*found, SCHEMA) if (folder / path).exists()]
    if taken or (folder / "content").exists():
        message = "There is a platform in {folder} already ({file}): name another folder."
        raise FolderInUse(spoken(message, folder=folder, file=(taken or ["content"])[0]))
    for path, data in found.items():
        _write(folder / path, data)
    settings = str(folder / "pelicanconf.py")
    _write(folder / SCHEMA, schema_of(load_project(settings, {})).encode())
    return sorted((*found, SCHEMA))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
