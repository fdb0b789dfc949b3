"""A version with more or fewer tables, or rows of a table, than the others."""

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
    missing="The number of tables is {here}, but {there} in {other}; nothing here answers its line {line}.",
    surplus="The number of tables is {here}, but {there} in {other}; this one is too many.",
    size="The number of rows in this table is {here}, but {there} in {other}, line {line}.",
    compare="Compare them row by row, and add what is missing.",
)


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each version with another number of them, and for each that is longer or shorter."""
    return count_problems(RULE, announcement, site, "t", TEXTS)


RULE = Rule(
    name="differing-tables",
    severity=Severity.WARNING,
    why="A row or table that is missing is a result that readers of one language are not told.",
    wrong="six rows in a table of nl.md, seven in en.md",
    right="seven rows in both",
    announcement=check,
)
