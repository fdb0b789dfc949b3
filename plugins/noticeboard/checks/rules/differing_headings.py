"""A version with more or fewer headings than the others."""

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
    missing="The number of headings is {here}, but {there} in {other}; nothing here answers its line {line}.",
    surplus="The number of headings is {here}, but {there} in {other}; this one is too many.",
)


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each version with another number of them."""
    return count_problems(RULE, announcement, site, "h", TEXTS)


RULE = Rule(
    name="differing-headings",
    severity=Severity.WARNING,
    why="A heading that is missing mostly means that a part of the text is, and links to it lead nowhere.",
    wrong="three headings in nl.md, four in en.md",
    right="four headings in both",
    announcement=check,
)
