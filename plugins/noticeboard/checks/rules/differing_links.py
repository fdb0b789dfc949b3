"""A link that another version does not have, or that leads somewhere else there."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.checks.comparison.version_families import counterpart, families
from noticeboard.checks.rule import Rule
from noticeboard.markdown.segments.link_keys import link_key
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from noticeboard.checks.comparison.version_families import Family
    from noticeboard.markdown.render.parsed_text import LinkUse
    from noticeboard.model import Location, Problem
    from noticeboard.site import Announcement, Site, Source


_PATTERN = 2
"""Links of a version that make a pattern together."""
_HOST = 3
"""Parts of an address up to the end of its host, between slashes."""
MOST = 10
"""Problems of one version: a version with more is probably another text."""


class VersionLink(NamedTuple):
    """A link and its version."""

    link: LinkUse
    source: Source

    @property
    def shown(self) -> str:
        """What it leads to, as an editor knows it."""
        if self.link.kind == "survey":
            return "{survey}"
        if self.link.kind == "front":
            return "../../"
        return self.link.value + (f"#{self.link.fragment}" if self.link.fragment else "")


Key = tuple[str, int]
"""A link's target as in `VersionProfile.links`, and the number of earlier links with the same target."""


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each link that has no counterpart, or one that leads somewhere else."""
    for family in families(announcement, site):
        if len({v.profile.links for v in family.versions}) > 1:
            yield from _of_family(family)


def _of_family(family: Family) -> Iterator[Problem]:
    links = {v.lang: _links(v) for v in family.versions}
    voters = [links[v.lang] for v in family.voters]
    counts = Counter(key for own in voters for key in own)
    original = links[family.original.lang]
    right: dict[Key, VersionLink] = {}
    for own in (original, *voters):
        for key, placed in own.items():
            half = counts[key] * 2 - len(voters)
            if half > 0 or (half == 0 and key in original):
                right.setdefault(key, placed)
    for version in family.versions:
        if links[version.lang].keys() != right.keys():
            yield from islice(_of_version(version, family, links[version.lang], right), MOST)


def _links(version: Source) -> dict[Key, VersionLink]:
    found: dict[Key, VersionLink] = {}
    seen: Counter[str] = Counter()
    for link in version.text.links:
        if link.kind != "deadline":
            key = link_key(link, version.lang)
            found[key, seen[key]] = VersionLink(link, version)
            seen[key] += 1
    return found


def _of_version(
    version: Source, family: Family, own: Mapping[Key, VersionLink], right: Mapping[Key, VersionLink]
) -> Iterator[Problem]:
    more, less = [k for k in own if k not in right], [k for k in right if k not in own]
    if len(more) == len(less) and _follow_pattern([own[key] for key in more], [right[key] for key in less]):
        return
    if len(more) == len(less):
        yield from (_elsewhere(own[key], right[match]) for key, match in zip(more, less, strict=True))
    else:
        yield from (_extra(own[key], family.witness(version)) for key in more)
        yield from (_missing(right[key], counterpart(version, right[key].source, _line(right[key]))) for key in less)


def _follow_pattern(here: list[VersionLink], there: list[VersionLink]) -> bool:
    """Whether several web links go to one other host or folder each: the site of that language, meant so."""
    if len(here) < _PATTERN or any(placed.link.kind != "web" for placed in (*here, *there)):
        return False
    ends = [_ends(one.link.value, other.link.value) for one, other in zip(here, there, strict=True)]
    return len(set(ends)) == 1


def _ends(one: str, other: str) -> tuple[str, str]:
    """What two addresses begin with where they differ: all but the part of their paths that is the same at the end."""
    first, second = one.rstrip("/").split("/"), other.rstrip("/").split("/")
    while len(first) > _HOST and len(second) > _HOST and first[-1] == second[-1]:
        del first[-1], second[-1]
    if first[_HOST - 1 : _HOST] != second[_HOST - 1 : _HOST]:
        first, second = first[:_HOST], second[:_HOST]
    return "/".join(first), "/".join(second)


def _line(placed: VersionLink) -> int:
    return placed.link.location.line


def _elsewhere(here: VersionLink, there: VersionLink) -> Problem:
    message = "This link leads to {here}, but the one in {other}, line {line}, to {there}."
    hint = "Find out which of the two is right, and use it in both texts."
    other, line = there.source.path, _line(there)
    return RULE.problem(here.link.location, message, hint, here=here.shown, there=there.shown, other=other, line=line)


def _extra(here: VersionLink, other: Source) -> Problem:
    message = "This text links to {here} more often than {other} does."
    hint = "Add the link there, or remove it here."
    return RULE.problem(here.link.location, message, hint, here=here.shown, other=other.path)


def _missing(there: VersionLink, location: Location) -> Problem:
    message = "This text lacks the link to {there} of {other}, line {line}."
    hint = "Add it, or remove it there."
    return RULE.problem(location, message, hint, there=there.shown, other=there.source.path, line=_line(there))


RULE = Rule(
    name="differing-links",
    severity=Severity.WARNING,
    why="Readers of one language are led somewhere else, or are not led at all.",
    wrong="[vragenlijst](https://example.org/old) in nl.md, [questionnaire](https://example.org/new) in en.md",
    right="[vragenlijst](https://example.org/new) in nl.md, [questionnaire](https://example.org/new) in en.md",
    announcement=check,
)
