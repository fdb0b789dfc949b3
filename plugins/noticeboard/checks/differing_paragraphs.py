"""A version with more or fewer paragraphs than the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import Rule
from noticeboard.checks.unevenness import uneven
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site


def found(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each version with another number of them."""
    for place, here, there, other, line in uneven(announcement, site, "p"):
        if line:
            what = "The number of paragraphs is {here}, but {there} in {other}; nothing here answers its line {line}."
            todo = "Translate what is missing, or divide the paragraphs as the other versions do."
        else:
            what = "The number of paragraphs is {here}, but {there} in {other}; this one is too many."
            todo = "Add it to the other versions, or join it with the paragraph that it belongs to."
        yield RULE.found(place, what, todo, here=here, there=there, other=other.path, line=line)


RULE = Rule(
    name="differing-paragraphs",
    severity=Severity.WARNING,
    why="A passage that is missing is something that readers of one language are not told.",
    wrong="three paragraphs in nl.md, four in en.md",
    right="four paragraphs in both",
    announcement=found,
)
