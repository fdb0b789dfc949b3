"""A version with more or fewer headings than the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.comparison.block_counts import block_count_differences
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each version with another number of them."""
    for location, here, there, other, line in block_count_differences(announcement, site, "h"):
        if line:
            message = "The number of headings is {here}, but {there} in {other}; nothing here answers its line {line}."
            hint = "Translate what is missing, or remove what is too much in the other versions."
        else:
            message = "The number of headings is {here}, but {there} in {other}; this one is too many."
            hint = "Add it to the other versions, or remove it here."
        yield RULE.problem(location, message, hint, here=here, there=there, other=other.path, line=line)


RULE = Rule(
    name="differing-headings",
    severity=Severity.WARNING,
    why="A heading that is missing mostly means that a part of the text is, and links to it lead nowhere.",
    wrong="three headings in nl.md, four in en.md",
    right="four headings in both",
    announcement=check,
)
