"""When a preview builds."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

import pytest

from noticeboard.shell.preview import builder
from noticeboard.shell.preview.builder import Builder
from noticeboard.shell.preview.preview_request import PreviewRequest
from noticeboard.shell.preview.preview_state import PreviewState

if TYPE_CHECKING:
    from collections.abc import Callable

WATCHED = {"folders": [], "code": [], "shallow": [], "ours": []}


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """The requests to the building process until it has built twice, or until there are no more.

    The first build says that the site changes at that second since 1970, the second that it never does again.
    """
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def run(due: float | None, request: PreviewRequest) -> list[str]:
        asked: list[str] = []

        class Fake:
            """A building process that answers without building."""

            def __init__(self, _: PreviewRequest) -> None:
                """Starts nothing."""

            def answer(self, question: str, _: object) -> dict:
                """The answer of a real process."""
                asked.append(question)
                last = due is None or asked.count("build") > 1
                if question == "build" and last:
                    made.close()
                told = {"report": {}, "changed": False, "folder": "", "due": None if last else due}
                return WATCHED if question == "watch" else told

            def end(self) -> None:
                """Ends nothing."""

        monkeypatch.setattr(builder, "Worker", Fake)
        monkeypatch.setattr(builder, "_TURN", 0.01)
        made = Builder(request, PreviewState("s", {}))
        thread = Thread(target=made.run, daemon=True)
        thread.start()
        thread.join(600)
        assert not thread.is_alive()
        return asked

    return run


def test_it_builds_when_the_clock_changes_the_site(builds: Callable) -> None:
    """A survey that closes while the preview runs is shown as closed without a save."""
    assert builds(1.0, PreviewRequest("settings.py")) == ["watch", "build", "build"]


def test_it_builds_once_if_nothing_will_change(builds: Callable) -> None:
    """Without a coming deadline nothing is built until something is saved."""
    assert builds(None, PreviewRequest("settings.py")) == ["watch", "build"]
