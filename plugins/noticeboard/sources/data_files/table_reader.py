"""The bytes of a CSV file -> its table. Delimiter and notation are told from the whole file.

All readings that give a whole table are made. Where two give different figures the file is ambiguous, and that is an
error that shows both: a figure that is wrong by a factor of a thousand must not depend on a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from statistics import mode
from typing import TYPE_CHECKING

from noticeboard.model import Location, Problem, error
from noticeboard.sources.data_files.csv_encoding import decoded
from noticeboard.sources.data_files.csv_rows import UnclosedQuoteError, rows, trimmed
from noticeboard.sources.data_files.data_table import DataRow, DataTable
from noticeboard.sources.data_files.figure_notation import NOTATIONS, figure, is_missing
from noticeboard.sources.text_decoding import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from noticeboard.sources.data_files.csv_rows import Cell
    from noticeboard.sources.data_files.figure_notation import WrittenFigure

MOST_ROWS = 5_000
MOST_COLUMNS = 50
_FEWEST_COLUMNS = 2
_DELIMITERS = (";", "\t", ",", "|")
_NAMES = {"\t": "\\t"}
_ROWS = "The table has {count} rows; {most} are the most that a page shows."
_COLUMNS = "The table has {count} columns; {most} are the most that a page shows."
_SHOWN = 20
"""Cells without a figure that are told one by one."""

Found = tuple[DataTable | None, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a file: its cells, and the figures in them by the numbers of row and column."""

    delimiter: str
    decimal: str
    cells: list[list[Cell]]
    figures: dict[tuple[int, int], WrittenFigure]

    def bad(self) -> Iterator[Cell]:
        """Every cell that should hold a figure and does not."""
        for row_number, row in enumerate(self.cells[1:], 1):
            for column, cell in enumerate(row[1:], 1):
                if (row_number, column) not in self.figures and not is_missing(cell.text):
                    yield cell


def read_data(data: bytes, path: str) -> Found:
    """The table of a CSV file at that path, or the errors that say why there is none; linear in the file's length."""
    if len(data) > MOST_BYTES:
        message = "The file has {size} bytes; a table of figures may have {most} at most."
        hint = "Shorten it to what readers need, and link to the whole file as a document."
        return None, (error(Location(path), "too-long", message, hint, size=len(data), most=MOST_BYTES),)
    text, problems = decoded(data, path)
    if problems:
        return None, problems
    if text.count("\n") > MOST_ROWS:
        return None, (_too_many(_ROWS, path, text.count("\n"), MOST_ROWS),)
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
            faults.append(_unclosed(fault.cell, path))
    if not tables:
        return None, (faults[0],)
    whole = {d: table for d, table in tables.items() if _is_whole(table)}
    if not whole:
        return None, (_irregular(tables, path),)
    wide = max(len(table[0]) for table in whole.values())
    if wide > MOST_COLUMNS:
        return None, (_too_many(_COLUMNS, path, wide, MOST_COLUMNS),)
    return _chosen([_reading(d, sign, table) for d, table in whole.items() for sign in NOTATIONS], path)


def _unclosed(cell: Cell, path: str) -> Problem:
    message = "A quotation mark opens this cell, and none closes it."
    hint = "Close it, or write two for one that is meant."
    return error(Location(path, cell.line, cell.column), "broken-table", message, hint)


def _is_whole(table: list[list[Cell]]) -> bool:
    """Whether it has a row of labels and rows below, all equally wide."""
    widths = {len(row) for row in table}
    return len(table) > 1 and len(widths) == 1 and widths.pop() >= _FEWEST_COLUMNS


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
    good = [reading for reading in readings if next(reading.bad(), None) is None]
    if not good:
        best = min(readings, key=lambda reading: sum(1 for _ in reading.bad()))
        return None, tuple(_no_figure(cell, path) for cell in islice(best.bad(), _SHOWN))
    first, *others = good
    for other in others:
        if other.figures != first.figures:
            return None, (_ambiguous(first, other, path),)
    problems = tuple(_table_problems(first, path))
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


def _table_problems(reading: _Reading, path: str) -> Iterator[Problem]:
    """What makes the labels of a table unusable, and percent signs that only some figures of a column have."""
    header, *body = reading.cells
    yield from _label_problems(header[1:], path)
    yield from _label_problems([row[0] for row in body], path)
    for column in range(1, len(header)):
        signs = {n: f.percent for n in range(1, len(body) + 1) if (f := reading.figures.get((n, column)))}
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
            message = "The label “{label}” stands twice, and nobody could tell the figures apart."
            yield error(location, "broken-table", message, "Give each row and column its own label.", label=cell.text)
        seen.add(cell.text)


def _no_figure(cell: Cell, path: str) -> Problem:
    message = "“{cell}” is no figure, and figures are expected in all columns but the first."
    hint = "Write a figure, or leave the cell empty where there is none."
    return error(Location(path, cell.line, cell.column), "no-figure", message, hint, cell=cell.text)


def _ambiguous(one: _Reading, other: _Reading, path: str) -> Problem:
    keys = sorted(one.figures.keys() | other.figures.keys())
    row, column = next(key for key in keys if one.figures.get(key) != other.figures.get(key))
    if one.delimiter != other.delimiter:
        message = "The cells may be parted by “{first}” or by “{second}”, and both give a table."
        values = {"first": _named(one.delimiter), "second": _named(other.delimiter)}
        hint = "Put cells that hold one of the two between quotation marks."
        return error(Location(path), "ambiguous-data", message, hint, **values)
    cell = one.cells[row][column]
    message = "“{cell}” may be {first} or {second}, and nothing else in the file tells which."
    hint = "Write figures without separators of thousands, or with decimals such as 1.234,0 or 1,234.0 in one of them."
    values = {"cell": cell.text, "first": _shown(one, row, column), "second": _shown(other, row, column)}
    return error(Location(path, cell.line, cell.column), "ambiguous-data", message, hint, **values)


def _shown(reading: _Reading, row: int, column: int) -> str:
    return str(reading.figures[row, column].value)


def _irregular(tables: dict[str, list[list[Cell]]], path: str) -> Problem:
    """The first row that is not as wide as the others, by the delimiter that gives the widest table."""
    widths = {d: mode(len(row) for row in table) for d, table in tables.items() if table}
    delimiter = max(widths, key=lambda d: widths[d], default="")
    table = tables.get(delimiter, [])
    if len(table) <= 1 or widths[delimiter] < _FEWEST_COLUMNS:
        message = "The file holds no table: a row of labels, and below it rows of a label and figures."
        return error(Location(path), "broken-table", message, "Export it anew as CSV.")
    odd = next(row for row in table if len(row) != widths[delimiter])
    message = "Cells in this row: {count}; in most others: {expected}. They are parted by “{delimiter}”."
    hint = "Remove titles and notes around the table, and put cells that hold “{delimiter}” between quotation marks."
    if delimiter == "," and widths.get(";", 0) < _FEWEST_COLUMNS:
        hint = (
            "If commas are decimal signs, part the cells by semicolons; else put cells with commas in quotation marks."
        )
    values = {"count": len(odd), "expected": widths[delimiter], "delimiter": _named(delimiter)}
    return error(Location(path, odd[0].line), "broken-table", message, hint, **values)


def _named(delimiter: str) -> str:
    return _NAMES.get(delimiter, delimiter)


def _too_many(message: str, path: str, count: int, most: int) -> Problem:
    hint = "Shorten it to what readers need, and link to the whole file as a document."
    return error(Location(path), "too-long", message, hint, count=count, most=most)
