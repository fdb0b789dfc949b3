"""A deadline extended from a day that is not before it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.checks.comparison.fact_locations import stated
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity
from noticeboard.site.lifecycle import ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for the announcement."""
    facts, zone = announcement.facts, ZoneInfo(site.settings.time_zone)
    before = ends(facts.extended_from, zone) if facts.extended_from is not None else None
    if before is not None and (facts.deadline is None or before >= ends(facts.deadline, zone)):
        message = "The former deadline is not before the deadline."
        hint = "Write the day that was announced first in `extended_from`, and the new one in `deadline`."
        yield RULE.problem(stated(announcement, "extended_from"), message, hint)


RULE = Rule(
    name="extension-not-later",
    severity=Severity.ERROR,
    why="Readers would be told of an extension that does not exist.",
    wrong="deadline: 2027-02-19\nextended_from: 2027-03-19",
    right="deadline: 2027-03-19\nextended_from: 2027-02-19",
    announcement=check,
)
