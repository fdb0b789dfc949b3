"""A table of figures: labels for rows and columns, and a figure or nothing in each cell."""

from __future__ import annotations

from decimal import Decimal  # noqa: TC003 - the store reads the types of records
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.languages.total_words import is_total

if TYPE_CHECKING:
    from collections.abc import Iterator


class DataRow(Struct, frozen=True):
    """A row: its label, its line in the file, and a figure for each column, None if there is none."""

    label: str
    line: int
    figures: tuple[Decimal | None, ...]


class DataTable(Struct, frozen=True):
    """The table of a data file.

    `corner` is the word above the row labels; `percent` says for each column whether its figures have a percent sign.
    """

    corner: str
    columns: tuple[str, ...]
    rows: tuple[DataRow, ...]
    percent: tuple[bool, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The labels that have a letter, each once in the order of the file; years and numbers need no translation."""
        found = (self.corner, *self.columns, *(row.label for row in self.rows))
        return tuple(dict.fromkeys(word for word in found if any(c.isalpha() for c in word)))

    @property
    def total(self) -> DataRow | None:
        """The last row where its label calls it the total of the others."""
        return self.rows[-1] if len(self.rows) > 1 and is_total(self.rows[-1].label) else None

    @property
    def parts(self) -> DataTable:
        """The table without a total row at its end and a total column at its side: what a chart can compare."""
        width = len(self.columns) - (len(self.columns) > 1 and is_total(self.columns[-1]))
        kept = self.rows[:-1] if self.total else self.rows
        rows = tuple(DataRow(row.label, row.line, row.figures[:width]) for row in kept)
        return DataTable(self.corner, self.columns[:width], rows, self.percent[:width])

    def figures(self) -> Iterator[Decimal]:
        """Every figure, row by row."""
        return (figure for row in self.rows for figure in row.figures if figure is not None)
