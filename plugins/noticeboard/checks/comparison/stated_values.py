"""The figures, dates and times that versions state, by value, each with its version."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.checks.comparison.same_value import century_of
from noticeboard.languages.date_readings import date_parts
from noticeboard.languages.months import names_month
from noticeboard.languages.number_words import in_words
from noticeboard.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from noticeboard.checks.comparison.version_families import Family
    from noticeboard.markdown.segments.version_profile import StatedValue
    from noticeboard.site import Source

_TAG = re.compile("<[^>]*>")


class VersionValue(NamedTuple):
    """A stated value and its version."""

    mark: StatedValue
    source: Source

    @property
    def location(self) -> Location:
        """Its place."""
        return Location(self.source.path, self.mark.line, self.mark.column)


Key = tuple[str, str, int]
"""Kind and value, and a number that is above 1 where tables and lists have a value again: in them each counts."""


def values_of(version: Source) -> dict[Key, VersionValue]:
    """What a version states; of equal values the first in the text, and those of the front matter last."""
    found: dict[Key, VersionValue] = {}
    cells: Counter[str] = Counter()
    for mark in sorted(version.profile.marks, key=lambda m: m.block < 0):
        number = 1
        if mark.block >= 0 and version.profile.shape[mark.block] in "tl":
            cells[mark.value] += 1
            number = cells[mark.value]
        found.setdefault((mark.kind, mark.value, number), VersionValue(mark, version))
    return found


def values_of_most(family: Family, said: Mapping[str, Mapping[Key, VersionValue]]) -> dict[Key, VersionValue]:
    """What more than half of the versions state; where it is just half, what the original states."""
    counts = Counter(key for own in said.values() for key in own)
    original = said[family.original.lang]
    right: dict[Key, VersionValue] = {}
    for own in (original, *said.values()):
        for key, where in own.items():
            half = counts[key] * 2 - len(said)
            if half > 0 or (half == 0 and key in original):
                right.setdefault(key, where)
    return right


def numbers_in(every: Iterable[VersionValue]) -> set[str]:
    """All figures without their percent signs, and the years of all dates."""
    marks = [said.mark for said in every]
    figures = {m.value.rstrip("%") for m in marks if m.kind == "figure"}
    return figures | {str(date_parts(m.value)[0]) for m in marks if m.kind == "date"}


def writes_deadline(version: Source) -> bool:
    """Whether the version lets the program write or mark the deadline."""
    pieces = (*version.text.lead, *version.text.body)
    return any(not isinstance(piece, str) and piece.kind == "instant" for piece in pieces)


def is_worded(source: Source, mark: StatedValue) -> bool:
    """Whether the version says it in words: a number, an hour, or a month whose year is elsewhere."""
    pieces = (piece for piece in (*source.text.lead, " ", *source.text.body) if isinstance(piece, str))
    text = f"{source.title} {source.summary} {_TAG.sub(' ', ''.join(pieces))}"
    if mark.kind != "date":
        return any(in_words(text, value, source.lang) for value in (mark.value, *century_of(mark)))
    year, month, day = date_parts(mark.value)
    return not day and str(year) in text and names_month(text, month, source.lang)
