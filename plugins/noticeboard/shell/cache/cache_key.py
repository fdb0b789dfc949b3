"""The key that signs what a build keeps in its cache: without it nobody can write what a build would accept."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from secrets import token_bytes, token_hex
from typing import TYPE_CHECKING

from noticeboard.shell.cache.atomic_files import read_regular, write_atomically
from noticeboard.shell.operating_system import state_folder

if TYPE_CHECKING:
    from pathlib import Path

VARIABLE = "NOTICEBOARD_CACHE_KEY"
_FILE = "cache.key"
_BYTES = 64
_HOME = ("XDG_STATE_HOME", "HOME", "USERPROFILE")
"""The variables that say where this user's files are."""


def cache_key() -> bytes:
    """The key, 64 bytes: derived from the variable NOTICEBOARD_CACHE_KEY, else this user's own on this machine.

    If there is neither, the key is random and lasts as long as this process and those that it starts.
    """
    given = os.environ.get(VARIABLE, "")
    if not given:
        own = _own_key(*map(os.environ.get, _HOME))
        if own:
            return own
        given = os.environ[VARIABLE] = token_hex(_BYTES)
    return blake2b(given.encode("utf-8", "surrogateescape")).digest()


# Every new Signer asks for the key.
@cache
def _own_key(*_: str | None) -> bytes | None:
    """The key of this user, made on first use; None if it cannot be saved."""
    folder = state_folder()
    return _key_in(folder / "noticeboard" / _FILE) if folder else None


def _key_in(file: Path) -> bytes | None:
    found = _read(file)
    if found is None:
        with suppress(OSError):
            write_atomically(file, token_bytes(_BYTES), mode=0o600)
        found = _read(file)
    return found


def _read(file: Path) -> bytes | None:
    try:
        found = read_regular(file)
    except OSError:
        return None
    return found if len(found) == _BYTES else None
