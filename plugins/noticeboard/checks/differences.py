"""Figures, dates and times that one version states and another does not."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.checks.same_value import number_of, same_date, same_value
from noticeboard.checks.versions import counterpart, everyone
from noticeboard.languages.date_readings import date_parts
from noticeboard.languages.months import names_month
from noticeboard.languages.spelled import in_words
from noticeboard.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from noticeboard.checks.versions import Family
    from noticeboard.prose.gist import Mark
    from noticeboard.site import Announcement, Facts, Site, Source


class Said(NamedTuple):
    """A mark, and the version in which it stands."""

    mark: Mark
    source: Source

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.source.path, self.mark.line, self.mark.column)


Key = tuple[str, str, int]
"""Kind and value, and a number that is above 1 where tables and lists have a value again: in them each counts."""

_TAG = re.compile("<[^>]*>")
_MOST = 100
"""Marks of one version without a counterpart that are looked at; a version with more is another text."""


class Difference(NamedTuple):
    """What one version states (`here`, None where it is missing) and another does (`there`, None where it does not)."""

    place: Place
    here: Mark | None
    there: Mark | None
    other: Source


def differences(announcement: Announcement, site: Site, kind: str) -> Iterator[list[Difference]]:
    """For each version that differs from the others in the figures, dates or times it states, how it does."""
    for family in everyone(announcement, site):
        values = {tuple(sorted(m.value for m in v.gist.marks if m.kind == kind)) for v in family.versions}
        if len(values) > 1:
            yield from filter(None, _of_family(family, announcement.facts, kind))


def _of_family(family: Family, facts: Facts, kind: str) -> Iterator[list[Difference]]:
    said = {v.lang: _said(v) for v in family.versions}
    right = _right(family, said)
    for version in family.versions:
        own = said[version.lang]
        if own.keys() != right.keys():
            without = [(v, said[v.lang]) for v in (family.original, *family.versions) if v is not version]
            yield _Comparison(version, own, right, without, facts).of(kind)


def _said(version: Source) -> dict[Key, Said]:
    """What a version states; of equal values the first in the text, and those of the front matter last."""
    found: dict[Key, Said] = {}
    cells: Counter[str] = Counter()
    for mark in sorted(version.gist.marks, key=lambda m: m.block < 0):
        number = 1
        if mark.block >= 0 and version.gist.shape[mark.block] in "tl":
            cells[mark.value] += 1
            number = cells[mark.value]
        found.setdefault((mark.kind, mark.value, number), Said(mark, version))
    return found


def _right(family: Family, said: Mapping[str, Mapping[Key, Said]]) -> dict[Key, Said]:
    """What more than half of the versions state; where it is just half, what the original states."""
    counts = Counter(key for own in said.values() for key in own)
    original = said[family.original.lang]
    right: dict[Key, Said] = {}
    for own in (original, *said.values()):
        for key, where in own.items():
            half = counts[key] * 2 - len(said)
            if half > 0 or (half == 0 and key in original):
                right.setdefault(key, where)
    return right


@dataclass(frozen=True, slots=True)
class _Comparison:
    """A version beside what the versions say together; `others` are the other versions with what each states."""

    version: Source
    own: Mapping[Key, Said]
    right: Mapping[Key, Said]
    others: list[tuple[Source, dict[Key, Said]]]
    facts: Facts

    def of(self, kind: str) -> list[Difference]:
        """The differences of one kind."""
        extra = list(islice((k for k in self.own if k not in self.right), _MOST))
        lacking = list(islice((k for k in self.right if k not in self.own), _MOST))
        more, less = self._left(kind, extra, lacking)
        if not less or any(_writes_deadline(other) for other, _ in self.others):
            more = [k for k in more if not self._is_deadline(k)]
        if not more or _writes_deadline(self.version):
            less = [k for k in less if not self._is_deadline(k)]
        return list(self._paired(more, less))

    def _left(self, kind: str, extra: list[Key], lacking: list[Key]) -> tuple[list[Key], list[Key]]:
        """Those of the kind that are not said in another way on the other side."""
        marks, missing = [self.own[k].mark for k in extra], [self.right[k].mark for k in lacking]
        here, there = _numbers(self.own.values()), _numbers(self.right.values())
        more = [
            key
            for key, mark in zip(extra, marks, strict=True)
            if mark.kind == kind and not _is_among(mark, missing, there) and not _is_worded(self._without(key), mark)
        ]
        less = [
            key
            for key, mark in zip(lacking, missing, strict=True)
            if mark.kind == kind and not _is_among(mark, marks, here) and not self._may_lack(mark)
        ]
        return more, less

    def _may_lack(self, mark: Mark) -> bool:
        """Whether this version says it in words, or leaves out the summary in which it stands."""
        return (mark.block < 0 and not self.version.header.summary) or _is_worded(self.version, mark)

    def _is_deadline(self, key: Key) -> bool:
        """Whether a date or time is the deadline's, which the program writes where it is asked to."""
        deadline = self.facts.deadline
        if deadline is None:
            return False
        if key[0] == "date":
            return same_date(key[1], deadline.isoformat()[:10])
        return key[0] == "time" and isinstance(deadline, datetime) and key[1] == f"{deadline.hour}:{deadline.minute:02}"

    def _without(self, key: Key) -> Source:
        """The first of the other versions that does not state it."""
        return next((source for source, said in self.others if key not in said), self.others[0][0])

    def _paired(self, more: list[Key], less: list[Key]) -> Iterator[Difference]:
        """What stands here beside what stands in its place elsewhere, then what has no counterpart."""
        left = list(less)
        for key in more:
            mark = self.own[key].mark
            match = self._match(key, left, alone=len(more) == len(less) == 1)
            if match:
                left.remove(match)
                there = self.right[match]
                yield Difference(self.own[key].place, mark, there.mark, there.source)
            else:
                other = self._without(key)
                yield Difference(self.own[key].place, mark, self._beside(mark, other), other)
        for key in left:
            there = self.right[key]
            yield Difference(counterpart(self.version, there.source, there.mark.line), None, there.mark, there.source)

    def _beside(self, mark: Mark, other: Source) -> Mark | None:
        """What another version states in its place: the only mark like it of the same block that is not here too."""
        if mark.block < 0 or other.gist.shape != self.version.gist.shape:
            return None
        here = {m.value for m in self.version.gist.marks if m.block == mark.block}
        there = [m for m in other.gist.marks if m.block == mark.block and m.value not in here and _are_like(m, mark)]
        return there[0] if len(there) == 1 else None

    def _match(self, key: Key, left: list[Key], *, alone: bool) -> Key | None:
        """The one of those left that stands in the same block and has a percent sign or none, as this one does."""
        mark = self.own[key].mark
        for other in left:
            there = self.right[other].mark
            if _are_like(there, mark) and (alone or there.block == mark.block):
                return other
        return None


def _are_like(one: Mark, other: Mark) -> bool:
    """Whether both are of one kind, and both or neither a percentage."""
    return one.kind == other.kind and one.value.endswith("%") == other.value.endswith("%")


def _writes_deadline(version: Source) -> bool:
    """Whether the version lets the program write or mark the deadline."""
    pieces = (*version.text.lead, *version.text.body)
    return any(not isinstance(piece, str) and piece.kind == "instant" for piece in pieces)


def _numbers(every: Iterable[Said]) -> set[str]:
    """All figures without their percent signs, and the years of all dates."""
    marks = [said.mark for said in every]
    figures = {number_of(m) for m in marks if m.kind == "figure"}
    return figures | {str(date_parts(m.value)[0]) for m in marks if m.kind == "date"}


def _is_among(mark: Mark, left: Iterable[Mark], numbers: set[str]) -> bool:
    """Whether what the mark says is said in another way by one of the marks left, or is one of the numbers."""
    if mark.kind == "figure" and number_of(mark) in numbers:
        return True
    return any(same_value(mark, other) for other in left)


def _is_worded(source: Source, mark: Mark) -> bool:
    """Whether the version says it in words: a number, an hour, or a month beside a year that stands elsewhere."""
    pieces = (piece for piece in (*source.text.lead, " ", *source.text.body) if isinstance(piece, str))
    text = f"{source.title} {source.summary} {_TAG.sub(' ', ''.join(pieces))}"
    if mark.kind != "date":
        return in_words(text, mark.value, source.lang)
    year, month, day = date_parts(mark.value)
    return not day and str(year) in text and names_month(text, month, source.lang)
