"""How far a build is, for people at a terminal; silent in a pipe, and about what takes less than a second."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

PATIENCE = 1.0
"""Seconds before anything is shown."""


class Silent:
    """Progress that nobody sees."""

    def told(self, message: str, done: int, total: int) -> None:
        """Takes that so many of all are done."""


SILENT = Silent()


class Progress(Silent):
    """Progress on standard error, gone at the end. Use as a context manager.

    It draws only when it is told something: a thread that draws would make it unsafe to fork.
    """

    def __init__(self) -> None:
        """Begins to count the time."""
        self._began = monotonic()
        self._seen = sys.stderr.isatty()
        self._bar: Bar | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        """The progress."""
        return self

    def __exit__(self, *_: object) -> None:
        """Takes away what is shown."""
        if self._bar:
            self._bar.stop()
            self._bar = None
            self._tasks = {}

    def told(self, message: str, done: int, total: int) -> None:
        """Shows that so many of all are done."""
        if not self._seen or monotonic() - self._began < PATIENCE:
            return
        bar = self._bar = self._bar or _bar()
        if message not in self._tasks:
            self._tasks[message] = bar.add_task(message, total=total)
        bar.update(self._tasks[message], completed=done, total=total, refresh=True)


def _bar() -> Bar:
    from rich.console import Console  # noqa: PLC0415 - most builds are over before it is needed
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    bar.start()
    return bar
