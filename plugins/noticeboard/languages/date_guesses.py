"""Likely days for text that is not an ISO date: "19.02.2027", "18 December 2026", "2027-2-5"."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from noticeboard.languages.date_readings import date_parts
from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.readings import read

if TYPE_CHECKING:
    from collections.abc import Iterator

_THREE = re.compile(r"(\d{1,4})\s?([-./ ])\s?(\d{1,2})\s?\2\s?(\d{1,4})")
_YEAR_DIGITS = 4
_CENTURY = 2000


def likely_days(text: str, lang: str = "") -> tuple[date, ...]:
    """The days that the text may mean, the likelier first; () if it is no date.

    It is read as in that language, then as in any official language. Three numbers can be two days: 04/05/2027 is the
    fourth of May, and in America the fifth of April.
    """
    text = text.strip()
    if found := _THREE.fullmatch(text):
        return tuple(dict.fromkeys(_of_numbers(found)))
    for tag in dict.fromkeys((lang or "en", "en", *OFFICIAL)):
        readings = read(text, tag)
        if len(readings) == 1 and readings[0].kind == "date" and all(date_parts(readings[0].value)):
            return tuple(_valid(*date_parts(readings[0].value)))
    return ()


def _of_numbers(found: re.Match[str]) -> Iterator[date]:
    first, second, third = found[1], found[3], found[4]
    if len(first) == _YEAR_DIGITS:
        yield from _valid(int(first), int(second), int(third))
    elif len(third) in (2, _YEAR_DIGITS):
        year = int(third) if len(third) == _YEAR_DIGITS else _CENTURY + int(third)
        yield from _valid(year, int(second), int(first))
        if found[2] in "/-":
            yield from _valid(year, int(first), int(second))


def _valid(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
