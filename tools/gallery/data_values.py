"""Data files for the gallery: every kind of chart, long labels, and missing figures."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from noticeboard.markdown.render.parsed_text import DataUse
from noticeboard.markdown.render.typography_extension import typeset_text
from noticeboard.model import Location, Text
from noticeboard.pages.data.data_figures import ShownData, data_figure
from noticeboard.pages.data.data_words import DataWords
from noticeboard.pages.views.data_view import DataFigure, DataGroup, DocumentLink
from noticeboard.sources.data_files import DataRow, DataTable

LONG = "Lebensmittelunverträglichkeitsbescheinigungsausgabestellen"
ONE = {"Teachers": (51,), "Head teachers": (21,), f"Staff of {LONG}": (17,), "Others": (None,)}
TWO = {"2021": (12, -3), "2022": (40, 8), "2023": (55, 21)}
SCALE = {"My mentor helped me": (48, 39, 9, 4), f"I would recommend it to {LONG}": (61, 26, 10, 3)}
YEARS = {str(2012 + n): (20 + 3 * n, 60 - 2 * n if n % 4 else None) for n in range(11)}


def table(rows: dict[str, tuple[int | None, ...]], *columns: str) -> DataTable:
    """A table of percentages."""
    figures = {label: tuple(None if f is None else Decimal(f) for f in row) for label, row in rows.items()}
    found = tuple(DataRow(label, line, row) for line, (label, row) in enumerate(figures.items(), 2))
    return DataTable("Group", columns, found, tuple(True for _ in columns))


@cache
def shown(kind: str, number: int = 1) -> DataFigure:
    """A data file shown as a kind of chart; "" shows it as a table only."""
    tables = {
        "": table(TWO, "Before", "After"),
        "bar": table(ONE, "Share"),
        "stacked": table(SCALE, "Agree fully", "Agree", "Disagree", "Disagree fully"),
        "line": table(YEARS, "With a mentor", "Without one"),
        "two": table(TWO, "Before", "After"),
    }
    file = DocumentLink("#file", Text("mentors.csv", "en"), "CSV", "1 kB")
    data = ShownData(
        tables[kind], DataWords("en", "en", {}, typeset_text), file, Text("Ann / Ministry of Schools", "en")
    )
    use = DataUse(
        "mentors.csv", "Most had a mentor.", "", "", "bar" if kind == "two" else kind, "percent", Location("")
    )
    return data_figure(data, use, number)


BARS, TWO_BARS, STACKED, LINES = map(shown, ("bar", "two", "stacked", "line"))
DATA = DataGroup(Text("Who took part", "en"), (shown("stacked", 5),))
DATA_BESIDE = DataGroup(Text("Before and after", "en"), (shown("bar", 6), shown("two", 7)))
DATA_TABLE = DataGroup(None, (shown("", 8),))
DOCUMENTS = (
    DocumentLink("#q", Text("Questionnaire", "en"), "PDF", "1.2 MB"),
    DocumentLink("#r", Text(f"Report of {LONG}", "en"), "XLSX", "48 kB"),
)
