"""Bars: where each begins and how long it is, in percent of the room."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from noticeboard.pages.views.data_view import Bar, BarChart, BarRow, Series

if TYPE_CHECKING:
    from noticeboard.pages.data.data_words import DataWords
    from noticeboard.sources.data_files import DataRow, DataTable

_WHOLE = Decimal(100)
_ZERO = Decimal(0)
ROOM_FOR_A_FIGURE = Decimal(11)
"""Percent of a bar that a figure such as "100 %" takes on the narrowest screens."""


def bar_chart(table: DataTable, words: DataWords, percent: tuple[bool, ...], *, rtl: bool) -> BarChart:
    """A bar for each figure, grouped by row, from a common zero; `rtl` lets them begin at the right."""
    figures = [*table.figures(), _ZERO]
    least, most = min(figures), max(figures)
    scale = _WHOLE / ((most - least) or 1)

    def bar(row: DataRow, index: int) -> Bar:
        value = row.figures[index] or _ZERO
        start, length = (min(value, _ZERO) - least) * scale, abs(value) * scale
        figure = words.figure(row.figures[index], percent=percent[index])
        return Bar(index + 1, share(_turned(start, length, rtl=rtl)), share(length), figure)

    rows = (BarRow(words.word(row.label), tuple(bar(row, i) for i in range(len(table.columns)))) for row in table.rows)
    return BarChart("bar", _series(table, words), tuple(rows))


def stacked_chart(table: DataTable, words: DataWords, percent: tuple[bool, ...], *, rtl: bool) -> BarChart:
    """One bar for each row, its parts in the order of the columns; all bars are as long as the sum of their figures."""
    rows = []
    for row in table.rows:
        total = sum((f for f in row.figures if f), _ZERO) or Decimal(1)
        start, bars = _ZERO, []
        for index, value in enumerate(row.figures):
            length = (value or _ZERO) * _WHOLE / total
            begin = _turned(start, length, rtl=rtl)
            middle = share(begin + length / 2) if length >= ROOM_FOR_A_FIGURE else ""
            figure = words.figure(value, percent=percent[index])
            bars.append(Bar(index + 1, share(begin), share(length), figure, middle))
            start += length
        rows.append(BarRow(words.word(row.label), tuple(bars)))
    return BarChart("stacked", tuple(Series(n, words.word(c)) for n, c in enumerate(table.columns, 1)), tuple(rows))


def _series(table: DataTable, words: DataWords) -> tuple[Series, ...]:
    if len(table.columns) == 1:
        return ()
    return tuple(Series(number, words.word(column)) for number, column in enumerate(table.columns, 1))


def _turned(start: Decimal, length: Decimal, *, rtl: bool) -> Decimal:
    return _WHOLE - start - length if rtl else start


def share(value: Decimal) -> str:
    """A share of the room as SVG writes it: percent with at most two decimals."""
    return f"{value.quantize(Decimal('0.01')).normalize():f}%"
