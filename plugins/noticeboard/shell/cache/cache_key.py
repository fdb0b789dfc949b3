"""The key without which nobody can write into a cache what a build takes from it."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from secrets import token_bytes, token_hex
from typing import TYPE_CHECKING

from noticeboard.shell.cache.whole_files import read_regular, write_whole
from noticeboard.shell.operating_system import state_folder

if TYPE_CHECKING:
    from pathlib import Path

VARIABLE = "NOTICEBOARD_CACHE_KEY"
_FILE = "cache.key"
_BYTES = 64
_HOME = ("XDG_STATE_HOME", "HOME", "USERPROFILE")
"""The variables that say where this user's files are."""


def cache_key() -> bytes:
    """The key of 64 bytes: made of the environment's NOTICEBOARD_CACHE_KEY, or of this user on this machine.

    Where neither can be had it lasts as long as this process and those that it starts.
    """
    given = os.environ.get(VARIABLE, "")
    if not given:
        own = _own_key(*map(os.environ.get, _HOME))
        if own:
            return own
        given = os.environ[VARIABLE] = token_hex(_BYTES)
    return blake2b(given.encode("utf-8", "surrogateescape")).digest()


# The key is asked for with each value that is kept.
@cache
def _own_key(*_: str | None) -> bytes | None:
    """The key of this user, made where there is none; None where it cannot be kept."""
    folder = state_folder()
    return _key_in(folder / "noticeboard" / _FILE) if folder else None


def _key_in(file: Path) -> bytes | None:
    found = _read(file)
    if found is None:
        with suppress(OSError):
            write_whole(file, token_bytes(_BYTES), mode=0o600)
        found = _read(file)
    return found


def _read(file: Path) -> bytes | None:
    try:
        found = read_regular(file)
    except OSError:
        return None
    return found if len(found) == _BYTES else None
