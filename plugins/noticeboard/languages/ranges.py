"""Ranges of numbers, where a hyphen between two numbers means "to" and a dash belongs; and minus signs."""

from __future__ import annotations

import re

from noticeboard.languages.markup_placeholders import OBJECT
from noticeboard.languages.spacing import UNIT_SYMBOLS

MINUS = "\N{MINUS SIGN}"

_HYPHEN = re.compile(r"-(?<=\d-)(?=\d)")
_ORDINALS = re.compile(
    r"(?<![\w.,:/+\-])(\d{1,2})\.-(\d{1,2})\.(?!\d)"
    r"|(?<![\w.,:/+\-])(?:\d{1,2}\.){1,2}(?:\d{4})?-(?:\d{1,2}\.){2}(?:\d{4})?(?![\d\-])"
)
"""Two ordinal numbers (1.-3. March), or two dates in numbers (1.1.-31.1.2027)."""
_NEGATIVE = re.compile(r"-(?=\d+(?:[.,]\d+)?(?![\w\-/]|[.,:]\d))(?:(?<=[\s(\[]-)|(?<=^-))(?<!\d\s-)")
_SMALL = "[a-z\u00df-\u024f\u03b1-\u03ce\u0430-\u045f]"
_ENDING = re.compile(f"-{_SMALL}{{2}}")
"""What makes a word of a range: 10-15-year-olds, 2025-2026-os, 7-9-vuotiaat."""
_CLOCK = r"(?:[01]?\d|2[0-4])[:.][0-5]\d"
_NUMBER = r"\d{1,3}(?:[.,]\d{3})+|\d{1,4}(?:,\d{1,2})?"
_RANGE = re.compile(
    rf"(?<![\w.,:/+#=&?\-\u2010-\u2015\u2212{OBJECT}])(?<!\d[ \u00a0\u202f])(?<!\)[ \u00a0])"
    rf"({_CLOCK}|{_NUMBER})-({_CLOCK}|{_NUMBER})"
    rf"(?!(?!{_SMALL}{{4}})\w|[/\u2010-\u2015{OBJECT}]|-(?![^\W\d_]{{2}})|[.,:]\d|[ \u00a0\u202f]\d)"
)
_AMOUNT = r"\d{1,3}(?:[.,]\d{3})*(?:[.,]\d{1,2})?"
_MARKED = re.compile(
    rf"(?<![\w.,:/+#=&?\-\u2010-\u2015\u2212{OBJECT}])"
    rf"(?:([£$€])[ \u00a0]?{_AMOUNT}-(?:\1[ \u00a0]?)?{_AMOUNT}|{_AMOUNT}[ \u00a0]?([%‰€])-{_AMOUNT}[ \u00a0]?\2)"
    rf"(?![\w/\-\u2010-\u2015{OBJECT}]|[.,:]\d|[ \u00a0\u202f]\d)"
)
"""Two amounts with the same sign: £9.99-£12.50, 5%-10%."""
_SIGN = re.compile("[£$€%‰]")
_DECIMALS = re.compile(
    rf"(?<![\w.,:/+\-])(\d{{1,3}}\.\d{{1,2}})-(?=\d{{1,3}}\.\d{{1,2}}[ \u00a0\u202f]?(?:[%‰]|(?:{UNIT_SYMBOLS})(?!\w)))"
)
"""Two numbers with a decimal point, which could be a version or a section but for the sign or unit after them."""
_SHORT_YEARS = re.compile(rf"(\u2019\d\d(?:-?{_SMALL}{{1,5}})?)-(?=\u2019\d\d(?!\d))")
"""Two years cut short: '50-'60, the '50s-'60s, after their apostrophes were set."""
_NUMBERED = re.compile(
    r"\b(?:ISO|IEC|EN|DIN|ISBN|ISSN|(?i:tel|tél|tfn|tlf|tálr|tālr|teil|τηλ|тел|fax|puh|phone|telef\w*|telep\w*)\.?:?)\s*$"
)
"""Words before a number that is no quantity: standards, books, telephones."""

_YEAR, _SHORT_YEAR, _MONTHS = 4, 2, 12
_YEARS = range(1000, 2200)
_LOOK_BACK = 20
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_MARKS = re.compile("[.,]")


def set_ranges(text: str, dash: str) -> str:
    """The text with that dash in ranges of numbers, years and times: 10-20, 2019-2023, 9.00-12.30.

    Left alone is what could be a date (2023-02), a telephone number, a standard or an identifier: anything with a
    letter, a further hyphen (unless small letters follow it), slash or group of digits beside it, a leading zero, a
    first number that is not smaller, or four digits that are no year and not round (555-1234).
    """
    if ".-" in text:
        text = _ORDINALS.sub(lambda match: _dashed(match, dash), text)
    if _SIGN.search(text):
        text = _MARKED.sub(lambda match: match[0].replace("-", dash), text)
    if "\u2019" in text:
        text = _SHORT_YEARS.sub(rf"\1{dash}", text)
    if "." in text:
        text = _DECIMALS.sub(rf"\1{dash}", text)
    return _HYPHEN.sub(lambda match: dash if _is_range(text, match.start()) else "-", text)


def set_minus(text: str) -> str:
    """The text with a minus sign before negative numbers: a hyphen with a space before it and a number after it."""
    return _NEGATIVE.sub(MINUS, text)


def _dashed(match: re.Match[str], dash: str) -> str:
    ascend = match[1] is None or int(match[1]) < int(match[2])
    return match[0].replace("-", dash) if ascend else match[0]


def _is_range(text: str, hyphen: int) -> bool:
    start = hyphen
    while start and (text[start - 1].isdigit() or text[start - 1] in ".,:"):
        start -= 1
    match = _RANGE.match(text, start)
    if match is None or match.end(1) != hyphen or not _ascend(match[1], match[2]):
        return False
    if text.startswith("-", match.end()) and not _ENDING.match(text, match.end()):
        return False
    return not _NUMBERED.search(text[max(start - _LOOK_BACK, 0) : start])


def _ascend(first: str, last: str) -> bool:
    """Whether two times, or two numbers, are the ends of a range.

    2023-02 could be a month, 2023-24 is a school year.
    """
    if first.isdigit() and last.isdigit():
        return _whole_numbers_ascend(first, last)
    if first.isdigit() or last.isdigit():
        return False
    if _GROUPED.fullmatch(first) and _GROUPED.fullmatch(last):
        return int(_MARKS.sub("", first)) < int(_MARKS.sub("", last))
    return ":" in first + last or "." in first + last or float(first.replace(",", ".")) < float(last.replace(",", "."))


def _whole_numbers_ascend(first: str, last: str) -> bool:
    if first.startswith("0") or last.startswith("0"):
        return False
    if len(first) == _YEAR and len(last) == _SHORT_YEAR:
        return int(last) > max(_MONTHS, int(first[2:]))
    if len(last) >= _YEAR and not _are_quantities(int(first), int(last)):
        return False
    return int(first) < int(last)


def _are_quantities(first: int, last: int) -> bool:
    """Whether two numbers, the last of four digits, are years or round; a telephone number is neither."""
    years = first in _YEARS and last in _YEARS
    return years or not (first % 10 or last % 10)
