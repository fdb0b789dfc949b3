"""An event that ends before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.checks.comparison.fact_locations import stated
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity
from noticeboard.site.lifecycle import begins, ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for the announcement; an end without a beginning is one too."""
    facts, zone = announcement.facts, ZoneInfo(site.settings.time_zone)
    if facts.ends is not None and (facts.starts is None or ends(facts.ends, zone) <= begins(facts.starts, zone)):
        message, hint = "The event ends before it begins.", "Correct `starts` or `ends`."
        yield RULE.problem(stated(announcement, "ends"), message, hint)


RULE = Rule(
    name="event-ends-before-start",
    severity=Severity.ERROR,
    why="Readers and their calendars could not tell when to come.",
    wrong="starts: 2027-03-05\nends: 2027-03-04",
    right="starts: 2027-03-04\nends: 2027-03-05",
    announcement=check,
)
