"""How far a build is, for people at a terminal."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from noticeboard.shell.terminal import progress
from noticeboard.shell.terminal.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable


class Terminal(io.StringIO):
    """A stream that people sit at."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """What is written to a stream by work that takes so long."""

    def show(stream: io.StringIO, patience: float) -> str:
        monkeypatch.setattr("sys.stderr", stream)
        monkeypatch.setattr(progress, "PATIENCE", patience)
        monkeypatch.setenv("TERM", "xterm")
        with Progress() as told:
            told.told("Texts", 5, 10)
            told.told("Texts", 10, 10)
        return stream.getvalue()

    return show


def test_work_that_takes_longer_is_shown(shown: Callable) -> None:
    """With how much is done of how much."""
    told = shown(Terminal(), 0)
    assert "Texts" in told
    assert "10/10" in told


def test_short_work_is_not(shown: Callable) -> None:
    """Nothing flickers."""
    assert shown(Terminal(), 60) == ""


def test_nothing_is_shown_in_a_pipe(shown: Callable) -> None:
    """However long it takes."""
    assert shown(io.StringIO(), 0) == ""
