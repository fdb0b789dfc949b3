"""A version with more or fewer lists, or items of a list, than the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import Rule
from noticeboard.checks.unevenness import differing_sizes, uneven
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site


def found(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each version with another number of them, and for each that is longer or shorter."""
    for place, here, there, other, line in uneven(announcement, site, "l"):
        if line:
            what = "The number of lists is {here}, but {there} in {other}; nothing here answers its line {line}."
            todo = "Translate what is missing, or remove what is too much in the other versions."
        else:
            what = "The number of lists is {here}, but {there} in {other}; this one is too many."
            todo = "Add it to the other versions, or remove it here."
        yield RULE.found(place, what, todo, here=here, there=there, other=other.path, line=line)
    for place, here, there, other, line in differing_sizes(announcement, site, "l"):
        what = "The number of items in this list is {here}, but {there} in {other}, line {line}."
        todo = "Compare them point by point, and add what is missing."
        yield RULE.found(place, what, todo, here=here, there=there, other=other.path, line=line)


RULE = Rule(
    name="differing-lists",
    severity=Severity.WARNING,
    why="A point that is missing from a list is something that readers of one language are not told.",
    wrong="four points in a list of nl.md, five in en.md",
    right="five points in both",
    announcement=found,
)
