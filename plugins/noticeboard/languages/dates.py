"""Dates and times in a language's words, from dates.toml and CLDR (through Babel), never from the system's locale.

A language that CLDR does not know gets ISO 8601 dates and UTC offsets.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import cache
from typing import TYPE_CHECKING

from babel.dates import DateTimeFormat, format_skeleton, parse_pattern

from noticeboard.languages.date_formats import Width, clock_pattern, date_pattern, has_months, moment_format
from noticeboard.languages.date_patterns import agrees, widened
from noticeboard.languages.locales import locale
from noticeboard.languages.spacing import keep_together
from noticeboard.languages.tables import entry
from noticeboard.languages.zone_names import aware, local_zone

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from babel import Locale
    from babel.dates import DateTimePattern

__all__ = [
    "Width",
    "date_text",
    "iso",
    "moment_text",
    "month_text",
    "range_text",
    "time_text",
    "times_text",
]


_SKELETONS = ("yMMMMd", "yMMMd")
_FALLBACK = "{0} \N{EN DASH} {1}"


def date_text(day: date, tag: str, width: Width = "long") -> str:
    """The date: "19 februari 2023" (nl, long), with the weekday before it (full), or "19-02-2023" (short).

    Short is CLDR's short form, or its medium one if the short one has a year of two digits.
    """
    if not has_months(tag):
        return day.isoformat()
    pattern = date_pattern(tag, width)
    told = pattern.apply(day, locale(tag)) if width == "short" else _applied(pattern, day, tag)
    return keep_together(told, tag)


def time_text(moment: time, tag: str) -> str:
    """The time in hours and minutes on the 24-hour clock, as the language writes it: "17:05", "17.05", "17 h 05"."""
    return clock_pattern(tag).apply(moment, locale(tag))


def range_text(start: date, end: date, tag: str) -> str:
    """Two dates joined as in CLDR, with their common parts written once; one date if they are equal.

    CLDR's abbreviated intervals are expanded to the long form of dates ("19 februari" to "5 maart 2023" in nl, with
    CLDR's dash between them). If that is impossible, and dates.toml has no form, two long dates are joined. Raises
    ValueError if the end is before the start.
    """
    if end < start:
        message = f"{end} lies before {start}"
        raise ValueError(message)
    if end == start:
        return date_text(start, tag)
    parts = _interval(tag, _greatest_difference(start, end)) if has_months(tag) else None
    if parts is None:
        return _FALLBACK.format(date_text(start, tag), date_text(end, tag))
    return keep_together(_applied(parts[0], start, tag) + _applied(parts[1], end, tag), tag)


def times_text(start: datetime, end: datetime, tag: str, zone: ZoneInfo) -> str:
    """Two moments in that zone, with their common parts written once.

    If both are on one day, the day is written once (`times` in dates.toml); otherwise the zone is, after the second.
    Raises ValueError for an instant without a zone.
    """
    first, last = aware(start).astimezone(zone), aware(end).astimezone(zone)
    if first.date() == last.date():
        times = f"{time_text(first.time(), tag)}\N{EN DASH}{time_text(last.time(), tag)}"
        pattern = str(entry("dates", tag).get("times", "{date}, {times}"))
        return keep_together(pattern.format(date=date_text(first.date(), tag), times=times), tag)
    shared = local_zone(first, tag) == local_zone(last, tag)
    return _FALLBACK.format(_told(first, tag) if shared else moment_text(start, tag, zone), moment_text(end, tag, zone))


def moment_text(value: date | datetime, tag: str, zone: ZoneInfo) -> str:
    """A date in its long form; an instant as date, time and name of the zone.

    "19 februari 2023 om 17.00 uur (Midden-Europese tijd)": the instant is given in the zone, whose name is CLDR's
    generic one, right in summer and winter, or an offset from UTC. Raises ValueError for an instant without a zone.
    """
    if not isinstance(value, datetime):
        return date_text(value, tag)
    local = aware(value).astimezone(zone)
    return f"{_told(local, tag)} ({local_zone(local, tag)})"


def _told(local: datetime, tag: str) -> str:
    """A date and a time, without the zone."""
    hours = entry("dates", tag).get("at_hour")
    told = moment_format(tag, local.hour).format(
        date=date_text(local.date(), tag),
        time=time_text(local.time(), tag),
        at=hours[local.hour] if hours else "",
    )
    return keep_together(told, tag)


def month_text(month: str, tag: str) -> str:
    """A month of a year (ISO 8601, "2027-06"): "juni 2027" (nl), "2027 m. birželis" (lt)."""
    if not has_months(tag):
        return month
    day = date.fromisoformat(f"{month}-01")
    own = entry("dates", tag).get("month")
    told = parse_pattern(own).apply(day, locale(tag)) if own else format_skeleton("yMMMM", day, locale=locale(tag))
    return keep_together(_ended(str(told), tag), tag)


def _applied(pattern: DateTimePattern, day: date, tag: str) -> str:
    """The day in that pattern, with the language's own form of the first of a month."""
    first = entry("dates", tag).get("first") if day.day == 1 else None
    told = pattern % _First(day, locale(tag), str(first)) if first else pattern.apply(day, locale(tag))
    return _ended(told, tag)


def _ended(told: str, tag: str) -> str:
    """The date with the endings that its numbers take."""
    for found, ending in entry("dates", tag).get("endings", ()):
        told = re.sub(found, ending, told)
    return told


class _First(DateTimeFormat):
    """The fields of the first day of a month, written as the language has it."""

    def __init__(self, day: date, within: Locale, first: str) -> None:
        super().__init__(day, within)
        self._first = first

    def __getitem__(self, name: str) -> str:
        return self._first if name[0] == "d" else super().__getitem__(name)


def iso(value: date | datetime) -> str:
    """The value for <time datetime>: "2023-02-19", or "2023-02-19T17:00:00+01:00" (HTML, RFC 3339).

    Raises ValueError for an instant without a zone.
    """
    return aware(value).isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat()


def _greatest_difference(start: date, end: date) -> str:
    """The largest field in which two dates differ, by its CLDR letter."""
    if start.year != end.year:
        return "y"
    return "M" if start.month != end.month else "d"


@cache
def _interval(tag: str, field: str) -> tuple[DateTimePattern, DateTimePattern] | None:
    """CLDR's two halves of an interval, or None if it has none that agrees with the long date."""
    own = entry("dates", tag).get(f"interval_{field}")
    if own:
        return parse_pattern(own[0]), parse_pattern(own[1])
    formats = locale(tag).interval_formats
    found = next((formats[name][field] for name in _SKELETONS if field in formats.get(name, {})), None)
    long = date_pattern(tag, "long").pattern
    if found is None:
        return None
    first, second = (widened(part, long) for part in found)
    if not agrees(first + second, long):
        return None
    return parse_pattern(first), parse_pattern(second)
