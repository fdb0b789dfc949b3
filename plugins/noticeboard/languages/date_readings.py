"""Dates in a text, by their value: "19. veljače 2023.", "19.2.2023" and "2023-02-19" are one date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.languages.months import month

if TYPE_CHECKING:
    from noticeboard.languages.notation import Notation

Found = tuple[int, int, int, int, int]
"""Year, month and day (0 if the text leaves them out), and the offsets of the date's beginning and after it."""

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_YEAR_MONTH_DAY = re.compile(r"(\d{4})([./])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})(?:([./])\s?(\d{1,2})\2\s?(\d{4}|\d\d)|(-)(\d{1,2})-(\d{4}))(?!\d|[.,]\d)")
_DAY_MONTH = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.(?!\s?\d)")
_WORD = r"([^\W\d_]{3,})"
_SECOND_WORD = r"(?:\s{1,9}f[oó]mhair\b)?"
_OF = r"(?:(?:of|de|del|do|lui|den)\s{1,9}|d['\u2019]|ta['\u2019]\s?)?"
ORDINAL = r"(?:st|nd|rd|th|er|ème|ης|[ºª°ηςú]|-?(?:ти|ви|ри|ми|ия))?"
_DAY = re.compile(rf"(\d{{1,2}})(?!\d)(\.?){ORDINAL}\s{{0,9}}{_OF}{_WORD}{_SECOND_WORD}", re.IGNORECASE)
_YEAR = re.compile(r"\.?,?\s{1,9}(?:(?:de|del|do)\s{1,9}|tal-)?(\d{4})(?!\d)")
_MONTH_IN_FRONT = re.compile(
    rf"{_WORD}\.?(?:\s{{1,9}}mėn(?:\.|esio))?{_SECOND_WORD},?\s{{1,9}}(?:(?:de|del|do)\s{{1,9}}|tal-)?\Z", re.IGNORECASE
)
_DAY_BEHIND_MONTH = re.compile(r"(\d{1,2})(?!\d|[.,:]\d)(?:st|nd|rd|th)?")
_ORDINAL_DAY = re.compile(r"(\d{1,2})\.\s{1,3}p(?:äiv|:n)\w*")
"""A day as Finnish has it after a month: "syyskuun 30. päivänä"."""
_ROMAN_MONTH = re.compile(r"(\d{1,2})\.?\s?(X?I{1,3}|I?[VX]|VI{1,3}|I)\.?(?:\s?(\d{4}))?(?![\w.])")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN_MONTHS = ("hu", "pl")
"""Languages in which a Roman numeral after a day is a month without a year too."""
_EAST_ASIAN = re.compile(
    r"(?:(\d{4})\s?[\u5e74\ub144]\s?)?(\d{1,2})\s?[\u6708\uc6d4](?:\s?(\d{1,2})\s?[\u65e5\u53f7\uc77c])?"
)
"""Year, month and day as Chinese, Japanese and Korean have them, each with its own sign after it."""
_DAY_SLASH_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})\s(\d{4})(?!\d)")
_YEAR_IN_FRONT = re.compile(
    rf"(\d{{4}})\.?\s{{0,9}}(?:m(?:\.|etų)\s{{0,9}}|(?:gada|aasta)\s{{1,9}})?"
    rf"(?:{_WORD}\.?(?:\s{{1,9}}mėn(?:\.|esio))?(?:\s{{1,9}}(\d{{1,2}})(?![\d:]))?|(\d{{1,2}})\.\s{{0,9}}{_WORD})",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(r"\d{4}(?!\d)")
_LOOK_BACK = 30
_CENTURY = 2000
_LAST_MONTH, _LAST_DAY, _SHORT_YEAR = 12, 31, 2


def date_value(year: int, number: int, day: int) -> str:
    """A date in ISO 8601: "2023-02-19", "--02-19" without a year, "2023-02" without a day."""
    written = f"{year:04}" if year else "-"
    written += f"-{number:02}"
    return f"{written}-{day:02}" if day else written


def date_parts(value: str) -> tuple[int, int, int]:
    """Year, month and day of such a value, 0 for what it leaves out."""
    year, number, day = (value.replace("--", "0-", 1) + "-0").split("-")[:3]
    return int(year), int(number), int(day)


def read_date(text: str, start: int, tag: str, own: Notation, floor: int = 0) -> Found | None:
    """The date whose first number begins at the offset; None if there is none.

    A month may come before it, but not before `floor`, the end of the previous reading.
    """
    return _with_signs(text, start) or _numeric(text, start, tag, own) or _worded(text, start, tag, own, floor)


def _with_signs(text: str, start: int) -> Found | None:
    found = _EAST_ASIAN.match(text, start)
    if not found or not (found[1] or found[3]):
        return None
    return _valid(int(found[1] or 0), int(found[2]), int(found[3] or 0), found.span())


def _numeric(text: str, start: int, tag: str, own: Notation) -> Found | None:
    if found := _ISO.match(text, start) or _YEAR_MONTH_DAY.match(text, start):
        year, number, day = (int(part) for part in found.groups() if part.isdigit())
        return _valid(year, number, day, found.span())
    if found := _DAY_MONTH_YEAR.match(text, start):
        day, number, year = (int(part) for part in found.groups() if part and part.isdigit())
        if tag.startswith("en") and number > _LAST_MONTH:
            day, number = number, day
        return _valid(year if year > _LAST_DAY * _SHORT_YEAR else _CENTURY + year, number, day, found.span())
    if not tag.startswith("en") and (found := _DAY_SLASH_MONTH.match(text, start)):
        return _valid(int(found[3]), int(found[2]), int(found[1]), found.span())
    if found := _ROMAN_MONTH.match(text, start):
        alone = len(found[2]) > 1 and tag.partition("-")[0] in _ROMAN_MONTHS
        if found[2] in _ROMAN and (found[3] or alone):
            return _valid(int(found[3] or 0), _ROMAN.index(found[2]) + 1, int(found[1]), found.span())
    if own.dotted and (found := _DAY_MONTH.match(text, start)):
        return _valid(0, int(found[2]), int(found[1]), found.span())
    return None


def _worded(text: str, start: int, tag: str, own: Notation, floor: int) -> Found | None:
    if own.year_first and (found := _YEAR_IN_FRONT.match(text, start)):
        number = month(found[2] or found[5], tag, inflected=True)
        if number:
            day = int(found[3] or found[4] or 0)
            return _valid(int(found[1]), number, day, (start, found.end() if day or not found[3] else found.end(2)))
    if found := _DAY.match(text, start):
        number = month(found[3], tag, inflected=bool(found[2]))
        if number:
            year = _YEAR.match(text, found.end())
            return _valid(int(year[1]) if year else 0, number, int(found[1]), (start, (year or found).end()))
    return _behind_month(text, start, tag, own, floor)


def _behind_month(text: str, start: int, tag: str, own: Notation, floor: int) -> Found | None:
    """A date whose month is in front of the number: "February 19, 2023", "februari 2023", "február 19"."""
    front = _MONTH_IN_FRONT.search(text, max(start - _LOOK_BACK, floor), start)
    if not front:
        return None
    whole = _YEAR_ALONE.match(text, start)
    number = month(front[1], tag, inflected=own.year_first or bool(whole) or bool(_ORDINAL_DAY.match(text, start)))
    if not number:
        return None
    if whole:
        return _valid(int(whole[0]), number, 0, (front.start(), whole.end()))
    ordinal = _ORDINAL_DAY.match(text, start)
    day = ordinal or (_DAY_BEHIND_MONTH.match(text, start) if own.month_first else None)
    if not day:
        return None
    year = None if own.year_first else _YEAR.match(text, day.end())
    return _valid(int(year[1]) if year else 0, number, int(day[1]), (front.start(), (year or day).end()))


def _valid(year: int, number: int, day: int, span: tuple[int, int]) -> Found | None:
    return (year, number, day, *span) if 1 <= number <= _LAST_MONTH and day <= _LAST_DAY else None
