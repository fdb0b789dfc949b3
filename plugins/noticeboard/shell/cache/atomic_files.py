"""Files of our own: written in one step, so that nobody reads half of one, and read without following links."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from secrets import token_hex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TEMPORARY = ".new"
"""The ending of the names of files that are being written."""

_WITHOUT_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_regular(path: Path) -> bytes:
    """The bytes of a regular file; raises OSError for anything else, including links."""
    number = os.open(path, os.O_RDONLY | _WITHOUT_LINKS)
    with open(number, "rb") as file:  # noqa: PTH123 - a Path opens no number
        if not stat.S_ISREG(os.fstat(number).st_mode) or path.is_symlink():
            message = "it is no regular file"
            raise OSError(message)
        return file.read()


def write_atomically(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Writes a file in one step and makes its folder if needed; raises OSError, also if the folder is a link.

    `mode` is the mode of a new file before the umask is applied.
    """
    folder = path.parent
    folder.mkdir(parents=True, exist_ok=True)
    if folder.is_symlink():
        message = "its folder is a link"
        raise OSError(message)
    # The name is random: two builds may write the same file at once, and a fixed name could be a trap of others.
    aside = folder / f"{path.name}.{token_hex(8)}{TEMPORARY}"
    number = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with open(number, "wb") as file:  # noqa: PTH123 - a Path opens no number
            file.write(data)
        aside.replace(path)
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise
