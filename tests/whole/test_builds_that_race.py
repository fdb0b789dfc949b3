"""Two builds with different settings write to one folder and meet at every moment: the last one wins completely."""

from __future__ import annotations

import os
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pytest
from build_moments import LINKING, STAGING, WRITER, Moment
from random_edits import make_project

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="builds are forked, which this system cannot do")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from forked_builds import Builds
    from random_edits import Project

OTHER = {"SITEURL": "https://other.example.org/below", "SITENAME": "Another board"}
SETTINGS: tuple[dict[str, str], ...] = ({}, OTHER)

LOCK = f"{STAGING}:Staging.lock_output"

# One build pauses here while another runs from beginning to end.
BEFORE_THE_LOCK = {
    "reading": Moment(f"{LINKING}:read_content", returned=True),
    "linked": Moment("noticeboard.shell.plugin:write"),
    "staging": Moment(f"{WRITER}:stage_stale"),
    "staged": Moment(f"{WRITER}:stage_stale", returned=True),
    "about to take the lock": Moment(LOCK),
}
# One build pauses here while another reaches the lock.
UNDER_THE_LOCK = {
    "taking states": Moment("noticeboard.shell.build.staged_files:StagedFiles.copy_to_mounts"),
    "moving": Moment("noticeboard.shell.build.file_moves:move_file", returned=True),
    "noting": Moment("noticeboard.shell.cache.known_outputs:KnownOutputs.keep"),
}


class Case(NamedTuple):
    """The moment at which the builds meet, their caches, and which of them pauses."""

    moment: str
    caches: tuple[str, str]
    first: int


ONE, TWO = ("cache", "cache"), ("cache", "other-cache")
SHORT = (Case("reading", ONE, 0), Case("staged", TWO, 1), Case("taking states", ONE, 0))
"""The cases of every test run: before each of the three things that could go wrong."""
EVERY = [
    Case(moment, caches, first)
    for moment in (*BEFORE_THE_LOCK, *UNDER_THE_LOCK)
    for caches in (ONE, TWO)
    for first in (0, 1)
]


@dataclass
class Race:
    """A project, what builds it, and the result of a clean build with each of the settings."""

    project: Project
    builds: Builds
    clean: list[dict[str, bytes]]

    def asked(self, root: Path, cache: str, number: int, *moments: Moment) -> list[object]:
        """A build with the settings of that number."""
        where = self.project.settings, root / "output", root / cache, self.project.today
        return self.builds.asked(*where, more=SETTINGS[number], moments=moments)

    def run(self, *asked: list[object]) -> None:
        """Runs builds at the same time; all must succeed."""
        assert self.builds.at_once(asked) == [0] * len(asked), self.builds.said


@pytest.fixture(scope="module")
def race(tmp_path_factory: pytest.TempPathFactory, small_files: dict, tree: Callable, builds: Builds) -> Race:
    """A race in the small site."""
    root = tmp_path_factory.mktemp("race")
    project = make_project(root / "project", small_files, Random(1))  # noqa: S311 - no secrets
    found = Race(project, builds, [])
    for number in range(len(SETTINGS)):
        clean = root / str(number)
        found.run(found.asked(clean, "cache", number))
        found.clean.append(tree(clean / "output"))
    return found


@pytest.mark.parametrize(
    "case", [pytest.param(c, marks=() if c in SHORT else pytest.mark.long) for c in EVERY], ids=str
)
def test_the_last_build_wins_completely(tmp_path: Path, race: Race, tree: Callable, case: Case) -> None:
    """No page of the other is left, one waits for the lock, and later builds with either settings equal clean ones."""
    moment, caches, first = case

    def asked(number: int, *moments: Moment) -> list[object]:
        return race.asked(tmp_path, caches[number], number, *moments)

    race.run(asked(first))
    # The paused build has one page to write, and relies on all others.
    (tmp_path / "output" / "index.html").unlink()
    arrived, met = str(tmp_path / "arrived"), str(tmp_path / "met")
    waits = Moment("", awaits=arrived)
    if moment in BEFORE_THE_LOCK:
        last, paused, met_at = first, BEFORE_THE_LOCK[moment], Moment("", returned=True, makes=met)
    else:
        last, paused, met_at = 1 - first, UNDER_THE_LOCK[moment], Moment(LOCK, makes=met)
    left, entered = tmp_path / "left", tmp_path / "entered"
    leaves, enters = (
        Moment(f"{STAGING}:Staging.__exit__", makes=str(left)),
        Moment(LOCK, returned=True, makes=str(entered)),
    )
    race.run(
        asked(first, paused._replace(makes=arrived, awaits=met), leaves),
        asked(1 - first, waits, met_at, enters),
    )
    if moment in UNDER_THE_LOCK:
        assert left.stat().st_mtime_ns <= entered.stat().st_mtime_ns
    assert tree(tmp_path / "output") == race.clean[last]
    for number in (1 - last, last):
        race.run(asked(number))
        assert tree(tmp_path / "output") == race.clean[number], number
