"""A heading whose level is more than one below that of the heading before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such heading; the title above the first one has level 1."""
    level = 1
    for block in document.blocks:
        if block.kind == "heading":
            if block.level > level + 1:
                message = "A heading of level {level} follows one of level {above}."
                hint = "Begin it with {marks}."
                marks = "#" * (level + 1)
                yield RULE.problem(block.location, message, hint, level=block.level, above=level, marks=marks)
            level = block.level


RULE = Rule(
    name="skipped-heading-level",
    severity=Severity.WARNING,
    why="People who listen to pages go from heading to heading by level, and look in vain for the one left out.",
    source="WCAG 2.2, success criterion 1.3.1, technique G141",
    wrong="## Who can take part\n\n#### Teachers",
    right="## Who can take part\n\n### Teachers",
    text=check,
)
