"""A version whose text is another language's, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.comparison.version_families import copies, in_work
from noticeboard.checks.rule import Rule
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each version that is a copy, at the beginning of its text."""
    sources = {s.path: s for s in announcement.sources}
    for path, owner in copies(announcement, site).items():
        if in_work(sources[path]):
            continue
        message = "This text is word for word that of {other}."
        hint = "Translate it, or remove the file: readers are then shown the original, marked as such."
        yield RULE.problem(Location(path, sources[path].profile.lines[0]), message, hint, other=owner.path)


RULE = Rule(
    name="identical-version",
    severity=Severity.WARNING,
    why="Readers are promised a text in their language, and screen readers read it with the wrong voice.",
    source="WCAG 2.2, success criterion 3.1.1 Language of Page",
    wrong="a copy of en.md as sv.md",
    right="the Swedish text as sv.md, or no sv.md yet",
    announcement=check,
)
