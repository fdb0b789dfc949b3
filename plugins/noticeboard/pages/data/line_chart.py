"""Line charts: the place of each point, in percent of the drawing's size."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from noticeboard.model import Text
from noticeboard.pages.data.bar_chart import share
from noticeboard.pages.views.data_view import AxisLabel, ChartLine, LineChart, LinePoint, LineSegment, Series

if TYPE_CHECKING:
    from noticeboard.pages.data.data_words import DataWords
    from noticeboard.sources.data_files import DataTable

_LEFT, _RIGHT = Decimal(8), Decimal(92)
_TOP, _BOTTOM = Decimal(8), Decimal(92)
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_GRID = 4
_MOST_FIGURES = 6
"""Points of a line that all show their figures; of more only the first and the last do."""

_MOST_LABELS = 5


def line_chart(table: DataTable, words: DataWords, percent: tuple[bool, ...], *, rtl: bool) -> LineChart:
    """A line for each column over the rows in their order; `rtl` lets them run from the right."""
    levels = _levels([*table.figures()] or [Decimal(0)])
    least, most = levels[0], levels[-1]
    across = [_across(number, len(table.rows), rtl=rtl) for number in range(len(table.rows))]
    series = tuple(Series(number, words.word(column)) for number, column in enumerate(table.columns, 1))

    def up(value: Decimal) -> str:
        return share(_BOTTOM - (value - least) * (_BOTTOM - _TOP) / ((most - least) or 1))

    def point(number: int, index: int) -> LinePoint | None:
        value = table.rows[number].figures[index]
        shown = len(series) == 1 and _has_figure(number, len(table.rows))
        text = words.figure(value, percent=percent[index]) if shown else ""
        return None if value is None else LinePoint(share(across[number]), up(value), text)

    lines = (_line(one, [point(number, at) for number in range(len(table.rows))]) for at, one in enumerate(series))
    marks = (AxisLabel(up(level), Text(words.figure(level, percent=percent[0]), words.lang)) for level in levels)
    begin = "100%" if rtl else "0%"
    return LineChart("line", series, tuple(lines), _labels(table, words, across), tuple(marks), begin)


def _has_figure(number: int, count: int) -> bool:
    """Whether the point of that number, of so many, shows its figure."""
    return number in (0, count - 1) or count <= _MOST_FIGURES


def _line(series: Series, points: list[LinePoint | None]) -> ChartLine:
    """A line through the points; it is interrupted where a figure is missing."""
    segments = tuple(LineSegment(a.x, a.y, b.x, b.y) for a, b in pairwise(points) if a and b)
    return ChartLine(series, tuple(p for p in points if p), segments)


def _across(number: int, count: int, *, rtl: bool) -> Decimal:
    at = _LEFT + (_RIGHT - _LEFT) * (Decimal(number) / (count - 1) if count > 1 else Decimal("0.5"))
    return 100 - at if rtl else at


def _labels(table: DataTable, words: DataWords, across: list[Decimal]) -> tuple[AxisLabel, ...]:
    """As many row labels as fit, the first and the last among them."""
    last = len(table.rows) - 1
    step = max(1, -(-last // (_MOST_LABELS - 1)))
    shown = [n for n in range(0, last + 1, step) if n == last or last - n >= step] + [last] * (last % step > 0)
    anchors = {0: "start", last: "end"} if last else {}
    return tuple(AxisLabel(share(across[n]), words.word(table.rows[n].label), anchors.get(n, "middle")) for n in shown)


def _levels(figures: list[Decimal]) -> list[Decimal]:
    """Round figures at even distances that hold all of them; zero is among them where that is near."""
    least, most = min(figures), max(figures)
    if least > 0 and least < most * Decimal("0.6"):
        least = Decimal(0)
    rough = (most - least) / _GRID or Decimal(1)
    unit = Decimal(10) ** rough.adjusted()
    step = next(unit * factor for factor in _STEPS if unit * factor >= rough)
    first = (least / step).to_integral_value("ROUND_FLOOR") * step
    levels = [first]
    while levels[-1] < most:
        levels.append(levels[-1] + step)
    return levels if len(levels) > 1 else [first, first + step]
