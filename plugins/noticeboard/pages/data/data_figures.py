"""A data file that a text shows -> what the page shows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.languages.language_data import language_data
from noticeboard.languages.numbers import file_size
from noticeboard.markdown.render.parsed_text import PERCENT
from noticeboard.model import Text
from noticeboard.pages import addresses
from noticeboard.pages.data.bar_chart import bar_chart, stacked_chart
from noticeboard.pages.data.data_words import DataWords
from noticeboard.pages.data.line_chart import line_chart
from noticeboard.pages.views.data_view import DataFigure, DocumentLink, FigureTable, TableRow
from noticeboard.site.data_limits import is_chartable
from noticeboard.sources.document_types import ending

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.markdown.render.parsed_text import DataUse
    from noticeboard.pages.views.data_view import BarChart, LineChart
    from noticeboard.site import Announcement, FileFacts, Source
    from noticeboard.sources.data_files import DataRow, DataTable


class ShownData(Struct, frozen=True):
    """A data file for a page: its table, its words in the page's language, the link to the file, and its maker."""

    table: DataTable
    words: DataWords
    file: DocumentLink
    credit: Text | None


def data_words(item: Announcement, source: Source, typeset: Callable[[str, str], str]) -> DataWords:
    """The words of data files as a version translates them; the files are in the language of the original.

    `typeset` takes a text and a language, and returns the text in the typography of the language.
    """
    original = item.fallback or source
    return DataWords(source.lang, original.lang, dict(source.header.labels or ()), typeset)


def data_figure(data: ShownData, use: DataUse, number: int) -> DataFigure:
    """The data file as the theme shows it; `number` counts the data files of the page from 1."""
    table, words = data.table, data.words
    percent = tuple(use.unit == PERCENT or sign for sign in table.percent)
    rtl = language_data(words.lang).direction == "rtl"
    return DataFigure(
        number=number,
        alt=Text(use.alt, words.lang),
        chart=_chart(use.chart, table.parts, words, percent, rtl=rtl) if is_chartable(table, use.chart) else None,
        table=_table(table, words, percent),
        file=data.file,
        unit=words.word(use.unit) if use.unit not in ("", PERCENT) else None,
        credit=data.credit,
    )


def _chart(
    kind: str, table: DataTable, words: DataWords, percent: tuple[bool, ...], *, rtl: bool
) -> BarChart | LineChart:
    if kind == "line":
        return line_chart(table, words, percent, rtl=rtl)
    return (stacked_chart if kind == "stacked" else bar_chart)(table, words, percent, rtl=rtl)


def document_link(file: FileFacts, lang: str, href: Callable[[str], str], name: str = "") -> DocumentLink:
    """A link to the file as it is published, with its type and its size as the language writes it."""
    text = Text(name or file.path.rpartition("/")[2], lang)
    return DocumentLink(href(addresses.document(file)), text, ending(file.path).upper(), file_size(file.size, lang))


def _table(table: DataTable, words: DataWords, percent: tuple[bool, ...]) -> FigureTable:
    def row(found: DataRow) -> TableRow:
        figures = (words.figure(figure, percent=percent[i]) for i, figure in enumerate(found.figures))
        return TableRow(words.word(found.label), tuple(figures))

    corner, total = words.word(table.corner) if table.corner else None, table.total
    rows = table.rows[:-1] if total else table.rows
    columns = tuple(map(words.word, table.columns))
    return FigureTable(corner, columns, tuple(map(row, rows)), row(total) if total else None)
