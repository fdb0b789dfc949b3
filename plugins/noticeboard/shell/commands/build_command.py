"""Builds the site with Pelican, unless nothing has changed since the last build."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from pathlib import Path
from time import monotonic, time_ns
from typing import TYPE_CHECKING

from noticeboard.shell.build.build_record import PrintedResult, command_of, repeated, timed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def run_build(settings_file: str, arguments: Sequence[str], extra: Mapping[str, object]) -> None:
    """Builds with Pelican's own arguments, and settings that win over the file's; ends the process where that fails."""
    began, clock = monotonic(), time_ns()
    command = command_of(settings_file, arguments, extra)
    said, marks = repeated(command) if command else (None, None)
    if said:
        _warn(settings_file, said)
        sys.stdout.write(timed(said.closing, monotonic() - began))
        return
    # Loading all takes a tenth longer while garbage is looked for.
    gc.disable()
    try:
        from noticeboard.shell.build.pelican_host import run_pelican  # noqa: PLC0415 - Pelican loads only where it builds

        own = {"NOTICEBOARD_COMMAND": command, "NOTICEBOARD_MARKS": marks, "NOTICEBOARD_BEGAN": clock}
        run_pelican(["-s", settings_file, *arguments], {**extra, **own})
    finally:
        gc.enable()


def _warn(settings_file: str, said: PrintedResult) -> None:
    """Prints the last build's warnings again."""
    if not said.warnings:
        return
    from noticeboard.shell.project import load_project  # noqa: PLC0415 - most sites have no warnings
    from noticeboard.shell.terminal.console import print_problems  # noqa: PLC0415

    project = replace(load_project(settings_file, {}), content=Path(said.content))
    print_problems(said.warnings, project)
