"""Figures, dates and times that one version states and another does not."""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from noticeboard.checks.comparison.same_value import number_of, same_date, same_value
from noticeboard.checks.comparison.stated_values import (
    is_worded,
    numbers_in,
    values_of,
    values_of_most,
    writes_deadline,
)
from noticeboard.checks.comparison.version_families import counterpart, everyone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from noticeboard.checks.comparison.stated_values import Key, VersionValue
    from noticeboard.checks.comparison.version_families import Family
    from noticeboard.markdown.segments.version_profile import StatedValue
    from noticeboard.model import Location
    from noticeboard.site import Announcement, Facts, Site, Source

_MOST = 100
"""Marks of one version without a counterpart that are looked at; a version with more is another text."""


class Difference(NamedTuple):
    """A value in one version (`here`, None if it is missing) and in another (`there`, None if it is missing)."""

    location: Location
    here: StatedValue | None
    there: StatedValue | None
    other: Source


def differences(announcement: Announcement, site: Site, kind: str) -> Iterator[list[Difference]]:
    """For each version that differs from the others in figures, dates or times, its differences."""
    for family in everyone(announcement, site):
        values = {tuple(sorted(m.value for m in v.profile.marks if m.kind == kind)) for v in family.versions}
        if len(values) > 1:
            yield from filter(None, _of_family(family, announcement.facts, kind))


def _of_family(family: Family, facts: Facts, kind: str) -> Iterator[list[Difference]]:
    said = {v.lang: values_of(v) for v in family.versions}
    right = values_of_most(family, {v.lang: said[v.lang] for v in family.voters})
    for version in family.versions:
        own = said[version.lang]
        if own.keys() != right.keys():
            without = [(v, said[v.lang]) for v in (family.original, *family.versions) if v is not version]
            yield _Comparison(version, own, right, without, facts).of(kind)


class _Comparison(Struct, frozen=True):
    """A version beside what the versions say together; `others` are the other versions with what each states."""

    version: Source
    own: Mapping[Key, VersionValue]
    right: Mapping[Key, VersionValue]
    others: list[tuple[Source, dict[Key, VersionValue]]]
    facts: Facts

    def of(self, kind: str) -> list[Difference]:
        """The differences of one kind."""
        extra = list(islice((k for k in self.own if k not in self.right), _MOST))
        lacking = list(islice((k for k in self.right if k not in self.own), _MOST))
        more, less = self._left(kind, extra, lacking)
        if not less or any(writes_deadline(other) for other, _ in self.others):
            more = [k for k in more if not self._is_deadline(k)]
        if not more or writes_deadline(self.version):
            less = [k for k in less if not self._is_deadline(k)]
        return list(self._paired(more, less))

    def _left(self, kind: str, extra: list[Key], lacking: list[Key]) -> tuple[list[Key], list[Key]]:
        """Those of the kind that are not said in another way on the other side."""
        marks, missing = [self.own[k].mark for k in extra], [self.right[k].mark for k in lacking]
        here, there = numbers_in(self.own.values()), numbers_in(self.right.values())
        more = [
            key
            for key, mark in zip(extra, marks, strict=True)
            if mark.kind == kind
            and not _is_among(key, mark, missing, there)
            and not self._is_stated_by(self._without(key), mark)
        ]
        less = [
            key
            for key, mark in zip(lacking, missing, strict=True)
            if mark.kind == kind and not _is_among(key, mark, marks, here) and not self._may_lack(mark)
        ]
        return more, less

    def _is_stated_by(self, other: Source, mark: StatedValue) -> bool:
        """Whether another version says it in words, or in a way of its own."""
        own = {m.value for m in self.version.profile.marks}
        told = (m for m in other.profile.marks if m.value not in own)
        return is_worded(other, mark) or any(same_value(mark, m) for m in told)

    def _may_lack(self, mark: StatedValue) -> bool:
        """Whether this version states it in words, or has no summary and the value is in the other's."""
        return (mark.block < 0 and not self.version.header.summary) or is_worded(self.version, mark)

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
        """Values here paired with those in the same place elsewhere, then those without a counterpart."""
        left = list(less)
        for key in more:
            mark = self.own[key].mark
            match = self._match(key, left, alone=len(more) == len(less) == 1)
            if match:
                left.remove(match)
                there = self.right[match]
                yield Difference(self.own[key].location, mark, there.mark, there.source)
            else:
                other = self._without(key)
                yield Difference(self.own[key].location, mark, self._beside(mark, other), other)
        for key in left:
            there = self.right[key]
            yield Difference(counterpart(self.version, there.source, there.mark.line), None, there.mark, there.source)

    def _beside(self, mark: StatedValue, other: Source) -> StatedValue | None:
        """What another version states in its place: the only mark like it of the same block that is not here too."""
        if mark.block < 0 or other.profile.shape != self.version.profile.shape:
            return None
        here = {m.value for m in self.version.profile.marks if m.block == mark.block}
        there = [m for m in other.profile.marks if m.block == mark.block and m.value not in here and _are_like(m, mark)]
        return there[0] if len(there) == 1 else None

    def _match(self, key: Key, left: list[Key], *, alone: bool) -> Key | None:
        """The one of those left that is in the same block and has a percent sign or none, as this one does."""
        mark = self.own[key].mark
        for other in left:
            there = self.right[other].mark
            if _are_like(there, mark) and (alone or there.block == mark.block):
                return other
        return None


def _are_like(one: StatedValue, other: StatedValue) -> bool:
    """Whether both are of one kind, and both or neither a percentage."""
    return one.kind == other.kind and one.value.endswith("%") == other.value.endswith("%")


def _is_among(key: Key, mark: StatedValue, left: Iterable[StatedValue], numbers: set[str]) -> bool:
    """Whether one of the remaining values, or one of the numbers, says the same in another way.

    A value that occurs once more than on the other side is not covered by its other occurrences.
    """
    if key[2] == 1 and mark.kind == "figure" and number_of(mark) in numbers:
        return True
    return any(same_value(mark, other) for other in left)
