"""The progress of a build, shown at a terminal if it takes longer than a second."""

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
    """Progress that is not shown."""

    def show(self, message: str, done: int, total: int) -> None:
        """Takes how many of all are done, and shows nothing."""


SILENT = Silent()


class Progress(Silent):
    """Progress on standard error, gone at the end. Use as a context manager.

    It draws only in `show`: a thread that draws would make forking unsafe.
    """

    def __init__(self) -> None:
        """Starts the clock."""
        self._began = monotonic()
        self._seen = sys.stderr.isatty()
        self._bar: Bar | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        """The progress."""
        return self

    def __exit__(self, *_: object) -> None:
        """Removes the bar."""
        if self._bar:
            self._bar.stop()
            self._bar = None
            self._tasks = {}

    def show(self, message: str, done: int, total: int) -> None:
        """Shows how many of all are done."""
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
