"""The rows of an HTML table, with a cell in every place that one takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_WIDEST = 100
"""Columns that one cell may take up, and rows (HTML Living Standard, 4.9.11, allows 1,000)."""


class TablePlace(NamedTuple):
    """A place in a table: its element, None if a joined cell reaches into it.

    `spans` says that the element takes more places than this one.
    """

    owner: HtmlElement | None
    spans: bool = False


def table_rows(table: HtmlElement) -> list[list[TablePlace]]:
    """The rows from top to bottom, those of its foot last; rows without a cell are left out."""
    reaching: dict[int, int] = {}
    found: list[list[TablePlace]] = []
    for row in _rows(table):
        cells: list[TablePlace] = []
        for element in (cell for cell in row if cell.tag in ("td", "th")):
            _fill(cells, reaching)
            wide, high = _span(element, "colspan"), _span(element, "rowspan")
            for _ in range(wide):
                if high > 1:
                    reaching[len(cells)] = high - 1
                cells.append(TablePlace(None))
            cells[len(cells) - wide] = TablePlace(element, wide > 1 or high > 1)
        _fill(cells, reaching)
        if cells:
            found.append(cells)
    return found


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    feet = [part for part in table if part.tag == "tfoot"]
    for part in (*(one for one in table if one.tag != "tfoot"), *feet):
        if part.tag == "tr":
            yield part
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in part if row.tag == "tr")


def _fill(cells: list[TablePlace], reaching: dict[int, int]) -> None:
    """Adds the places into which cells of the rows above reach."""
    while reaching.get(len(cells), 0):
        reaching[len(cells)] -= 1
        cells.append(TablePlace(None))


def _span(element: HtmlElement, name: str) -> int:
    stated = (element.get(name) or "").strip()
    return min(max(int(stated), 1), _WIDEST) if stated.isdigit() and len(stated) < 5 else 1  # noqa: PLR2004 - digits
