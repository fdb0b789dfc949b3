"""A date in results that is nearly the opening or the deadline of the survey that they report on."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from noticeboard.checks.deadline_days import deadline_days, is_near, stated_day
from noticeboard.checks.rule import Rule
from noticeboard.model import Location, Severity
from noticeboard.site.records import SurveyIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.settings import Settings
    from noticeboard.site import Announcement, Facts, Site


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each such date in each version."""
    for survey in SurveyIndex(site.every).of(announcement):
        yield from _near_days(announcement, survey, site)


def _near_days(announcement: Announcement, survey: Announcement, site: Site) -> Iterator[Problem]:
    known = _days(survey.facts, site.settings)
    for source in announcement.sources:
        for mark in source.profile.marks:
            day = stated_day(mark, known[0].year) if known else None
            near = next((own for own in known if day and is_near(day, own)), None)
            if near and day not in known and day != announcement.facts.published:
                message = "The date is {words} here, but the survey {survey} says {day}."
                hint = "If the survey's own date is meant, correct it; else name the day so that nobody confuses them."
                location = Location(source.path, mark.line, mark.column)
                yield RULE.problem(location, message, hint, words=mark.words, survey=survey.key, day=near)


def _days(facts: Facts, settings: Settings) -> list[date]:
    """The days on which the survey was published, opened and closed."""
    days = deadline_days(facts.deadline, settings) if facts.deadline else ()
    others = (v.date() if isinstance(v, datetime) else v for v in (facts.opens, facts.published) if v)
    return [*days, *others]


RULE = Rule(
    name="other-survey-date",
    severity=Severity.WARNING,
    why="Results that name other dates than the call make readers doubt both.",
    wrong="deadline: 2023-02-19 in the survey, and in its results: The survey ran until 20 February 2023.",
    right="deadline: 2023-02-19 in the survey, and in its results: The survey ran until 19 February 2023.",
    announcement=check,
)
