"""A version with more or fewer tables, or rows of a table, than the others."""

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
    for location, here, there, other, line in block_count_differences(announcement, site, "t"):
        if line:
            message = "The number of tables is {here}, but {there} in {other}; nothing here answers its line {line}."
            hint = "Translate what is missing, or remove what is too much in the other versions."
        else:
            message = "The number of tables is {here}, but {there} in {other}; this one is too many."
            hint = "Add it to the other versions, or remove it here."
        yield RULE.problem(location, message, hint, here=here, there=there, other=other.path, line=line)
    for location, here, there, other, line in differing_sizes(announcement, site, "t"):
        message = "The number of rows in this table is {here}, but {there} in {other}, line {line}."
        hint = "Compare them row by row, and add what is missing."
        yield RULE.problem(location, message, hint, here=here, there=there, other=other.path, line=line)


RULE = Rule(
    name="differing-tables",
    severity=Severity.WARNING,
    why="A row or table that is missing is a result that readers of one language are not told.",
    wrong="six rows in a table of nl.md, seven in en.md",
    right="seven rows in both",
    announcement=check,
)
