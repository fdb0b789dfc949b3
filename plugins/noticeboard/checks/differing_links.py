"""A link that another version does not have, or that leads somewhere else there."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.checks.rule import Rule
from noticeboard.checks.versions import counterpart, families
from noticeboard.model import Severity
from noticeboard.prose.link_keys import link_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from noticeboard.checks.versions import Family
    from noticeboard.model import Place, Problem
    from noticeboard.prose.text import LinkUse
    from noticeboard.site import Announcement, Site, Source


MOST = 10
"""Problems of one version: a version with more is probably another text."""


class Placed(NamedTuple):
    """A link and the version in which it stands."""

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
"""What a link leads to (prose/gist.py), and how many links of the text with the same target stand before it."""


def found(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each link that has no counterpart, or one that leads somewhere else."""
    for family in families(announcement, site):
        if len({v.gist.links for v in family.versions}) > 1:
            yield from _of_family(family)


def _of_family(family: Family) -> Iterator[Problem]:
    links = {v.lang: _links(v) for v in family.versions}
    counts = Counter(key for own in links.values() for key in own)
    original = links[family.original.lang]
    right: dict[Key, Placed] = {}
    for own in (original, *links.values()):
        for key, placed in own.items():
            half = counts[key] * 2 - len(links)
            if half > 0 or (half == 0 and key in original):
                right.setdefault(key, placed)
    for version in family.versions:
        if links[version.lang].keys() != right.keys():
            yield from islice(_of_version(version, family, links[version.lang], right), MOST)


def _links(version: Source) -> dict[Key, Placed]:
    found: dict[Key, Placed] = {}
    seen: Counter[str] = Counter()
    for link in version.text.links:
        if link.kind != "deadline":
            key = link_key(link, version.lang)
            found[key, seen[key]] = Placed(link, version)
            seen[key] += 1
    return found


def _of_version(
    version: Source, family: Family, own: Mapping[Key, Placed], right: Mapping[Key, Placed]
) -> Iterator[Problem]:
    more, less = [k for k in own if k not in right], [k for k in right if k not in own]
    if len(more) == len(less):
        yield from (_elsewhere(own[key], right[match]) for key, match in zip(more, less, strict=True))
    else:
        yield from (_extra(own[key], family.witness(version)) for key in more)
        yield from (_missing(right[key], counterpart(version, right[key].source, _line(right[key]))) for key in less)


def _line(placed: Placed) -> int:
    return placed.link.place.line


def _elsewhere(here: Placed, there: Placed) -> Problem:
    what = "This link leads to {here}, but the one in {other}, line {line}, to {there}."
    todo = "Find out which of the two is right, and use it in both texts."
    other, line = there.source.path, _line(there)
    return RULE.found(here.link.place, what, todo, here=here.shown, there=there.shown, other=other, line=line)


def _extra(here: Placed, other: Source) -> Problem:
    what = "This text links to {here} more often than {other} does."
    todo = "Add the link there, or remove it here."
    return RULE.found(here.link.place, what, todo, here=here.shown, other=other.path)


def _missing(there: Placed, place: Place) -> Problem:
    what = "This text lacks the link to {there} of {other}, line {line}."
    todo = "Add it, or remove it there."
    return RULE.found(place, what, todo, there=there.shown, other=there.source.path, line=_line(there))


RULE = Rule(
    name="differing-links",
    severity=Severity.WARNING,
    why="Readers of one language are led somewhere else, or are not led at all.",
    wrong="[vragenlijst](https://example.org/old) in nl.md, [questionnaire](https://example.org/new) in en.md",
    right="[vragenlijst](https://example.org/new) in nl.md, [questionnaire](https://example.org/new) in en.md",
    announcement=found,
)
