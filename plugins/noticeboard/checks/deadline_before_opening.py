"""A survey that closes before it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.checks.rule import Rule
from noticeboard.checks.stated import stated
from noticeboard.lifecycle import begins, closing
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site


def found(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """The problem of a deadline that has passed when the survey opens."""
    facts, zone = announcement.facts, ZoneInfo(site.settings.time_zone)
    closes = closing(facts, zone)
    if closes is not None and facts.opens is not None and closes <= begins(facts.opens, zone):
        what, todo = "The deadline {deadline} is before the opening {opens}.", "Correct one of the two."
        place = stated(announcement, "deadline")
        yield RULE.found(place, what, todo, deadline=facts.deadline, opens=facts.opens)


RULE = Rule(
    name="deadline-before-opening",
    severity=Severity.ERROR,
    why="Nobody could answer a survey that closes before it opens, and readers would be told so in every language.",
    wrong="opens: 2023-02-01\ndeadline: 2023-01-19",
    right="opens: 2023-02-01\ndeadline: 2023-02-19",
    announcement=found,
)
