"""CSV text -> rows of cells with their places (RFC 4180, with any delimiter)."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct


class Cell(Struct, frozen=True):
    """A cell's text without the blanks around it, and where it begins: line and column count from 1."""

    text: str
    line: int
    column: int


class UnclosedQuoteError(ValueError):
    """A cell begins with a quotation mark and nothing closes it."""

    def __init__(self, cell: Cell) -> None:
        """Takes the cell as far as it goes."""
        super().__init__(cell.text)
        self.cell = cell


@cache
def _pattern(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    return re.compile(rf'[ \t]*+"((?:[^"]|"")*+)"[ ]*+(?={mark}|\n|\Z)|([^{mark}\n]*+)')


def rows(text: str, delimiter: str) -> list[list[Cell]]:
    """Every row that holds anything; raises UnclosedQuoteError. Linear in the length of the text."""
    found: list[list[Cell]] = [[]]
    position, line, begin = 0, 1, 0
    pattern = _pattern(delimiter)
    while True:
        match = pattern.match(text, position)
        assert match  # noqa: S101 - the second alternative matches nothing, too
        cell = _cell(match, line, position - begin + 1)
        found[-1].append(cell)
        line += match[0].count("\n")
        position = match.end()
        if position >= len(text):
            return [row for row in found if any(cell.text for cell in row)]
        if text[position] == "\n":
            found.append([])
            line += 1
            begin = position + 1
        position += 1


def _cell(match: re.Match[str], line: int, column: int) -> Cell:
    if match[1] is not None:
        return Cell(" ".join(match[1].replace('""', '"').split()), line, column)
    cell = Cell(match[2].strip(" \t\u00a0"), line, column + len(match[2]) - len(match[2].lstrip()))
    if cell.text.startswith('"'):
        raise UnclosedQuoteError(cell)
    return cell


def trimmed(table: list[list[Cell]]) -> list[list[Cell]]:
    """The rows without the empty columns that spreadsheets leave at their end."""
    width = max((len(row) for row in table), default=0)
    while width and not any(cell.text for row in table for cell in row[width - 1 : width]):
        width -= 1
    return [row[:width] for row in table]
