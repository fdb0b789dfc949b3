"""Rows of a table without their line of dashes, or as they were pasted from a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.bare_rows import HINT, MESSAGE, rows
from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.markdown.source_map.bare_text import bare_text
from noticeboard.markdown.source_map.positions import Positions
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each paragraph of two such rows or more, where the first begins."""
    for block in document.blocks:
        if block.kind == "paragraph" and ("|" in block.text or "\t" in block.text):
            found = rows(bare_text(block))
            if len(found) > 1:
                line, column = Positions(block.text, block.line).at(found[0].start)
                yield RULE.problem(Location(document.path, line, column), MESSAGE, HINT)


RULE = Rule(
    name="table-without-dashes",
    severity=Severity.ERROR,
    why="Readers get one paragraph in which the figures of all rows follow one another.",
    source="GitHub Flavored Markdown, 4.10 Tables",
    wrong="Country | Schools\nLatvia | 12",
    right="| Country | Schools |\n| ------- | ------- |\n| Latvia  | 12      |",
    text=check,
)
