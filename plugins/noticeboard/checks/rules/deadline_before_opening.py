"""A survey that closes before it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.checks.comparison.fact_locations import stated
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity
from noticeboard.site.lifecycle import begins, closing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """The problem of a deadline that has passed when the survey opens."""
    facts, zone = announcement.facts, ZoneInfo(site.settings.time_zone)
    closes = closing(facts, zone)
    if closes is not None and facts.opens is not None and closes <= begins(facts.opens, zone):
        message, hint = "The deadline {deadline} is before the opening {opens}.", "Correct one of the two."
        location = stated(announcement, "deadline")
        yield RULE.problem(location, message, hint, deadline=facts.deadline, opens=facts.opens)


RULE = Rule(
    name="deadline-before-opening",
    severity=Severity.ERROR,
    why="Nobody could answer a survey that closes before it opens, and readers would be told so in every language.",
    wrong="opens: 2023-02-01\ndeadline: 2023-01-19",
    right="opens: 2023-02-01\ndeadline: 2023-02-19",
    announcement=check,
)
