"""The problems of data files."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import mode
from typing import TYPE_CHECKING

from noticeboard.model import Location, Problem, error
from noticeboard.sources.data_files.figure_notation import is_missing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from noticeboard.sources.data_files.csv_rows import Cell
    from noticeboard.sources.data_files.figure_notation import WrittenFigure

    Figures = Mapping[tuple[int, int], WrittenFigure]

FEWEST_COLUMNS = 2
_NAMES = {"\t": "\\t"}
_OTHER = re.compile(rb"PK\x03\x04|\xd0\xcf\x11\xe0|%PDF-|\s*<(?:!doctype|html|table|\?xml|body)", re.IGNORECASE)
"""How workbooks, documents and web pages begin."""

_YEAR = range(1900, 2100)
_YEAR_DIGITS = 4
_FORMULA = re.compile(r"[=@]|[+-].*[(|!]", re.DOTALL)
"""What spreadsheets take for a formula that does something (OWASP, “CSV Injection”)."""


def other_file(data: bytes, path: str) -> Problem | None:
    """The error for a file that is no CSV file although its name says so."""
    if not _OTHER.match(data):
        return None
    message = "The file is a workbook, a document or a web page, and only its name ends in .csv."
    hint = "Open it in a spreadsheet, and save it as “CSV UTF-8”."
    return error(Location(path), "broken-table", message, hint)


def unclosed(cell: Cell, path: str) -> Problem:
    """The error for a quotation mark that is not closed."""
    message = "A quotation mark opens this cell, and none closes it."
    hint = "Close it, or write two for one that is meant."
    return error(Location(path, cell.line, cell.column), "broken-table", message, hint)


def figure_problems(table: list[list[Cell]], read: Collection[tuple[int, int]], path: str) -> Iterator[Problem]:
    """The problems of cells that should have a figure and have none; a row of words only is one problem.

    `read` has the cells with a figure, by row and column, both counted from 0.
    """
    for number, row in enumerate(table[1:], 1):
        bad = [c for n, c in enumerate(row[1:], 1) if (number, n) not in read and not is_missing(c.text)]
        if len(bad) > 1 and len(bad) == sum(bool(c.text) for c in row[1:]) and not any(_has_digit(c) for c in bad):
            yield _row_of_words(row[0], path)
        else:
            yield from (_no_figure(cell, path) for cell in bad)


def _has_digit(cell: Cell) -> bool:
    return any(c.isdigit() for c in cell.text)


def _row_of_words(first: Cell, path: str) -> Problem:
    message = "This row holds words where figures are expected; only the first row of a table holds labels."
    hint = "Make one row of labels, and remove titles, notes and headings of parts of the table."
    return error(Location(path, first.line), "broken-table", message, hint)


def _no_figure(cell: Cell, path: str) -> Problem:
    message = "“{cell}” is not a figure, and figures are expected in all columns but the first."
    hint = "Write a figure, or leave the cell empty where there is none."
    if _has_digit(cell):
        hint = "Write the figure alone; units, signs and notes belong in the labels, in unit=… or in the text."
    return error(Location(path, cell.line, cell.column), "no-figure", message, hint, cell=cell.text)


def table_problems(table: list[list[Cell]], figures: Figures, path: str) -> Iterator[Problem]:
    """The problems of missing labels, rows without figures, and percent signs on only some figures of a column."""
    header, *body = table
    yield from _header_problems(header, body, path)
    yield from _label_problems(header[1:], path)
    yield from _label_problems([row[0] for row in body], path)
    yield from _formulas([*header, *(row[0] for row in body)], path)
    for column in range(1, len(header)):
        signs = {n: f.percent for n in range(1, len(body) + 1) if (f := figures.get((n, column)))}
        if len(set(signs.values())) > 1:
            first = next(iter(signs.values()))
            cell = body[next(n for n, sign in signs.items() if sign != first) - 1][column]
            message = "Some figures of this column have a percent sign, and others, such as {cell}, have none."
            location = Location(path, cell.line, cell.column)
            yield error(location, "broken-table", message, "Write the column in one way.", cell=cell.text)


def _label_problems(cells: list[Cell], path: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for cell in cells:
        location = Location(path, cell.line, cell.column)
        if not cell.text:
            yield error(location, "broken-table", "This row or column has no label.", "Write what its figures count.")
        elif cell.text in seen:
            message = "The label “{label}” appears twice, and nobody could tell the figures apart."
            yield error(location, "broken-table", message, "Give each row and column its own label.", label=cell.text)
        seen.add(cell.text)


def _formulas(cells: list[Cell], path: str) -> Iterator[Problem]:
    for cell in cells:
        if _FORMULA.match(cell.text):
            message = "“{label}” is a formula, which spreadsheets would work out where readers open the file."
            hint = "Write what the figures count."
            yield error(Location(path, cell.line, cell.column), "broken-table", message, hint, label=cell.text)


def _header_problems(header: list[Cell], body: list[list[Cell]], path: str) -> Iterator[Problem]:
    """A first row that holds figures, and rows that hold none: a title, a note, or the heading of a part."""
    for cell in header[1:]:
        year = cell.text if len(cell.text) == _YEAR_DIGITS else "0"
        number = cell.text.isdecimal() and int(year) not in _YEAR and len(header) == FEWEST_COLUMNS
        if number or re.fullmatch(r"[0-9]+[.,][0-9]+|[0-9.,]+\s?%", cell.text):
            message = "“{cell}” is in the first row, which holds the labels of the columns."
            hint = "Add a row of labels above it."
            yield error(Location(path, cell.line, cell.column), "broken-table", message, hint, cell=cell.text)
    for above, row in pairwise([header, *body]):
        is_apart = row[0].line - above[0].line > 1
        if (len(row) > FEWEST_COLUMNS or is_apart) and not any(cell.text for cell in row[1:]):
            message = "There is no figure in this row."
            hint = "Remove titles and notes; if the row belongs to the table, write “:” where a figure is missing."
            yield error(Location(path, row[0].line), "broken-table", message, hint)


def irregular(tables: dict[str, list[list[Cell]]], path: str) -> Problem:
    """The first row that is not as wide as the others, for the delimiter that gives the widest table."""
    widths = {d: mode(len(row) for row in table) for d, table in tables.items() if table}
    delimiter = max(widths, key=lambda d: widths[d], default="")
    table = tables.get(delimiter, [])
    if len(table) <= 1 or widths[delimiter] < FEWEST_COLUMNS:
        message = "The file holds no table: a row of labels, and below it rows of a label and figures."
        return error(Location(path), "broken-table", message, "Export it again as CSV.")
    odd = next(row for row in table if len(row) != widths[delimiter])
    message = "Cells in this row: {count}; in most others: {expected}. They are parted by “{delimiter}”."
    hint = "Remove titles and notes around the table, and put cells that hold “{delimiter}” between quotation marks."
    if delimiter == "," and widths.get(";", 0) < FEWEST_COLUMNS:
        hint = (
            "If commas are decimal signs, part the cells by semicolons; else put cells with commas in quotation marks."
        )
    values = {"count": len(odd), "expected": widths[delimiter], "delimiter": named(delimiter)}
    return error(Location(path, odd[0].line), "broken-table", message, hint, **values)


def named(delimiter: str) -> str:
    """The delimiter in a form that people can see."""
    return _NAMES.get(delimiter, delimiter)


def too_many(message: str, path: str, count: int, most: int) -> Problem:
    """The error for more than a page shows."""
    hint = "Shorten it to what readers need, and link to the whole file as a document."
    return error(Location(path), "too-long", message, hint, count=count, most=most)
