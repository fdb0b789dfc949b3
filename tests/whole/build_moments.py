"""Lets builds wait for each other at given moments, by means of files that they write and look for."""

from __future__ import annotations

import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PATIENCE = 900
"""The seconds after which a build stops waiting for another."""

LINKING = "noticeboard.shell.build.project_linking"
WRITER = "noticeboard.shell.build.output_writer"
STAGING = "noticeboard.shell.build.staging"


class Moment(NamedTuple):
    """When a build writes one file and waits for another: when a function is first called, or has first returned.

    `function` is a module, a colon and the names that lead to the function; "" is the whole build.
    """

    function: str
    returned: bool = False
    makes: str = ""
    awaits: str = ""

    def come(self) -> None:
        """Writes the one file and waits for the other."""
        if self.makes:
            Path(self.makes).touch()
        end = time.monotonic() + _PATIENCE
        while self.awaits and not Path(self.awaits).exists():
            if time.monotonic() > end:
                raise TimeoutError(self.awaits)
            time.sleep(0.01)


def hooked(build: Callable[[], int], moments: Iterable[Moment]) -> int:
    """The exit code of a build with these moments."""
    for moment in moments:
        if moment.function:
            _hook(moment)
        else:
            build = _at(moment, build)
    return build()


def _hook(moment: Moment) -> None:
    module, _, names = moment.function.partition(":")
    holder = import_module(module)
    *path, name = names.split(".")
    for part in path:
        holder = getattr(holder, part)
    setattr(holder, name, _at(moment, getattr(holder, name)))


def _at(moment: Moment, function: Callable) -> Callable:
    """The function; the first call of it is the moment."""
    waiting = [moment]

    def act(*given: object, **named: object) -> object:
        if waiting and not moment.returned:
            waiting.pop().come()
        try:
            return function(*given, **named)
        finally:
            if waiting:
                waiting.pop().come()

    return act
