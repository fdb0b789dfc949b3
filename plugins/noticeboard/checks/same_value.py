"""Whether two readings of different languages may mean the same: 14.30 and 14:30, 19 and 19 February, 86 and 86 %."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.languages.date_readings import date_parts

if TYPE_CHECKING:
    from noticeboard.prose.gist import Mark

_HALF_DAY = 12


def same_value(one: Mark, other: Mark) -> bool:
    """Whether two marks of different values may be the same figure, date or time, written in two ways."""
    pair = {one.kind: one.value, other.kind: other.value}
    if one.kind == other.kind:
        return _ALIKE[one.kind](one.value, other.value)
    if "time" in pair and "figure" in pair:
        return _number(pair["figure"]) in _as_numbers(pair["time"])
    if "date" in pair and "figure" in pair:
        return _number(pair["figure"]) in _in_date(pair["date"])
    return False


def same_year(one: Mark, other: Mark) -> bool:
    """Whether one mark is the year of the other, which is a date."""
    pair = {one.kind: one.value, other.kind: other.value}
    if pair.keys() != {"figure", "date"}:
        return False
    return pair["figure"] == str(date_parts(pair["date"])[0])


def same_date(one: str, other: str) -> bool:
    """Whether two dates are the same as far as both say: with a year and without, with a day and without."""
    (year, month, day), (other_year, other_month, other_day) = date_parts(one), date_parts(other)
    years = not year or not other_year or year == other_year
    return years and month == other_month and (not day or not other_day or day == other_day)


def _same_time(one: str, other: str) -> bool:
    """Whether two times are equal on a clock of twelve hours."""
    (hour, _, minute), (other_hour, _, other_minute) = one.partition(":"), other.partition(":")
    return minute == other_minute and int(hour) % _HALF_DAY == int(other_hour) % _HALF_DAY


def _same_figure(one: str, other: str) -> bool:
    return _number(one) == _number(other)


def _number(figure: str) -> str:
    return figure.rstrip("%")


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


_ALIKE = {"figure": _same_figure, "time": _same_time, "date": same_date}
