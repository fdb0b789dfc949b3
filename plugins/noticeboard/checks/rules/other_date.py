"""A date in the text that is nearly the deadline: the day before or after it, or the same day of another year."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from noticeboard.checks.deadline_days import deadline_days, is_near, stated_day
from noticeboard.checks.rule import Rule
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site, Source


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each such date, unless the announcement states it elsewhere."""
    if announcement.facts.deadline is None:
        return
    days = deadline_days(announcement.facts.deadline, site.settings)
    for source in announcement.sources:
        known = {*days, *_stated(announcement, source)}
        for mark in source.profile.marks:
            day = stated_day(mark, days[0].year)
            if day and day not in known and is_near(day, days[0]):
                message = "{words} appears here, but the deadline is {day}."
                hint = "If the deadline is meant, correct the date and mark it as such: [{words}]({deadline})."
                location = Location(source.path, mark.line, mark.column)
                yield RULE.problem(location, message, hint, words=mark.words, day=days[0])


def _stated(announcement: Announcement, source: Source) -> Iterator[date]:
    """The days other than the deadline that the announcement and this version state."""
    facts = announcement.facts
    for value in (facts.published, facts.opens, source.header.updated, *(day for _, day in facts.expected)):
        if value is not None:
            yield value.date() if isinstance(value, datetime) else value


RULE = Rule(
    name="other-date",
    severity=Severity.WARNING,
    why="When a deadline is moved, dates in the text are forgotten; readers then believe the earlier or the later one.",
    wrong="deadline: 2023-02-19\n\nYou can answer until 18 February 2023.",
    right="deadline: 2023-02-19\n\nYou can answer until [19 February 2023]({deadline}).",
    announcement=check,
)
