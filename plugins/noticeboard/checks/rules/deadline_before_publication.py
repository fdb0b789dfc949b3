"""A survey whose deadline has passed on the day on which it is first published."""

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
    """The problem of a deadline that has passed when the announcement is first published."""
    facts, zone = announcement.facts, ZoneInfo(site.settings.time_zone)
    closes = closing(facts, zone)
    if closes is not None and facts.published is not None and closes <= begins(facts.published, zone):
        message = "The deadline {deadline} is past on {published}, when this is first published."
        location = stated(announcement, "deadline")
        yield RULE.problem(
            location, message, "Correct one of the two.", deadline=facts.deadline, published=facts.published
        )


RULE = Rule(
    name="deadline-before-publication",
    severity=Severity.ERROR,
    why="The first readers would find a survey that is closed already; the year is often the one that is wrong.",
    wrong="published: 2023-01-10\ndeadline: 2022-02-19",
    right="published: 2023-01-10\ndeadline: 2023-02-19",
    announcement=check,
)
