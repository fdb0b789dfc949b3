"""Whether two readings of different languages may mean the same: 14.30 and 14:30, 19 and 19 February, 86 and 86 %."""

from __future__ import annotations

import re
from operator import eq
from typing import TYPE_CHECKING

from noticeboard.languages.date_readings import date_parts

if TYPE_CHECKING:
    from noticeboard.markdown.segments.version_profile import StatedValue

_DIGITS = 4
_HALF_DAY = 12
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_ZONE = re.compile(r"[A-Z]{3}")


def same_value(one: StatedValue, other: StatedValue) -> bool:
    """Whether two marks of different values may be the same figure, date or time, written in two ways."""
    first, second = sorted((one, other), key=lambda mark: mark.kind == "figure")
    if first.kind == second.kind == "time" and _names_zone(first) and _names_zone(second):
        return True
    if first.kind == second.kind == "figure" and _is_century_or_decade(first, second):
        return True
    if first.kind == second.kind:
        return bool(_ALIKE[first.kind](number_of(first), number_of(second)))
    if second.kind != "figure":
        return False
    numbers = _as_numbers(first.value) if first.kind == "time" else _in_date(first.value)
    return number_of(second) in numbers


def _names_zone(mark: StatedValue) -> bool:
    """Whether a time is stated with its zone, so that another time may be the same instant."""
    return bool(_ZONE.search(mark.words))


def _is_century_or_decade(one: StatedValue, other: StatedValue) -> bool:
    """Whether one of two figures is a decade's year and the other its last digits, or both mean one century.

    The 1990s are "jaren 90"; the 21st century is "2000-talet" in Swedish and "2000-luku" in Finnish.
    """
    if not (one.value.isdecimal() and other.value.isdecimal()):
        return False
    small, large = sorted((int(one.value), int(other.value)))
    if large % 10 or not _FIRST_YEAR <= large < _LAST_YEAR:
        return False
    return small == large % 100 or (large % 100 == 0 and small == large // 100 + 1)


def century_of(mark: StatedValue) -> tuple[str, ...]:
    """The number of the century that a figure may mean: 1800, as in "1800-talet", is the 19th."""
    year = int(mark.value) if mark.kind == "figure" and mark.value.isdecimal() and len(mark.value) == _DIGITS else 0
    return (str(year // 100 + 1),) if _FIRST_YEAR <= year < _LAST_YEAR and year % 100 == 0 else ()


def number_of(mark: StatedValue) -> str:
    """A figure without its percent sign, which may be elsewhere as a word."""
    return mark.value.rstrip("%")


def same_date(one: str, other: str) -> bool:
    """Whether two dates are the same as far as both say: with a year and without, with a day and without."""
    (year, month, day), (other_year, other_month, other_day) = date_parts(one), date_parts(other)
    years = not year or not other_year or year == other_year
    return years and month == other_month and (not day or not other_day or day == other_day)


def _same_time(one: str, other: str) -> bool:
    """Whether two times are equal on a clock of twelve hours."""
    (hour, _, minute), (other_hour, _, other_minute) = one.partition(":"), other.partition(":")
    return minute == other_minute and int(hour) % _HALF_DAY == int(other_hour) % _HALF_DAY


def _as_numbers(time: str) -> set[str]:
    """How a time may look when it is read as a number: 14:30 as 14.3, 17:00 as 17 or, of a clock of twelve hours, 5."""
    hour, _, minute = time.partition(":")
    if minute != "00":
        return {f"{hour}.{minute}".rstrip("0")}
    return {hour, str(int(hour) % _HALF_DAY)}


def _in_date(value: str) -> set[str]:
    """The numbers that a date is made of: its year, its day, and both day and month where it is read as 19.2."""
    year, month, day = date_parts(value)
    return {str(year), str(day), f"{day}.{month}", f"{day}.{month:02}"}


_ALIKE = {"figure": eq, "time": _same_time, "date": same_date}
