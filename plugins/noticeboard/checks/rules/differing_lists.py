"""A version with more or fewer lists, or items of a list, than the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.comparison.block_counts import CountTexts, count_problems
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site


TEXTS = CountTexts(
    missing="The number of lists is {here}, but {there} in {other}; nothing here answers its line {line}.",
    surplus="The number of lists is {here}, but {there} in {other}; this one is too many.",
    size="The number of items in this list is {here}, but {there} in {other}, line {line}.",
    compare="Compare them point by point, and add what is missing.",
)


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each version with another number of them, and for each that is longer or shorter."""
    return count_problems(RULE, announcement, site, "l", TEXTS)


RULE = Rule(
    name="differing-lists",
    severity=Severity.WARNING,
    why="A point that is missing from a list is something that readers of one language are not told.",
    wrong="four points in a list of nl.md, five in en.md",
    right="five points in both",
    announcement=check,
)
