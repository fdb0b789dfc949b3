"""A version with more or fewer paragraphs than the others."""

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
    missing="The number of paragraphs is {here}, but {there} in {other}; nothing here answers its line {line}.",
    surplus="The number of paragraphs is {here}, but {there} in {other}; this one is too many.",
    add="Translate what is missing, or divide the paragraphs as the other versions do.",
    remove="Add it to the other versions, or join it with the paragraph that it belongs to.",
)


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each version with another number of them."""
    return count_problems(RULE, announcement, site, "p", TEXTS)


RULE = Rule(
    name="differing-paragraphs",
    severity=Severity.WARNING,
    why="A passage that is missing is something that readers of one language are not told.",
    wrong="three paragraphs in nl.md, four in en.md",
    right="four paragraphs in both",
    announcement=check,
)
