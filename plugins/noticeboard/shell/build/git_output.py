"""What git says of the content folder's history."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_GIT = ("git", "-c", "core.quotePath=false", "-c", "log.showSignature=false", "--no-pager")
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_SECONDS = 20


def git_output(content: Path, *arguments: str) -> bytes:
    """What git prints; nothing if there is no git, no repository, or too much of it."""
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are a list, and no shell reads them
            (*_GIT, *arguments),
            cwd=content,
            env={**os.environ, **_QUIET},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout
