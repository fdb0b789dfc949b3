"""A picture that another version does not have."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from noticeboard.checks.comparison.version_families import counterpart, families
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.checks.comparison.version_families import Family
    from noticeboard.model import Location, Problem
    from noticeboard.site import Announcement, Site, Source


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each picture that other versions have and this one has not, or the other way round."""
    for family in families(announcement, site):
        shown = {v.lang: tuple(sorted(p.file for p in v.pictures)) for v in family.versions}
        if len(set(shown.values())) > 1:
            yield from _of_family(family, {lang: Counter(files) for lang, files in shown.items()})


def _of_family(family: Family, shown: dict[str, Counter[str]]) -> Iterator[Problem]:
    voters = family.voters
    locations = {v.lang: _places(v) for v in family.versions}
    for file in sorted(set().union(*shown.values())):
        counts = [shown[v.lang][file] for v in voters]
        right = _usual(counts, shown[family.original.lang][file])
        other = next(v for v in (family.original, *family.versions) if shown[v.lang][file] == right)
        for version in family.versions:
            if shown[version.lang][file] > right:
                yield _extra(locations[version.lang][file][right], other, file)
            elif shown[version.lang][file] < right:
                yield _missing(version, other, file, locations[other.lang][file][-1].line)


def _places(version: Source) -> dict[str, list[Location]]:
    """Where a version shows each of its pictures."""
    found: dict[str, list[Location]] = {}
    for picture in version.pictures:
        found.setdefault(picture.file, []).append(picture.location)
    return found


def _usual(counts: list[int], original: int) -> int:
    """How often most versions show a picture; without a majority, how often the original does."""
    count, versions = Counter(counts).most_common(1)[0]
    return count if versions * 2 > len(counts) else original


def _extra(location: Location, other: Source, file: str) -> Problem:
    message, hint = "{other} does not show the picture {file} here.", "Add it there, or remove it here."
    return RULE.problem(location, message, hint, other=other.path, file=file)


def _missing(version: Source, other: Source, file: str, line: int) -> Problem:
    message, hint = "This text lacks the picture {file} of {other}, line {line}.", "Add it, or remove it there."
    return RULE.problem(counterpart(version, other, line), message, hint, other=other.path, file=file, line=line)


RULE = Rule(
    name="differing-pictures",
    severity=Severity.WARNING,
    why="What a picture or a graph shows is missing for readers of one language.",
    wrong="![…](answers.png) in en.md and no picture in nl.md",
    right="![…](answers.png) in both",
    announcement=check,
)
