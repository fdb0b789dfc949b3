"""Rounds of builds in which generators take turns: a cold build, one without a change, and builds after edits."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import LOG, BuildFailed, measure
from benchmarks.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.corpus import Announcement, Corpus
    from benchmarks.measure import Usage
    from benchmarks.project import Project

SCENARIOS = ("cold", "nothing changed", "one edit", "restored cache", "restored cache and output")
EDITED = SCENARIOS[2:]
"""The scenarios that begin with an edit: on the machine of the last build; on one that has only its cache, as restored
by CI services; and on one that also has its output, with other file times.
"""

Outputs = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Run:
    """One build: which generator, scenario and round, what it took, and what the output folder contained afterwards.

    `apart` are the seconds of it that a search index took. `written` counts the files that the build wrote, changed or
    not. `size` is in bytes.
    """

    generator: str
    scenario: str
    round: int
    usage: Usage
    files: int
    size: int
    written: int
    apart: float = 0.0


def run_rounds(corpus: Corpus, projects: Sequence[Project], rounds: int, timeout: float) -> Iterator[Run]:
    """Yields every run when it is done; each round another generator begins. Raises BuildFailed."""
    for number in range(rounds):
        first = number % len(projects)
        order = (*projects[first:], *projects[:first])
        for scenario in SCENARIOS:
            for project in order:
                yield _run(corpus, project, scenario, number, timeout)


def _run(corpus: Corpus, project: Project, scenario: str, number: int, timeout: float) -> Run:
    item, lang = _edited(corpus, number)
    sentence = _sentence(lang, number * len(SCENARIOS) + SCENARIOS.index(scenario))
    if scenario == "cold":
        _forget(project)
    if scenario == "restored cache":
        shutil.rmtree(project.output)
    if scenario == "restored cache and output":
        _touch(project.output)
    if scenario in EDITED:
        with project.text(item, lang).open("a", encoding="utf-8") as text:
            text.write(f"\n{sentence}\n")
    before = outputs(project.output)
    usage = measure(project.command, project.folder, project.environment, timeout)
    after = outputs(project.output)
    if scenario in EDITED:
        _check(project, item, lang, sentence)
    written = sum(before.get(path) != found for path, found in after.items())
    size = sum(size for size, _ in after.values())
    return Run(project.name, scenario, number, usage, len(after), size, written, _apart(project))


def _apart(project: Project) -> float:
    """The seconds of the last build that are measured apart; 0 if there are none."""
    found = re.search(project.apart, (project.folder / LOG).read_text("utf-8", "replace")) if project.apart else None
    return float(found[1]) if found else 0.0


def outputs(folder: Path) -> Outputs:
    """The size in bytes and modification time in nanoseconds of every file below the folder, by path."""
    found: Outputs = {}
    for parent, _, names in os.walk(folder):
        for path in map(Path(parent).joinpath, names):
            facts = path.stat()
            found[str(path)] = (facts.st_size, facts.st_mtime_ns)
    return found


def _forget(project: Project) -> None:
    for folder in (project.output, *project.caches):
        shutil.rmtree(folder, ignore_errors=True)


def _touch(folder: Path) -> None:
    """Sets the time of all files to now, as copying does."""
    for path in outputs(folder):
        os.utime(path)


def _edited(corpus: Corpus, number: int) -> tuple[Announcement, str]:
    """The version that a round edits: another announcement in another language each round."""
    items, languages = corpus.announcements, corpus.languages
    return items[(len(items) // 2 + number) % len(items)], languages[(len(languages) // 2 + number) % len(languages)]


def _sentence(lang: str, number: int) -> str:
    """A sentence that no other text contains, because its words are in a random order."""
    own = words()[lang]
    return " ".join(own[(number + step) % len(own)] for step in range(12)) + "."


def _check(project: Project, item: Announcement, lang: str, sentence: str) -> None:
    """Raises BuildFailed if the page of the edited text does not show the edit."""
    page = project.output / lang / item.kind / item.name / "index.html"
    if sentence not in page.read_text("utf-8"):
        message = f"{project.name} built {page} without the edit."
        raise BuildFailed(message)
