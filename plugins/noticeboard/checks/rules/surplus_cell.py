"""A row of a table with more cells than the table has columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.markdown.source_map.commonmark import tokens
from noticeboard.markdown.source_map.masks import CONTAINERS
from noticeboard.markdown.source_map.table_rows import pipes
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem

_AROUND = "> \t"
"""What may be in front of a row inside other blocks."""


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such row, where its first surplus cell begins."""
    for block in document.blocks:
        if "|" in block.text and (_is_uneven(block.text) if block.kind == "table" else block.kind in CONTAINERS):
            for number, column in _surplus(block.text):
                message = "This row has more cells than the first one, and readers do not get them."
                hint = "Add a column to the first row and the line of dashes; write \\| for a sign that ends no cell."
                yield RULE.problem(Location(document.path, block.line + number, column), message, hint)


def _is_uneven(table: str) -> bool:
    """Whether a row has more signs than the first one, which is quicker to see than its cells."""
    first, *rows = (row.count("|") for row in table.split("\n"))
    return any(row > first for row in rows)


def _surplus(text: str) -> Iterator[tuple[int, int]]:
    """Line, from 0, and column, from 1, of the surplus cells."""
    lines, first, columns = text.split("\n"), -1, 0
    for token in tokens(text):
        if token.type == "th_open":
            columns += 1
        elif token.type == "table_open" and token.lines:
            first, columns = token.lines[0], 0
        elif token.type == "table_close":
            columns = 0
        elif token.type == "tr_open" and token.lines and token.lines[0] > first:
            ends = _ends(lines[token.lines[0]])
            if len(ends) > columns:
                yield token.lines[0], ends[columns - 1] + 2


def _ends(row: str) -> list[int]:
    """Where the cells of a row end; those after the last one with words count as none."""
    shown = row.rstrip().removesuffix("|")
    start = len(shown) - len(shown.lstrip(_AROUND))
    found = [at for at in pipes(shown) if at > start or shown[start] != "|"]
    return [*found, len(shown)] if shown[(found or [start])[-1] + 1 :].strip() else found


RULE = Rule(
    name="surplus-cell",
    severity=Severity.ERROR,
    why="What is in a cell beyond the last column is on no page, as in GitHub's tables.",
    source="GitHub Flavored Markdown, 4.10 Tables",
    wrong="| Country | Schools |\n| ------- | ------- |\n| Latvia  | 12      | 3 % |",
    right="| Country | Schools | Share |\n| ------- | ------- | ----- |\n| Latvia  | 12      | 3 %   |",
    text=check,
)
