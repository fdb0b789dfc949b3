"""A version with more or fewer lists, or items of a list, than the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.comparison.block_counts import block_count_differences, differing_sizes
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each version with another number of them, and for each that is longer or shorter."""
    for location, here, there, other, line in block_count_differences(announcement, site, "l"):
        if line:
            message = "The number of lists is {here}, but {there} in {other}; nothing here answers its line {line}."
            hint = "Translate what is missing, or remove what is too much in the other versions."
        else:
            message = "The number of lists is {here}, but {there} in {other}; this one is too many."
            hint = "Add it to the other versions, or remove it here."
        yield RULE.problem(location, message, hint, here=here, there=there, other=other.path, line=line)
    for location, here, there, other, line in differing_sizes(announcement, site, "l"):
        message = "The number of items in this list is {here}, but {there} in {other}, line {line}."
        hint = "Compare them point by point, and add what is missing."
        yield RULE.problem(location, message, hint, here=here, there=there, other=other.path, line=line)


RULE = Rule(
    name="differing-lists",
    severity=Severity.WARNING,
    why="A point that is missing from a list is something that readers of one language are not told.",
    wrong="four points in a list of nl.md, five in en.md",
    right="five points in both",
    announcement=check,
)
