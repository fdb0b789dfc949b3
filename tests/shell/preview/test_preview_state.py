"""The state that the preview knows at a moment."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from threading import Thread

from noticeboard.shell.preview.preview_state import PreviewState

FOLDER = Path("site")


def test_the_state_is_one_line_of_json() -> None:
    """It has the build and the report, without a line break that would end an event."""
    state = PreviewState("s", {"summary": "één\nfout"}).state()
    told = {"build": "s-0", "building": False, "report": {"summary": "één\nfout"}}
    assert (json.loads(state), "\n" in state) == (told, False)


def test_a_running_build_is_part_of_the_state() -> None:
    """It ends with the build, or if nothing needs building."""
    state = PreviewState("s", {})
    told = []
    for happens in (state.begin, state.rest, state.begin, lambda: state.publish({}, FOLDER, changed=True)):
        happens()
        told.append(json.loads(state.state())["building"])
    assert told == [True, False, True, False]


def test_only_a_changed_site_is_another_build() -> None:
    """A build that changes no file keeps the mark, so that no page reloads needlessly."""
    state = PreviewState("s", {})
    marks = []
    for changed in (False, True, False):
        state.publish({}, FOLDER, changed=changed)
        marks.append(state.build)
    assert marks == ["s-0", "s-1", "s-1"]


def test_the_folder_of_the_last_good_build_stays() -> None:
    """If a build cannot even say where it would write, the old pages are still shown."""
    state = PreviewState("s", {})
    state.publish({}, FOLDER, changed=True)
    state.publish({"summary": "1 error"}, None, changed=False)
    assert state.folder == FOLDER


def test_states_begin_with_the_present_one() -> None:
    """A listener first gets the present state, then signs of life, then each new state."""
    state = PreviewState("s", {})
    state.publish({"summary": "first"}, FOLDER, changed=True)
    states = state.states(0.01)
    heard = list(islice(states, 2))
    state.publish({"summary": "second"}, FOLDER, changed=True)
    heard.append(next(states))
    assert [json.loads(s)["report"]["summary"] if s else "" for s in heard] == ["first", "", "second"]


def test_closing_wakes_waiting_threads() -> None:
    """A thread that waits for an hour ends when the state is closed."""
    state = PreviewState("s", {})
    states = state.states(3600)
    next(states)
    waiting = Thread(target=list, args=(states,), daemon=True)
    waiting.start()
    state.close()
    waiting.join(600)
    assert not waiting.is_alive()


def test_comparisons_are_those_of_the_last_good_build() -> None:
    """A page offers its comparison; a failed build keeps them, and files outside the site have none."""
    state = PreviewState("s", {})
    assert state.comparison(FOLDER / "nl/a/index.html") == ""
    state.publish({}, FOLDER, changed=True, comparisons={"nl/a/index.html": "compare/a/nl"})
    state.publish({}, None, changed=False)
    files = (FOLDER / "nl/a/index.html", FOLDER / "en/a/index.html", Path("nl/a/index.html"))
    assert [state.comparison(file) for file in files] == ["compare/a/nl", "", ""]
