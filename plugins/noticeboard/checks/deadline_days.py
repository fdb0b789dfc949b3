"""The days that a text states, and whether one of them may be meant for a known day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.languages.date_readings import date_parts

if TYPE_CHECKING:
    from noticeboard.markdown.segments.version_profile import StatedValue
    from noticeboard.settings import Settings

NEAR = 3
"""Days: a date that differs by less is mostly the known day itself, mistyped or out of date."""


def deadline_days(deadline: date | datetime, settings: Settings) -> tuple[date, ...]:
    """The day of a deadline in the platform's zone, and the day before where that is midnight, at which it ends."""
    if not isinstance(deadline, datetime):
        return (deadline,)
    local = deadline.astimezone(ZoneInfo(settings.time_zone))
    day = local.date()
    return (day, day - timedelta(days=1)) if (local.hour, local.minute) == (0, 0) else (day,)


def stated_day(mark: StatedValue, year: int) -> date | None:
    """The day that a text states, in `year` if it names no year; None for a value that is no date."""
    if mark.kind != "date":
        return None
    own, month, day = date_parts(mark.value)
    try:
        return date(own or year, month, day)
    except ValueError:
        return None


def is_near(day: date, known: date) -> bool:
    """Whether the days are at most NEAR days apart, or the same day of two years in a row."""
    same_day = (day.month, day.day) == (known.month, known.day)
    return abs((day - known).days) <= NEAR or (same_day and abs(day.year - known.year) == 1)
