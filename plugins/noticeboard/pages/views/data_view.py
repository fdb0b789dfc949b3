"""What a page shows of data files and documents: tables and charts, with every figure as readers write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from noticeboard.model import Text


class DocumentLink(Struct, frozen=True):
    """A file to download: its address, its name for people, its type ("PDF") and its size ("1,2 MB")."""

    href: str
    name: Text
    type: str
    size: str


class TableRow(Struct, frozen=True):
    """A row of figures: its label, and the figures as text, "" if there is none."""

    label: Text
    figures: tuple[str, ...]


class FigureTable(Struct, frozen=True):
    """The figures as a table: `corner` heads the row labels; None if the file has no word for it.

    `total` is the row below the others that sums them up.
    """

    corner: Text | None
    columns: tuple[Text, ...]
    rows: tuple[TableRow, ...]
    total: TableRow | None = None

    @property
    def every_row(self) -> tuple[TableRow, ...]:
        """The rows, and the total below them."""
        return (*self.rows, self.total) if self.total else self.rows


class Series(Struct, frozen=True):
    """The meaning of one colour, pattern and mark of a chart; `number` counts from 1."""

    number: int
    label: Text


class Bar(Struct, frozen=True):
    """A bar, or a part of one: where it begins and how long it is, in percent of the room; its figure as text.

    `middle` is where the figure is in it, "" if the part is too short to hold it.
    """

    series: int
    start: str
    length: str
    figure: str
    middle: str = ""


class BarRow(Struct, frozen=True):
    """A category of a chart of bars, and its bars."""

    label: Text
    bars: tuple[Bar, ...]


class BarChart(Struct, frozen=True):
    """Bars side by side, or parts of one bar (`stacked`); `series` is empty if there is only one."""

    kind: str
    series: tuple[Series, ...]
    rows: tuple[BarRow, ...]


class LinePoint(Struct, frozen=True):
    """A point in percent of the room, and its figure as text, "" if that would be in the way of others."""

    x: str
    y: str
    figure: str = ""


class LineSegment(Struct, frozen=True):
    """A piece of a line between two points, in percent of the room."""

    x1: str
    y1: str
    x2: str
    y2: str


class ChartLine(Struct, frozen=True):
    """A line: its series, its points, and the pieces between neighbours that both have a figure."""

    series: Series
    points: tuple[LinePoint, ...]
    segments: tuple[LineSegment, ...]


class AxisLabel(Struct, frozen=True):
    """A label at an axis: where it is in percent of the room, its words, and which part of them is at that place."""

    at: str
    label: Text
    anchor: str = "middle"


class LineChart(Struct, frozen=True):
    """Lines over the row labels; `across` are labels below, `up` those at the figures' axis.

    `begin` is the side of the figures' axis, in percent of the room: where reading begins.
    """

    kind: str
    series: tuple[Series, ...]
    lines: tuple[ChartLine, ...]
    across: tuple[AxisLabel, ...]
    up: tuple[AxisLabel, ...]
    begin: str


class DataFigure(Struct, frozen=True):
    """A data file on a page: the sentence for those who do not see the chart, the chart, the table, and the file.

    `number` counts the data files of a page from 1, so that ids in them are unique. `unit` says what figures count.
    """

    number: int
    alt: Text
    chart: BarChart | LineChart | None
    table: FigureTable
    file: DocumentLink
    unit: Text | None
    credit: Text | None


class DataGroup(Struct, frozen=True):
    """Data files side by side under one caption, None if they have none."""

    caption: Text | None
    data: tuple[DataFigure, ...]
