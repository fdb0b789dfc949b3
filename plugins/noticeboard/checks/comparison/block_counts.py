"""Versions that have more or fewer blocks of a kind than the others have."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.checks.comparison.version_families import counterpart, families, unanswered, usual
from noticeboard.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.checks.comparison.version_families import Family
    from noticeboard.site import Announcement, Site, Source


class BlockCountDifference(NamedTuple):
    """A version that has `here` blocks of a kind where another has `there`.

    `location` is where the first surplus block is or the first missing one belongs. `line` is that of the missing one
    in the other version, 0 if this version has too many.
    """

    location: Location
    here: int
    there: int
    other: Source
    line: int


def block_count_differences(announcement: Announcement, site: Site, letters: str) -> Iterator[BlockCountDifference]:
    """The versions whose number of blocks of these kinds (`VersionProfile.shape`) is not that of the others."""
    for family in families(announcement, site):
        if len({v.profile.shape for v in family.versions}) > 1:
            yield from _of_family(family, letters)


def _of_family(family: Family, letters: str) -> Iterator[BlockCountDifference]:
    counts = {v.lang: sum(map(v.profile.shape.count, letters)) for v in family.versions}
    right = usual([counts[v.lang] for v in family.voters], counts[family.original.lang])
    for version in family.versions:
        here = counts[version.lang]
        if here != right:
            other = _with(family, counts, right)
            yield _told(version, other, letters, here, right)


def _with(family: Family, counts: dict[str, int], right: int) -> Source:
    """The original where it has the right number, else the first version that has."""
    return next(v for v in (family.original, *family.versions) if counts[v.lang] == right)


def _told(version: Source, other: Source, letters: str, here: int, there: int) -> BlockCountDifference:
    ours, theirs = version.profile, other.profile
    if here > there:
        block = unanswered(theirs.shape, ours.shape, letters)
        return BlockCountDifference(Location(version.path, ours.lines[max(block, 0)]), here, there, other, 0)
    line = theirs.lines[max(unanswered(ours.shape, theirs.shape, letters), 0)]
    return BlockCountDifference(counterpart(version, other, line), here, there, other, line)


class SizeDifference(NamedTuple):
    """A list or table that has `here` items or rows where the same one in another version has `there`."""

    location: Location
    here: int
    there: int
    other: Source
    line: int


def differing_sizes(announcement: Announcement, site: Site, letter: str) -> Iterator[SizeDifference]:
    """The lists ("l") or tables ("t") of other lengths, in versions that have the same number of them."""
    for family in families(announcement, site):
        if len({(v.profile.shape, v.profile.sizes) for v in family.versions}) == 1:
            continue
        found = {v.lang: _sizes(v, letter) for v in family.versions}
        right = usual([found[v.lang] for v in family.voters], found[family.original.lang])
        other = next(v for v in (family.original, *family.versions) if found[v.lang] == right)
        for version in family.versions:
            if len(found[version.lang]) == len(right):
                yield from _pairs(version, other, letter)


def _sizes(version: Source, letter: str) -> tuple[int, ...]:
    return tuple(
        size for kind, size in zip(version.profile.shape, version.profile.sizes, strict=True) if kind == letter
    )


def _pairs(version: Source, other: Source, letter: str) -> Iterator[SizeDifference]:
    ours, theirs = (
        [(line, size) for kind, line, size in zip(g.shape, g.lines, g.sizes, strict=True) if kind == letter]
        for g in (version.profile, other.profile)
    )
    for (line, here), (their_line, there) in zip(ours, theirs, strict=True):
        if here != there:
            yield SizeDifference(Location(version.path, line), here, there, other, their_line)
