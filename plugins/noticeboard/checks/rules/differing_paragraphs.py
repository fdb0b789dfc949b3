"""A version with more or fewer paragraphs than the others."""

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
    for location, here, there, other, line in block_count_differences(announcement, site, "p"):
        if line:
            message = (
                "The number of paragraphs is {here}, but {there} in {other}; nothing here answers its line {line}."
            )
            hint = "Translate what is missing, or divide the paragraphs as the other versions do."
        else:
            message = "The number of paragraphs is {here}, but {there} in {other}; this one is too many."
            hint = "Add it to the other versions, or join it with the paragraph that it belongs to."
        yield RULE.problem(location, message, hint, here=here, there=there, other=other.path, line=line)


RULE = Rule(
    name="differing-paragraphs",
    severity=Severity.WARNING,
    why="A passage that is missing is something that readers of one language are not told.",
    wrong="three paragraphs in nl.md, four in en.md",
    right="four paragraphs in both",
    announcement=check,
)
