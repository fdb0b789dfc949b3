"""`ignore: {name: reason}` in a version's front matter: which problems it silences, and which lines silence none."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from noticeboard.checks.explanations import explanations
from noticeboard.checks.registry import rules, runs
from noticeboard.model import Severity, error, warning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from noticeboard.model import Location, Problem

Ignored = tuple[tuple[str, "Location"], ...]
"""The names that one file silences, and where each is."""


_FOUND_LATER = frozenset({"moved-deadline"})
"""Problems that need the history or the output folder, and are found after the silencing."""


def silenced(problems: Iterable[Problem], ignored: Mapping[str, Ignored]) -> tuple[Problem, ...]:
    """The problems without the warnings that their files silence, and with the problems of the silencing itself.

    `ignored` is keyed by the path of a file. Only warnings can be silenced: an error would be published. A line that
    silences nothing is reported only if all versions of the announcement could be read.
    """
    found = set(problems)
    names = {(path, name) for path, entries in ignored.items() for name, _ in entries}
    quiet = {p for p in found if p.severity is Severity.WARNING and (p.location.path, p.name) in names}
    used = {(p.location.path, p.name) for p in quiet}
    broken = {_folder(p.location.path) for p in found if p.severity is Severity.ERROR}
    about = [p for path, entries in ignored.items() if entries for p in _faults(path, entries, used, broken)]
    return tuple(sorted([*(found - quiet), *about]))


def _faults(path: str, entries: Ignored, used: set[tuple[str, str]], broken: set[str]) -> Iterator[Problem]:
    known = explanations()
    resting = {r.name for r in rules() if not runs(r)}
    for name, location in entries:
        if name not in known:
            yield _unknown(location, name, list(known))
        elif known[name].severity is Severity.ERROR:
            message = "{name} is an error: it would mislead readers, so it cannot be silenced."
            yield error(
                location,
                "wrong-ignore",
                message,
                "Solve the problem that it describes, and remove the line.",
                name=name,
            )
        elif (path, name) not in used and name not in resting | _FOUND_LATER and _folder(path) not in broken:
            message = "The line silences {name}, but nothing of that name is found here any more."
            yield warning(location, "needless-ignore", message, "Remove the line.", name=name)


def _unknown(location: Location, name: str, known: list[str]) -> Problem:
    message = "There is no problem called {name}."
    close = get_close_matches(name, known, n=1, cutoff=0.6)
    if close:
        return error(location, "wrong-ignore", message, "Did you mean {nearest}?", name=name, nearest=close[0])
    return error(location, "wrong-ignore", message, "`noticeboard explain` lists all names.", name=name)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
