"""Dates and times in a language's words: dates.toml, and CLDR through Babel; never the operating system's locale.

A language that CLDR does not know gets ISO 8601 dates and UTC offsets, which are nobody's words.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, tzinfo
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.dates import DateTimeFormat, format_skeleton, get_timezone_name, parse_pattern

from noticeboard.languages.date_patterns import agrees, widened
from noticeboard.languages.locales import is_known, locale
from noticeboard.languages.tables import entry

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from babel import Locale
    from babel.dates import DateTimePattern

__all__ = [
    "Width",
    "date_text",
    "is_zone",
    "iso",
    "moment_text",
    "month_patterns",
    "month_text",
    "range_text",
    "time_text",
    "zone_text",
]

Width = Literal["full", "long", "short"]

_SKELETONS = ("yMMMMd", "yMMMd")
_FALLBACK = "{0} \N{EN DASH} {1}"


def date_text(day: date, tag: str, width: Width = "long") -> str:
    """The date: "19 februari 2023" (nl, long), with the weekday in front (full), or "19-02-2023" (short).

    Short is CLDR's short form, or its medium one where the short one has a year of two digits.
    """
    if not _has_months(tag):
        return day.isoformat()
    pattern = _pattern(tag, width)
    return pattern.apply(day, locale(tag)) if width == "short" else _applied(pattern, day, tag)


def time_text(moment: time, tag: str) -> str:
    """The time in hours and minutes on the 24-hour clock, as the language writes it: "17:05", "17.05", "17 h 05"."""
    return _clock(tag).apply(moment, locale(tag))


def range_text(start: date, end: date, tag: str) -> str:
    """Two dates as CLDR joins them, what they share written once; one date if they are equal.

    CLDR's abbreviated intervals are widened to the form of the long date ("19 februari" to "5 maart 2023" in nl, with
    CLDR's dash between); if they do not agree with it, and dates.toml has none, two long dates are joined.
    Raises ValueError if the end lies before the start.
    """
    if end < start:
        message = f"{end} lies before {start}"
        raise ValueError(message)
    if end == start:
        return date_text(start, tag)
    parts = _interval(tag, _greatest_difference(start, end)) if _has_months(tag) else None
    if parts is None:
        return _FALLBACK.format(date_text(start, tag), date_text(end, tag))
    return _applied(parts[0], start, tag) + _applied(parts[1], end, tag)


def moment_text(value: date | datetime, tag: str, zone: ZoneInfo) -> str:
    """A date in its long form; an instant as date, time and name of the zone.

    "19 februari 2023 om 17.00 uur (Midden-Europese tijd)": the instant is told in the zone given, whose name is CLDR's
    generic one, right in summer and winter, or an offset from UTC. Raises ValueError for an instant without zone.
    """
    if not isinstance(value, datetime):
        return date_text(value, tag)
    local = _aware(value).astimezone(zone)
    hours = entry("dates", tag).get("at_hour")
    told = _moment(tag, local.hour).format(
        date=date_text(local.date(), tag),
        time=time_text(local.time(), tag),
        at=hours[local.hour] if hours else "",
    )
    return f"{told} ({_zone_text(local, tag)})"


def month_text(month: str, tag: str) -> str:
    """A month of a year (ISO 8601, "2027-06") as CLDR writes it: "juni 2027" (nl), "2027 m. birželis" (lt)."""
    if not _has_months(tag):
        return month
    day = date.fromisoformat(f"{month}-01")
    return str(format_skeleton("yMMMM", day, locale=locale(tag)))


@cache
def month_patterns(tag: str) -> tuple[str, ...]:
    """How the language writes a date and time in each of the twelve months: "{d} Eanáir {y} ag {hh}:{mm}".

    {d} is the day, {y} the year, {h} or {hh} the hour on the 24-hour clock, with one digit or two, {mm} the minutes,
    for scripts: browsers write no time as people do, and do not know every language. {h=a b …} has a word for each hour
    from 0, {d=0 1er} for the first days, between spaces; what has none is its number. Empty if CLDR has no names of
    months, and where endings depend on the number.
    """
    own = entry("dates", tag)
    if not _has_months(tag) or "endings" in own:
        return ()
    months = [_pattern(tag, "long") % _Places(date(2000, month, 1), locale(tag)) for month in range(1, 13)]
    first = own.get("first")
    months = [month.replace("{d}", f"{{d=0 {first}}}") for month in months] if first else months
    clock = _clock(tag) % _Places(time(), locale(tag))
    hours = own.get("at_hour", ())
    told = [_moment(tag, hour).replace("{at}", hours[hour] if hours else "").split(" ") for hour in range(24)]
    words = [_by_hour(dict.fromkeys(found), found) for found in zip(*told, strict=True)]
    return tuple(" ".join(words).replace("{date}", month).replace("{time}", clock) for month in months)


def _by_hour(different: Collection[str], found: Sequence[str]) -> str:
    """A word of a moment, which may depend on the hour; what all hours have in common is written once."""
    if len(different) == 1:
        return found[0]
    end = "{time}" if all(word.endswith("{time}") for word in found) else ""
    return f"{{h={' '.join(word.removesuffix(end) for word in found)}}}{end}"


def _applied(pattern: DateTimePattern, day: date, tag: str) -> str:
    """The day in that pattern, with the language's own form of the first of a month."""
    first = entry("dates", tag).get("first") if day.day == 1 else None
    told = pattern % _First(day, locale(tag), str(first)) if first else pattern.apply(day, locale(tag))
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


class _Places(DateTimeFormat):
    """The fields of a date or time, with places for digits."""

    def __getitem__(self, name: str) -> str:
        found = {"d": "{d}", "y": "{y}", "H": "{h}", "m": "{mm}"}.get(name[0])
        return "{hh}" if name == "HH" else found or super().__getitem__(name)


def zone_text(value: date | datetime, tag: str, zone: ZoneInfo) -> str:
    """The name of the zone as moment_text gives it: "Midden-Europese tijd", or the day's offset from UTC."""
    instant = value if isinstance(value, datetime) else datetime.combine(value, time.min, zone)
    return _zone_text(_aware(instant).astimezone(zone), tag)


def iso(value: date | datetime) -> str:
    """The value for <time datetime>: "2023-02-19", or "2023-02-19T17:00:00+01:00" (HTML, RFC 3339).

    Raises ValueError for an instant without zone.
    """
    return _aware(value).isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat()


def is_zone(text: str) -> bool:
    """Whether the text names a time zone of the IANA database, such as Europe/Brussels."""
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _aware(value: datetime) -> datetime:
    if value.utcoffset() is None:
        message = f"an instant without time zone: {value.isoformat()}"
        raise ValueError(message)
    return value


def _zone_text(local: datetime, tag: str) -> str:
    if is_known(tag) and local.tzinfo:
        names, offset_then = _zone_names(local.tzinfo, tag), local.utcoffset()
        if offset_then not in names:
            names[offset_then] = get_timezone_name(local, "long", zone_variant="generic", locale=locale(tag))
        name = names[offset_then]
        if "+00:00" not in name:
            return _within_sentence(name, tag)
    offset = local.strftime("%z")
    return "UTC" if offset == "+0000" else f"UTC{offset[:3]}:{offset[3:5]}"


def _within_sentence(name: str, tag: str) -> str:
    """The name of a zone as running text has it."""
    small = entry("dates", tag).get("small_zones")
    return name[0].lower() + name[1:] if small and re.match(small, name) else name


@lru_cache(1024)
def _zone_names(_zone: tzinfo, _tag: str) -> dict[timedelta | None, str]:
    """The names of a zone in a language that were made so far, by offset: Babel takes long for each."""
    return {}


@cache
def _has_months(tag: str) -> bool:
    """Whether CLDR has names of months for the language; root numbers them M01 to M12."""
    return is_known(tag) and locale(tag).months["format"]["wide"][1] != "M01"


@cache
def _pattern(tag: str, width: Width) -> DateTimePattern:
    formats = locale(tag).date_formats
    two_digits = width == "short" and "yy" in formats["short"].pattern.replace("yyyy", "y")
    found: DateTimePattern = formats["medium" if two_digits else width]
    return found


def _moment(tag: str, hour: int) -> str:
    """How a date and a time in that hour are written together, with places {date}, {time} and {at}."""
    own = entry("dates", tag)
    found = own.get("at_one") if hour == 1 else None
    return str(found or own.get("moment") or _cldr_moment(tag))


@cache
def _cldr_moment(tag: str) -> str:
    pattern = str(locale(tag).datetime_formats["long"]).replace("'", "")
    return pattern.replace("{0}", "{time}").replace("{1}", "{date}")


@cache
def _clock(tag: str) -> DateTimePattern:
    """The table's time, else CLDR's short one, or its 24-hour skeleton where that has a period of the day (el, ar)."""
    own = entry("dates", tag).get("time")
    if own:
        return parse_pattern(own)
    found: DateTimePattern = locale(tag).time_formats["short"]
    return found if "H" in found.pattern else locale(tag).datetime_skeletons["Hm"]


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
    long = _pattern(tag, "long").pattern
    if found is None:
        return None
    first, second = (widened(part, long) for part in found)
    if not agrees(first + second, long):
        return None
    return parse_pattern(first), parse_pattern(second)
