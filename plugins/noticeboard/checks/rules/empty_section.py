"""A heading with nothing below it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.markdown.segments.same_meaning import is_comment
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.model import Problem

_UNSEEN = frozenset({"abbreviation", "footnote", "reference", "rule"})
"""Blocks that readers do not see in their place, and lines that only divide."""


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each heading that the end, or a heading that is not below it, follows at once."""
    seen = [block for block in document.blocks if not _is_unseen(block)]
    for block, following in pairwise([*seen, None]):
        if block and block.kind == "heading" and _ends(block, following):
            message, hint = "There is no text below this heading.", "Write it, or delete the heading."
            yield RULE.problem(block.location, message, hint)


def _ends(heading: Block, following: Block | None) -> bool:
    return following is None or (following.kind == "heading" and following.level <= heading.level)


def _is_unseen(block: Block) -> bool:
    return block.kind in _UNSEEN or (block.kind == "html" and is_comment(block.text))


RULE = Rule(
    name="empty-section",
    severity=Severity.WARNING,
    why="A passage may have been lost, and readers who jump to the heading find nothing.",
    source="WCAG 2.2, success criterion 2.4.6",
    wrong="## Who can take part\n\n## How to take part\n\nFill in the questionnaire.",
    right="## Who can take part\n\nAll teachers.\n\n## How to take part\n\nFill in the questionnaire.",
    text=check,
)
