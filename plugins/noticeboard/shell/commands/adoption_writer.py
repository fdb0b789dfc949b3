"""Writes adopted versions and the files beside them; existing files are overwritten only on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Location, Problem, error
from noticeboard.shell.editing.file_changes import write_new, write_over

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from noticeboard.adoption.adopted_version import AdoptedVersion
    from noticeboard.adoption.adoption_notes import FoundPicture


def already_there(version: AdoptedVersion, content: Path, taken: Iterable[str], *, force: bool) -> list[Problem]:
    """Why a version is not written: it or a file beside it exists, or another text becomes the same version."""
    if not version.path:
        return []
    location = Location(str(content / version.path))
    if version.path in taken:
        message = "Two of the texts would become this file; the second is left out."
        return [
            error(location, "already-there", message, "Give one of them another name with --name, or rename its file.")
        ]
    folder = content / version.folder
    there = [
        name for name in (version.path.rpartition("/")[2], *(f.name for f in version.files)) if (folder / name).exists()
    ]
    if not there or force:
        return []
    message = "{file} is already there and stays as it is."
    hint = "Choose another name with --name, or overwrite it with --force."
    return [error(location, "already-there", message, hint, file=there[0])]


def write_version(version: AdoptedVersion, content: Path, root: Path) -> None:
    """Writes the files beside the version and then the version; raises ClickException if that fails."""
    folder = content / version.folder
    for file in version.files:
        _put(folder / file.name, _bytes(file, root))
    _put(content / version.path, version.data)


def _bytes(file: FoundPicture, root: Path) -> bytes:
    return file.data if file.data is not None else (root / file.source).read_bytes()


def _put(path: Path, data: bytes) -> None:
    if path.exists():
        write_over(path, data)
    else:
        write_new(path, data)
