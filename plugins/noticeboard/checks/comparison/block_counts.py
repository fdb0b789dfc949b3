"""Versions that have more or fewer blocks of a kind than the others have."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.checks.comparison.version_families import counterpart, families, unanswered, usual
from noticeboard.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from noticeboard.checks.comparison.version_families import Family, Value
    from noticeboard.checks.rule import Rule
    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site, Source


class CountDifference(NamedTuple):
    """A version that has `here` blocks of a kind, list items or table rows where another version has `there`.

    `location` is where the first surplus block is or the first missing one belongs, or where the list or table is.
    `line` is that of the missing block, or of the list or table, in the other version; 0 if this version has too many
    blocks.
    """

    location: Location
    here: int
    there: int
    other: Source
    line: int


class CountTexts(NamedTuple):
    """Templates: for a version with fewer blocks, for one with more, and for a list or table of another size.

    `add`, `remove` and `compare` are their hints. `size` is "" for blocks that have none.
    """

    missing: str
    surplus: str
    add: str = "Translate what is missing, or remove what is too much in the other versions."
    remove: str = "Add it to the other versions, or remove it here."
    size: str = ""
    compare: str = ""


def count_problems(
    rule: Rule, announcement: Announcement, site: Site, letter: str, texts: CountTexts
) -> Iterator[Problem]:
    """A problem for each version that differs in the number or size of blocks of a kind.

    `letter` is the kind in `VersionProfile.shape`.
    """
    for found in block_count_differences(announcement, site, letter):
        message, hint = (texts.missing, texts.add) if found.line else (texts.surplus, texts.remove)
        yield _problem(rule, found, message, hint)
    for found in differing_sizes(announcement, site, letter) if texts.size else ():
        yield _problem(rule, found, texts.size, texts.compare)


def _problem(rule: Rule, found: CountDifference, message: str, hint: str) -> Problem:
    values = {"here": found.here, "there": found.there, "other": found.other.path, "line": found.line}
    return rule.problem(found.location, message, hint, **values)


def block_count_differences(announcement: Announcement, site: Site, letters: str) -> Iterator[CountDifference]:
    """The versions whose number of blocks of these kinds (`VersionProfile.shape`) is not that of the others."""
    for family in families(announcement, site):
        if len({v.profile.shape for v in family.versions}) > 1:
            yield from _of_family(family, letters)


def _of_family(family: Family, letters: str) -> Iterator[CountDifference]:
    counts = {v.lang: sum(map(v.profile.shape.count, letters)) for v in family.versions}
    right, other = _right(family, counts)
    for version in family.versions:
        here = counts[version.lang]
        if here != right:
            yield _difference(version, other, letters, here, right)


def _right(family: Family, found: Mapping[str, Value]) -> tuple[Value, Source]:
    """The usual one of the values by language, and a version with it: the original if it has it, else the first."""
    right = usual([found[v.lang] for v in family.voters], found[family.original.lang])
    return right, next(v for v in (family.original, *family.versions) if found[v.lang] == right)


def _difference(version: Source, other: Source, letters: str, here: int, there: int) -> CountDifference:
    ours, theirs = version.profile, other.profile
    if here > there:
        block = unanswered(theirs.shape, ours.shape, letters)
        return CountDifference(Location(version.path, ours.lines[max(block, 0)]), here, there, other, 0)
    line = theirs.lines[max(unanswered(ours.shape, theirs.shape, letters), 0)]
    return CountDifference(counterpart(version, other, line), here, there, other, line)


def differing_sizes(announcement: Announcement, site: Site, letter: str) -> Iterator[CountDifference]:
    """The lists ("l") or tables ("t") of other lengths, in versions that have the same number of them."""
    for family in families(announcement, site):
        if len({(v.profile.shape, v.profile.sizes) for v in family.versions}) == 1:
            continue
        found = {v.lang: _sizes(v, letter) for v in family.versions}
        right, other = _right(family, found)
        for version in family.versions:
            if len(found[version.lang]) == len(right):
                yield from _pairs(version, other, letter)


def _sizes(version: Source, letter: str) -> tuple[int, ...]:
    return tuple(
        size for kind, size in zip(version.profile.shape, version.profile.sizes, strict=True) if kind == letter
    )


def _pairs(version: Source, other: Source, letter: str) -> Iterator[CountDifference]:
    ours, theirs = (
        [(line, size) for kind, line, size in zip(g.shape, g.lines, g.sizes, strict=True) if kind == letter]
        for g in (version.profile, other.profile)
    )
    for (line, here), (their_line, there) in zip(ours, theirs, strict=True):
        if here != there:
            yield CountDifference(Location(version.path, line), here, there, other, their_line)
