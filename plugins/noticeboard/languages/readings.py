"""Numbers, dates and times in a text, by their value: 4.859 (nl), 4 859 (sv) and 4,859 (en) are one figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.languages.clock_readings import read_time, zone_end
from noticeboard.languages.date_readings import ORDINAL, date_parts, date_value, read_date
from noticeboard.languages.name_numbers import name_end
from noticeboard.languages.notation import notation
from noticeboard.languages.number_words import multiplier

if TYPE_CHECKING:
    from noticeboard.languages.notation import Notation

__all__ = ["Reading", "read"]

_DIGIT = re.compile(r"\d")
_REST_OF_WORD = re.compile(r"\w+")
_GROUPED = re.compile(r"(\d{1,3}([.,'\u2019\u00a0\u202f\u2009 ])\d{3}(?:\2\d{3}){0,6})(?!\d)(?:[.,](\d+))?")
_PLAIN = re.compile(r"(\d+)(?:[.,](\d+))?")
_PERCENT = re.compile(r"\s?%")
_YEAR_IN_FRONT = re.compile(r"(?<!\d)((?:19|20)\d\d)[/\u2013-]\Z")
_JOINT = re.compile(
    rf"{ORDINAL}(?:\sd(?=\.))?"
    r"\.?\s*(?:[-\u2013\u2014,]|\bsa[lrtdnsxzżċ]-|"
    r"\b(?:to|till|until|and|or|bis|und|oder|a|al|à|au|et|ou|e|ed|o|y|u|tot|t/m|en|of|og|och|"
    r"til|eller|do|i|lub|nebo|alebo|až|aj|ali|ja|ir|arba|iki|un|vai|līdz|sa|agus|nó|go|până la|la|și|sau|és|vagy|in|"
    r"até|às|hasta|tai|και|έως|ως|ή|и|до|или)\b)\s*"
    r"(?:(?:the|den|de|il|le|el|al|an)\b|(?:f?i)?[lrtdnsxzżċ]-)?\s*",
    re.IGNORECASE,
)
"""What may be between two dates that share a month or a year, or the two ends of a range."""

_YEAR_GAP = re.compile(r"\.?\s{0,3}(?:gad[aā]|m\.)\s{1,9}(?:(?:no|nuo)\s{1,9})?")
"""What is between a year and the range of days that follows it."""

_ATTACHED = re.compile("[\u0590-\u06ff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of Hebrew and Arabic, whose short words are joined to a number; of Thai, Lao, Japanese, Chinese, Korean."""

_LAW_IN_FRONT = re.compile(
    r"(?<!\w)(?:art(?:\.|icle\w*|icol\w*|ículo\w*|igo\w*|ikel\w*|ikkel\w*|ikl\w*|ykuł\w*)|άρθρ\w*|член\w*|čl\.|"
    r"člán\w*|člank\w*|članak|člen\w*|§)\s?\Z",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"(\d{1,3})\.(\d{1,2})(?![\d.]*\d)")
_POWERS = {"thousand": 3, "million": 6, "billion": 9}
_LAST_DAY, _SHORT = 31, 2
_FARTHEST = 20
_LONGEST = 50


class Reading(NamedTuple):
    """What a text has from `start` to `end`: its kind (figure, date or time) and its value.

    A figure is a decimal number with "." and no other mark, with "%" if a percent sign follows. A date is ISO 8601
    (without a year "--02-19", without a day "2023-02"). A time is "14:30".
    """

    kind: str
    value: str
    start: int
    end: int


def read(text: str, tag: str) -> tuple[Reading, ...]:
    """The figures, dates and times of a text as readers of the language understand them, in order.

    Digits after a letter (B2, KA1) belong to a name and are left out, and so are numbers of standards and laws,
    telephone numbers, versions of software and DOIs. A time ends after the name of its zone.
    """
    own = notation(tag)
    found: list[Reading] = []
    at = 0
    while digit := _DIGIT.search(text, at):
        start = digit.start()
        before = text[start - 1 : start]
        if rest := _REST_OF_WORD.match(text, start) if _is_letter(before) or before == "_" else None:
            at = rest.end()
        elif end := name_end(text, start):
            at = end
        elif part := _part_of_law(text, start):
            found += [Reading("figure", str(int(part[i])), *part.span(i)) for i in (1, 2)]
            at = part.end()
        else:
            found.append(_one(text, start, tag, own, at))
            at = found[-1].end
    return tuple(_shared(found, text, own) if len(found) > 1 else found)


def _part_of_law(text: str, start: int) -> re.Match[str] | None:
    """Article and paragraph of a law where they are written as one number: artikel 9.2 is Article 9(2)."""
    in_front = _LAW_IN_FRONT.search(text, max(start - _FARTHEST, 0), start)
    return _PARAGRAPH.match(text, start) if in_front else None


def _is_letter(character: str) -> bool:
    """Whether a number after it belongs to the same word: not so where no space stands between words."""
    return character.isalpha() and not _ATTACHED.match(character)


def _one(text: str, start: int, tag: str, own: Notation, floor: int) -> Reading:
    if found := read_date(text, start, tag, own, floor):
        return Reading("date", date_value(*found[:3]), *found[3:])
    if clock := read_time(text, start, own):
        return Reading("time", clock[0], start, zone_end(text, clock[1]))
    whole, fraction, end = _amount(text, start, own)
    year = _YEAR_IN_FRONT.search(text, max(start - 6, 0), start) if len(whole) == _SHORT else None
    if year and int(year[1]) % 100 < int(whole):
        whole = str(int(year[1]) // 100 * 100 + int(whole))
    percent = _PERCENT.match(text, end)
    if not percent and (many := _many(text, end, tag)):
        whole, fraction = _times(whole, fraction, _POWERS[str(many.lastgroup)])
        end = many.end()
    shown = str(int(whole)) if len(whole) < _LONGEST else whole
    value = ".".join(filter(None, (shown, fraction.rstrip("0")))) + ("%" if percent else "")
    return Reading("figure", value, start, percent.end() if percent else end)


def _many(text: str, end: int, tag: str) -> re.Match[str] | None:
    """The word for thousands, millions or billions after a figure."""
    words = multiplier(tag)
    return words.match(text, end) if words else None


def _times(whole: str, fraction: str, zeros: int) -> tuple[str, str]:
    """A decimal number times a power of ten."""
    return whole + fraction[:zeros].ljust(zeros, "0"), fraction[zeros:]


def _amount(text: str, start: int, own: Notation) -> tuple[str, str, int]:
    """The digits of a number before and after its decimal mark, and the offset after it."""
    found = _GROUPED.match(text, start)
    if found and _is_grouped(found, own):
        return "".join(filter(str.isdigit, found[1])), found[3] or "", found.end()
    found = _PLAIN.match(text, start)
    assert found  # noqa: S101 - there is a digit
    return found[1], found[2] or "", found.end()


def _is_grouped(found: re.Match[str], own: Notation) -> bool:
    """Whether the marks between groups of three digits group: a single decimal mark makes a decimal number."""
    if found[2] == own.decimal:
        return found[1].count(own.decimal) > 1
    return found[2] != " " or own.decimal != "."


def _shared(found: list[Reading], text: str, own: Notation) -> list[Reading]:
    """The readings, with the month or the year that two of them share given to both: "19.-21. februar 2023"."""
    for index in range(len(found) - 2, -1, -1):
        first, second = found[index : index + 2]
        if second.kind == "date" and _are_joined(first, second, text):
            found[index] = _completed(first, second.value)
    for index, second in enumerate(found[1:], start=1):
        first = found[index - 1]
        year = first.value if own.year_first and re.fullmatch(r"\d{4}", first.value, re.ASCII) else ""
        if year and second.value.startswith("--") and _YEAR_GAP.fullmatch(text, first.end, second.start):
            found[index] = _completed(second, f"{year}-00")._replace(start=first.start)
        elif first.kind == "date" and second.kind != "time" and _are_joined(first, second, text):
            dash = text[first.end : second.start].strip(" .") in ("-", "\u2013", "\u2014")
            if own.year_first if second.kind == "date" else dash:
                found[index] = _completed(second, first.value)
    return [r for r, after in zip(found, [*found[1:], None], strict=True) if not after or after.start > r.start]


def _are_joined(first: Reading, second: Reading, text: str) -> bool:
    near = second.start - first.end <= _FARTHEST
    return near and bool(_JOINT.fullmatch(text, first.end, second.start))


def _completed(reading: Reading, date: str) -> Reading:
    """A day without a month, or a date without a year, with what it lacks taken from the date beside it."""
    year, number, day = date_parts(date)
    own = int(reading.value) if reading.value.isdecimal() and len(reading.value) <= _SHORT else 0
    if reading.kind == "figure" and day and 1 <= own <= _LAST_DAY:
        return reading._replace(kind="date", value=date_value(year, number, own))
    if reading.kind == "date" and year and reading.value.startswith("--"):
        return reading._replace(value=date_value(year, *date_parts(reading.value)[1:]))
    return reading
