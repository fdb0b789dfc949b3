"""A paragraph of nothing but bold or italic words, where a heading is meant."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.model import Problem

_EMPHASISED = re.compile(r"(\*{1,3}|_{1,3})(?![\s*_])([^\n*_]{1,80})(?<![\s*_])\1\s*")
_BELOW = frozenset({"paragraph", "list", "table", "definitions"})
_NO_HEADING = re.compile(r"[.,:;!…]\Z|\d{4}")
"""How a heading does not end; a year is mostly that of a date or of a source."""

_SHOWN = "*_"


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each short paragraph of that kind with a text below it, and no picture or table above."""
    above = [None, *document.blocks]
    for before, (block, below) in zip(above, pairwise(document.blocks), strict=False):
        if block.kind == "paragraph" and below.kind in _BELOW and _is_heading(block, before):
            words = block.text.strip().strip(_SHOWN)
            message = "The paragraph '{words}' is used as a heading."
            hint = "Make it one: begin the line with ## and leave out the {mark}."
            yield RULE.problem(block.location, message, hint, words=words, mark=block.text.strip()[0])


def _is_heading(block: Block, before: Block | None) -> bool:
    match = _EMPHASISED.fullmatch(block.text)
    if match is None or (before is not None and before.kind in ("picture", "table")):
        return False
    bold = len(match[1]) > 1
    return not _NO_HEADING.search(match[2]) and (bold or not re.search(r"[?:/]", match[2]))


RULE = Rule(
    name="emphasis-as-heading",
    severity=Severity.WARNING,
    why="It looks like a heading, but people who go from heading to heading never come past it.",
    source="WCAG 2.2, success criterion 1.3.1, failure F2",
    wrong="**Who can take part**\n\nAll teachers.",
    right="## Who can take part\n\nAll teachers.",
    text=check,
)
