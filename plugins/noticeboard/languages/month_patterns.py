"""Dates and times of each month with places for numbers, for scripts."""

from __future__ import annotations

from datetime import date, time
from functools import cache
from typing import TYPE_CHECKING

from babel.dates import DateTimeFormat

from noticeboard.languages.date_formats import clock_pattern, date_pattern, has_months, moment_format
from noticeboard.languages.locales import locale
from noticeboard.languages.spacing import keep_together
from noticeboard.languages.tables import entry

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_DAY, _YEAR = "31", "2027"


@cache
def month_patterns(tag: str) -> tuple[str, ...]:
    """How the language writes a date and time in each of the twelve months: "{d} Eanáir {y} ag {hh}:{mm}".

    {d} is the day, {y} the year, {h} or {hh} the hour on the 24-hour clock, with one digit or two, {mm} the minutes,
    for scripts: browsers write no time as people do, and do not know every language. {h=a b …} has a word for each hour
    from 0, {d=0 1er} for the first days, between spaces; what has none is its number. Empty if CLDR has no names of
    months, and where endings depend on the number.
    """
    own = entry("dates", tag)
    if not has_months(tag) or "endings" in own:
        return ()
    months = [_month(date(2000, month, 1), tag) for month in range(1, 13)]
    first = own.get("first")
    months = [month.replace("{d}", f"{{d=0 {first}}}") for month in months] if first else months
    clock = clock_pattern(tag) % _Places(time(), locale(tag))
    hours = own.get("at_hour", ())
    told = [moment_format(tag, hour).replace("{at}", hours[hour] if hours else "").split(" ") for hour in range(24)]
    words = [_by_hour(dict.fromkeys(found), found) for found in zip(*told, strict=True)]
    return tuple(" ".join(words).replace("{date}", month).replace("{time}", clock) for month in months)


def _month(day: date, tag: str) -> str:
    """The long date of a month; the spaces around its numbers are those that real numbers have."""
    shown = date_pattern(tag, "long") % _Places(day, locale(tag))
    told = keep_together(shown.replace("{d}", _DAY).replace("{y}", _YEAR), tag)
    return told.replace(_YEAR, "{y}").replace(_DAY, "{d}")


def _by_hour(different: Collection[str], found: Sequence[str]) -> str:
    """A word of a moment, which may depend on the hour; what all hours have in common is written once."""
    if len(different) == 1:
        return found[0]
    end = "{time}" if all(word.endswith("{time}") for word in found) else ""
    return f"{{h={' '.join(word.removesuffix(end) for word in found)}}}{end}"


class _Places(DateTimeFormat):
    """The fields of a date or time, with places for digits."""

    def __getitem__(self, name: str) -> str:
        found = {"d": "{d}", "y": "{y}", "H": "{h}", "m": "{mm}"}.get(name[0])
        return "{hh}" if name == "HH" else found or super().__getitem__(name)
