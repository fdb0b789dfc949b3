"""A deadline many years after the beginning, which is mostly a slip of the hand: 2206 for 2026."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.comparison.fact_locations import stated
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site

_YEARS = 5
"""Longer than any survey that people are asked to answer once."""


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for an announcement whose deadline is more than so many years after its opening."""
    facts = announcement.facts
    begins = facts.opens or facts.published or site.today
    if facts.deadline is None or facts.deadline.year - begins.year <= _YEARS:
        return
    message = "The deadline, {deadline}, is {years} years after the beginning."
    hint = "Find out whether the year is right."
    years = facts.deadline.year - begins.year
    location = stated(announcement, "deadline")
    yield RULE.problem(location, message, hint, deadline=facts.deadline.isoformat()[:10], years=years)


RULE = Rule(
    name="distant-deadline",
    severity=Severity.WARNING,
    why="A survey that seems open for ever hides the day on which it really closes.",
    wrong="opens: 2026-10-01, deadline: 2206-12-18",
    right="opens: 2026-10-01, deadline: 2026-12-18",
    announcement=check,
)
