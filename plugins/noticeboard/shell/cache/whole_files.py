"""Single files of our own, read and written so that no link is followed and nobody sees half of one."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from secrets import token_hex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ASIDE = ".new"
"""How the names of files end that are being written."""

_WITHOUT_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_regular(path: Path) -> bytes:
    """The bytes of a regular file; raises OSError for anything else, links among it."""
    number = os.open(path, os.O_RDONLY | _WITHOUT_LINKS)
    with open(number, "rb") as file:  # noqa: PTH123 - a Path opens no number
        if not stat.S_ISREG(os.fstat(number).st_mode) or path.is_symlink():
            message = "it is no regular file"
            raise OSError(message)
        return file.read()


def write_whole(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Puts a file in place at one go, made with its folder; raises OSError, also if the folder is a link.

    Of `mode` the umask leaves what it allows.
    """
    folder = path.parent
    folder.mkdir(parents=True, exist_ok=True)
    if folder.is_symlink():
        message = "its folder is a link"
        raise OSError(message)
    # A name of its own for each: two builds may write the same file at once, and others may have guessed a fixed one.
    aside = folder / f"{path.name}.{token_hex(8)}{ASIDE}"
    number = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with open(number, "wb") as file:  # noqa: PTH123 - a Path opens no number
            file.write(data)
        aside.replace(path)
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise
