"""A version with more or fewer tables, or rows of a table, than the others."""

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
    for place, here, there, other, line in uneven(announcement, site, "t"):
        if line:
            what = "The number of tables is {here}, but {there} in {other}; nothing here answers its line {line}."
            todo = "Translate what is missing, or remove what is too much in the other versions."
        else:
            what = "The number of tables is {here}, but {there} in {other}; this one is too many."
            todo = "Add it to the other versions, or remove it here."
        yield RULE.found(place, what, todo, here=here, there=there, other=other.path, line=line)
    for place, here, there, other, line in differing_sizes(announcement, site, "t"):
        what = "The number of rows in this table is {here}, but {there} in {other}, line {line}."
        todo = "Compare them row by row, and add what is missing."
        yield RULE.found(place, what, todo, here=here, there=there, other=other.path, line=line)


RULE = Rule(
    name="differing-tables",
    severity=Severity.WARNING,
    why="A row or table that is missing is a result that readers of one language are not told.",
    wrong="six rows in a table of nl.md, seven in en.md",
    right="seven rows in both",
    announcement=found,
)
