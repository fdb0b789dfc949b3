"""Whether two readings of different languages may mean the same: 14.30 and 14:30, 19 and 19 February, 86 and 86 %."""

from __future__ import annotations

from operator import eq
from typing import TYPE_CHECKING

from noticeboard.languages.date_readings import date_parts

if TYPE_CHECKING:
    from noticeboard.markdown.segments.version_profile import StatedValue

_HALF_DAY = 12


def same_value(one: StatedValue, other: StatedValue) -> bool:
    """Whether two marks of different values may be the same figure, date or time, written in two ways."""
    first, second = sorted((one, other), key=lambda mark: mark.kind == "figure")
    if first.kind == second.kind:
        return bool(_ALIKE[first.kind](number_of(first), number_of(second)))
    if second.kind != "figure":
        return False
    numbers = _as_numbers(first.value) if first.kind == "time" else _in_date(first.value)
    return number_of(second) in numbers


def number_of(mark: StatedValue) -> str:
    """A figure without its percent sign, which may stand elsewhere as a word."""
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
