"""The progress of a build, for people at a terminal."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from noticeboard.shell.terminal import progress
from noticeboard.shell.terminal.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Always true."""
        return True


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """What is written to a stream during work of that length."""

    def show(stream: io.StringIO, patience: float) -> str:
        monkeypatch.setattr("sys.stderr", stream)
        monkeypatch.setattr(progress, "PATIENCE", patience)
        monkeypatch.setenv("TERM", "xterm")
        with Progress() as bar:
            bar.show("Texts", 5, 10)
            bar.show("Texts", 10, 10)
        return stream.getvalue()

    return show


def test_long_work_shows_progress(shown: Callable) -> None:
    """It shows how much is done of how much."""
    text = shown(Terminal(), 0)
    assert "Texts" in text
    assert "10/10" in text


def test_short_work_shows_nothing(shown: Callable) -> None:
    """Nothing flickers."""
    assert shown(Terminal(), 60) == ""


def test_nothing_is_shown_in_a_pipe(shown: Callable) -> None:
    """However long the work takes."""
    assert shown(io.StringIO(), 0) == ""
