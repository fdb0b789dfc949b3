"""An alt text that two languages have word for word."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from noticeboard.checks.comparison.version_families import copies, in_work, originals_first
from noticeboard.checks.rule import Rule
from noticeboard.languages.guess import are_kin
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Location, Problem
    from noticeboard.site import Announcement, Site, Source

_WORD = re.compile(r"[^\W\d_]+")
_EVERYWHERE = frozenset({"logo", "logotype", "portrait", "robot", "panorama", "video", "internet", "online"})
"""Words that many languages have."""

_NAME = 3
"""Words. A name of so many words may be the same everywhere: "European Education Area"."""

_MANY = 4
"""Versions. A single word that is the same in so many languages is no chance."""


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each alternative text that equals an original's or, if none does, another version's."""
    every = [(s.lang, file, alt) for s in announcement.sources for file, alt, _ in _alts(s)]
    if len({(file, alt) for _, file, alt in every}) == len(set(every)):
        return
    versions = Counter((file, alt) for _, file, alt in set(every))
    copied = copies(announcement, site)
    owners: dict[tuple[str, str], Source] = {}
    for source in originals_first(announcement, site):
        for file, alt, location in _alts(source):
            owner = owners.setdefault((file, alt), source)
            if owner is source or source.path in copied or in_work(source) or are_kin(owner.lang, source.lang):
                continue
            if _says_something(alt, versions[file, alt]):
                message, hint = (
                    "The alt text '{alt}' is that of {other}.",
                    "Say in this language what the picture shows.",
                )
                yield RULE.problem(location, message, hint, alt=alt, other=owner.path)


def _alts(source: Source) -> Iterator[tuple[str, str, Location]]:
    """The alt texts of a version: the picture's file ("" for that of the front matter), the words and their place."""
    if source.header.image_alt:
        yield "", source.header.image_alt, source.location("image_alt")
    for picture in source.pictures:
        yield picture.file, picture.alt, picture.location


def _says_something(alt: str, versions: int) -> bool:
    """Whether an alt text has words of a language, and not only names or words that many languages share."""
    words = _WORD.findall(alt)
    lower = [w for w in words if w == w.lower() and w not in _EVERYWHERE]
    if len(words) == 1:
        return versions >= _MANY and words[0].lower() not in _EVERYWHERE
    return bool(lower) or len(words) > _NAME


RULE = Rule(
    name="untranslated-alt",
    severity=Severity.WARNING,
    why="People who cannot see the picture hear what it shows in a language that they may not know.",
    source="WCAG 2.2, success criteria 1.1.1 Non-text Content and 3.1.2 Language of Parts",
    wrong="image_alt: two hands shaking in nl.md and in en.md",
    right="image_alt: twee handen die elkaar schudden in nl.md",
    announcement=check,
)
