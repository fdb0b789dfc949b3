"""The bytes of a CSV file -> its table. Delimiter and notation are found from the whole file.

Every reading that gives a whole table is tried. If two readings give different figures, the file is ambiguous, and that
is an error that shows both: a figure must not be wrong by a factor of a thousand because of a guess.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.model import Location, Problem, error
from noticeboard.sources.data_files.csv_encoding import decoded
from noticeboard.sources.data_files.csv_rows import UnclosedQuoteError, rows, trimmed
from noticeboard.sources.data_files.data_table import DataRow, DataTable
from noticeboard.sources.data_files.figure_notation import NOTATIONS, figure, is_missing
from noticeboard.sources.data_files.table_faults import (
    FEWEST_COLUMNS,
    figure_problems,
    irregular,
    named,
    other_file,
    table_problems,
    too_many,
    unclosed,
)
from noticeboard.sources.text_decoding import MOST_BYTES

if TYPE_CHECKING:
    from decimal import Decimal

    from noticeboard.sources.data_files.csv_rows import Cell
    from noticeboard.sources.data_files.figure_notation import WrittenFigure

MOST_ROWS = 5_000
MOST_COLUMNS = 50
_DELIMITERS = (";", "\t", ",", "|")
_ROWS = "The table has {count} rows; a page can show {most}."
_COLUMNS = "The table has {count} columns; a page can show {most}."
_SHOWN = 20
"""Cells without a figure that are reported one by one."""

Found = tuple[DataTable | None, tuple[Problem, ...]]


class _Reading(Struct, frozen=True):
    """One way to read a file: its cells, and the figures in them by the numbers of row and column."""

    delimiter: str
    decimal: str
    cells: list[list[Cell]]
    figures: dict[tuple[int, int], WrittenFigure]

    def faults(self) -> int:
        """The number of cells that should have a figure and have none."""
        cells = ((n, c, cell) for n, row in enumerate(self.cells[1:], 1) for c, cell in enumerate(row[1:], 1))
        return sum((n, c) not in self.figures and not is_missing(cell.text) for n, c, cell in cells)


def read_data(data: bytes, path: str) -> Found:
    """The table of a CSV file at that path, or the errors that say why there is none; linear in its length."""
    if len(data) > MOST_BYTES:
        message = "The file has {size} bytes; a table of figures may have {most} at most."
        hint = "Shorten it to what readers need, and link to the whole file as a document."
        return None, (error(Location(path), "too-long", message, hint, size=len(data), most=MOST_BYTES),)
    if problem := other_file(data, path):
        return None, (problem,)
    text, problems = decoded(data, path)
    if problems:
        return None, problems
    # The first row has the labels, and the last one may end in a line feed.
    if text.rstrip("\n").count("\n") > MOST_ROWS:
        return None, (too_many(_ROWS, path, text.rstrip("\n").count("\n"), MOST_ROWS),)
    first, _, rest = text.partition("\n")
    # Excel's own line about the delimiter; what follows keeps its line numbers.
    if first.lower().startswith("sep=") and len(first) == len("sep=;"):
        return _read(f"\n{rest}", path, (first[-1],))
    return _read(text, path, tuple(d for d in _DELIMITERS if d in text) or (";",))


def _read(text: str, path: str, delimiters: tuple[str, ...]) -> Found:
    tables, faults = {}, []
    for delimiter in delimiters:
        try:
            tables[delimiter] = trimmed(rows(text, delimiter))
        except UnclosedQuoteError as fault:
            faults.append(unclosed(fault.cell, path))
    if not tables:
        return None, (faults[0],)
    whole = {d: table for d, table in tables.items() if _is_whole(table)}
    if not whole:
        return None, (irregular(tables, path),)
    wide = max(len(table[0]) for table in whole.values())
    if wide > MOST_COLUMNS:
        return None, (too_many(_COLUMNS, path, wide, MOST_COLUMNS),)
    return _chosen([_reading(d, sign, table) for d, table in whole.items() for sign in NOTATIONS], path)


def _is_whole(table: list[list[Cell]]) -> bool:
    """Whether it has a row of labels and rows below, all equally wide."""
    widths = {len(row) for row in table}
    return len(table) > 1 and len(widths) == 1 and widths.pop() >= FEWEST_COLUMNS


def _reading(delimiter: str, decimal: str, table: list[list[Cell]]) -> _Reading:
    figures = {
        (row_number, column): found
        for row_number, row in enumerate(table[1:], 1)
        for column, cell in enumerate(row[1:], 1)
        if (found := figure(cell.text, decimal))
    }
    return _Reading(delimiter, decimal, table, figures)


def _chosen(readings: list[_Reading], path: str) -> Found:
    """The table that all readings without a fault agree on."""
    good = [reading for reading in readings if not reading.faults()]
    if not good:
        best = min(readings, key=_Reading.faults)
        return None, tuple(islice(figure_problems(best.cells, set(best.figures), path), _SHOWN))
    first, *others = good
    for other in others:
        if other.figures != first.figures:
            return None, (_ambiguous(first, other, path),)
    problems = tuple(table_problems(first.cells, first.figures, path))
    return (None, problems) if problems else (_table(first), ())


def _table(reading: _Reading) -> DataTable:
    header, *body = reading.cells
    columns = range(1, len(header))
    table_rows = tuple(
        DataRow(row[0].text, row[0].line, tuple(_value(reading.figures.get((number, c))) for c in columns))
        for number, row in enumerate(body, 1)
    )
    percent = tuple(any(_is_percent(reading, n, c) for n in range(1, len(body) + 1)) for c in columns)
    return DataTable(header[0].text, tuple(cell.text for cell in header[1:]), table_rows, percent)


def _value(found: WrittenFigure | None) -> Decimal | None:
    return found.value if found else None


def _is_percent(reading: _Reading, row: int, column: int) -> bool:
    found = reading.figures.get((row, column))
    return bool(found and found.percent)


def _ambiguous(one: _Reading, other: _Reading, path: str) -> Problem:
    keys = sorted(one.figures.keys() | other.figures.keys())
    row, column = next(key for key in keys if one.figures.get(key) != other.figures.get(key))
    if one.delimiter != other.delimiter:
        message = "The cells may be parted by “{first}” or by “{second}”, and both give a table."
        values = {"first": named(one.delimiter), "second": named(other.delimiter)}
        hint = "Put cells that hold one of the two between quotation marks."
        return error(Location(path), "ambiguous-data", message, hint, **values)
    cell = one.cells[row][column]
    message = "“{cell}” may be {first} or {second}, and nothing else in the file tells which."
    hint = "Write figures without separators of thousands, or with decimals such as 1.234,0 or 1,234.0 in one of them."
    values = {"cell": cell.text, "first": _shown(one, row, column), "second": _shown(other, row, column)}
    return error(Location(path, cell.line, cell.column), "ambiguous-data", message, hint, **values)


def _shown(reading: _Reading, row: int, column: int) -> str:
    return str(reading.figures[row, column].value)
