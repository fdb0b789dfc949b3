"""The build: nothing where nothing has changed since the last one, else Pelican's run."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

from noticeboard.shell.last_build import command_of, repeated, timed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def run_build(settings_file: str, arguments: Sequence[str], extra: Mapping[str, object]) -> None:
    """Builds with Pelican's own arguments, and settings that win over the file's; ends the process where that fails."""
    began = monotonic()
    command = command_of(settings_file, arguments, extra)
    if command and (closing := repeated(command)) is not None:
        sys.stdout.write(timed(closing, monotonic() - began))
        return
    from noticeboard.shell.host import run_pelican  # noqa: PLC0415 - Pelican loads only where it builds

    run_pelican(["-s", settings_file, *arguments], {**extra, "NOTICEBOARD_COMMAND": command} if command else extra)
