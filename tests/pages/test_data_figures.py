"""Charts and tables of data files: geometry, every language's notation, and words with and without labels."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.numbers import figure_text, file_size
from noticeboard.markdown.render.parsed_text import DataUse
from noticeboard.markdown.render.typography_extension import typeset_text
from noticeboard.model import Location, Text
from noticeboard.pages.data.data_figures import ShownData, data_figure
from noticeboard.pages.data.data_words import DataWords
from noticeboard.pages.views.data_view import BarChart, DocumentLink, LineChart, TableRow
from noticeboard.site import FileFacts
from noticeboard.site.data_limits import MOST_CATEGORIES, MOST_SERIES
from noticeboard.sources.data_files import DataTable, read_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.pages.views.data_view import DataFigure

FILE = DocumentLink("/media/mentors.csv", Text("mentors.csv", "en"), "CSV", "1 kB")
BARS = "Group;Before;After\nTeachers;-10;40\nOthers;;20,5\n"
SCALE = "Statement;Yes;Partly;No\nTime;60 %;35 %;5 %\n"
YEARS = "Year;Share\n2020;41\n2021;\n2022;55\n2023;66\n"


def table(text: str) -> DataTable:
    """The table of a valid file."""
    found, problems = read_data(text.encode(), "news/a/mentors.csv")
    assert problems == ()
    assert found is not None
    return found


def shown(text: str, chart: str = "", lang: str = "en", unit: str = "", **labels: str) -> DataFigure:
    """What a page in a language shows of an English file."""
    data = ShownData(table(text), DataWords(lang, "en", labels, typeset_text), FILE, None)
    return data_figure(data, DataUse("mentors.csv", "Most.", "", "", chart, unit, Location("")), 1)


def bars(text: str, chart: str, lang: str = "en") -> list[list[tuple[str, str, str]]]:
    """The beginning, length and figure of each bar, row by row."""
    found = shown(text, chart, lang).chart
    assert isinstance(found, BarChart)
    return [[(bar.start, bar.length, bar.figure) for bar in row.bars] for row in found.rows]


def test_bars_begin_at_a_common_zero() -> None:
    """Negative bars end where the others begin; the longest and the most negative fill the width."""
    assert bars(BARS, "bar") == [
        [("0%", "20%", "-10"), ("20%", "80%", "40")],
        [("20%", "0%", ""), ("20%", "41%", "20.5")],
    ]


def test_bars_begin_at_the_right_in_arabic() -> None:
    """Everything is mirrored."""
    assert [[bar[:2] for bar in row] for row in bars(BARS, "bar", "ar")] == [
        [("80%", "20%"), ("0%", "80%")],
        [("80%", "0%"), ("39%", "41%")],
    ]


def test_parts_fill_one_bar_and_small_ones_hold_no_figure() -> None:
    """A figure is in the middle of those parts that have room for it."""
    found = shown(SCALE, "stacked").chart
    assert isinstance(found, BarChart)
    assert [(bar.start, bar.length, bar.middle) for bar in found.rows[0].bars] == [
        ("0%", "60%", "30%"),
        ("60%", "35%", "77.5%"),
        ("95%", "5%", ""),
    ]
    assert [series.label.text for series in found.series] == ["Yes", "Partly", "No"]


def test_a_line_breaks_where_a_figure_is_missing() -> None:
    """There is no line to or from such a row, and rows are evenly spaced."""
    found = shown(YEARS, "line").chart
    assert isinstance(found, LineChart)
    (line,) = found.lines
    assert [(point.x, point.figure) for point in line.points] == [("8%", "41"), ("64%", "55"), ("92%", "66")]
    assert [(piece.x1, piece.x2) for piece in line.segments] == [("64%", "92%")]
    assert [label.label.text for label in found.across] == ["2020", "2021", "2022", "2023"]
    assert [label.label.text for label in found.up] == ["40", "50", "60", "70"]


@pytest.mark.parametrize(
    ("chart", "rows", "columns"), [("bar", 20, 1), ("bar", 1, 6), ("stacked", 20, 6), ("line", 60, 2)]
)
def test_large_tables_have_no_chart(chart: str, rows: int, columns: int) -> None:
    """One row or column above the limits, and only the table is shown."""
    assert (rows <= MOST_CATEGORIES[chart], columns <= MOST_SERIES) == (True, True)

    def made(rows: int, columns: int) -> str:
        head = ";".join(["x", *(f"c{n}" for n in range(columns))])
        return "\n".join([head, *(f"r{n}{';1' * columns}" for n in range(rows))])

    assert shown(made(rows, columns), chart).chart is not None
    most = MOST_CATEGORIES[chart]
    assert [shown(made(*size), chart).chart for size in ((most + 1, 1), (1, MOST_SERIES + 1))] == [None, None]


def test_a_total_is_only_in_the_table() -> None:
    """Its bar would dwarf the others."""
    found = shown("Group;N\nTeachers;30\nOthers;10\nTotal;1040\n", "bar", "nl", Total="Totaal")
    assert isinstance(found.chart, BarChart)
    assert [row.label.text for row in found.chart.rows] == ["Teachers", "Others"]
    assert [row.label.text for row in found.table.rows] == ["Teachers", "Others"]
    assert found.table.total == TableRow(Text("Totaal", "nl"), ("1.040",))


def test_negative_parts_have_no_chart() -> None:
    """The table shows them; a bar of parts would be misleading."""
    assert shown("Group;Yes;No\nTeachers;-30;10\n", "stacked").chart is None


def test_words_have_labels_or_keep_their_language() -> None:
    """Words with a label are in the text's language, others keep their own, and years have none."""
    found = shown("Group;2023;Before\nTeachers;1;2\n", lang="nl", Group="Groep").table
    assert (found.corner, *found.columns, found.rows[0].label) == (
        Text("Groep", "nl"),
        Text("2023", "nl"),
        Text("Before", "en"),
        Text("Teachers", "en"),
    )


@pytest.mark.parametrize(
    ("lang", "figure", "share", "size"),
    [
        ("en", "12,345.60", "12.5%", "1.2\u202fMB"),
        ("el", "12.345,60", "12,5%", "1,2\u202fMB"),
        ("fr", "12\u202f345,60", "12,5\u202f%", "1,2\u202fMo"),
        ("de", "12.345,60", "12,5\u00a0%", "1,2\u202fMB"),
        ("bg", "12\u00a0345,60", "12,5\u00a0%", "1,2\u202fMB"),
        ("sv", "12\u00a0345,60", "12,5\u00a0%", "1,2\u202fMB"),
        ("ga", "12,345.60", "12.5%", "1.2\u202fMB"),
        ("ar", "12,345.60", "12.5%", "1.2\u202fم.ب"),
    ],
)
def test_figures_are_written_as_readers_write_them(lang: str, figure: str, share: str, size: str) -> None:
    """Separators, decimals, percent signs and file sizes are the language's."""
    made = figure_text(Decimal("12345.60"), lang, percent=False), figure_text(Decimal("12.5"), lang, percent=True)
    assert (*made, file_size(1_234_567, lang)) == (figure, share, size)


def test_a_small_file_has_the_symbol_of_its_unit() -> None:
    """Where CLDR writes kbyte, people write kB."""
    shown = {lang: file_size(900, lang) for lang in OFFICIAL}
    assert {size for lang, size in shown.items() if lang not in ("fi", "fr")} == {"1\u202fkB"}
    assert (shown["fi"], shown["fr"]) == ("1\u202fkt", "1\u202fko")


def test_words_of_data_are_in_the_typography_of_their_language() -> None:
    """An apostrophe is typographic in charts and tables too."""
    file = "Group;Share\nHeads' own;4\nHeads;5\n"
    rows = shown(file, lang="fr", Heads="Chefs d'école").table.rows
    assert [row.label for row in rows] == [Text("Heads\u2019 own", "en"), Text("Chefs d\u2019école", "fr")]


@pytest.mark.parametrize("lang", [*OFFICIAL, "ar"])
def test_every_language_keeps_the_decimals(lang: str) -> None:
    """Every language shows all digits of a figure, with its own separators."""
    made = figure_text(Decimal("12.50"), lang, percent=True)
    assert "".join(c for c in made if c.isdigit()) == "1250"


def text(body: str) -> str:
    """A news item with that text."""
    return f"---\ntitle: T\npublished: 2023-01-01\n---\n\nLead.\n\n{body}\n"


def test_two_files_have_one_caption(make_pages: Callable) -> None:
    """Two data files in a paragraph are one group with the first caption."""
    body = '![One.](a.csv){chart=bar} ![Two.](a.csv "Both"){chart=line}'
    file = FileFacts("news/a/a.csv", "00", 1, table=table(YEARS))
    page = make_pages({"news/a/nl.md": text(body)}, file)["nl/news/a/"]
    (group,) = page.prose.parts
    assert (group.caption, [data.alt.text for data in group.data]) == (Text("Both", "nl"), ["One.", "Two."])


LINKS = "[The questionnaire](q.pdf) and [its codes](codes.ods), [again](q.pdf)."


def test_links_to_documents_have_type_and_size(make_pages: Callable) -> None:
    """The end of the text lists several documents, each once; a file in the text's language is preferred."""
    files = [FileFacts(f"news/a/{name}", "0123456789", 1_234_567) for name in ("q.pdf", "q.nl.pdf", "codes.ods")]
    page = make_pages({"news/a/nl.md": text(LINKS)}, *files)["nl/news/a/"]
    (part,) = page.prose.parts
    assert '<a href="/media/news/a/q.nl.01234567.pdf">The questionnaire (PDF, 1,2' in part.html
    assert [(d.href, d.name.text, d.type) for d in page.documents] == [
        ("/media/news/a/q.nl.01234567.pdf", "The questionnaire", "PDF"),
        ("/media/news/a/codes.01234567.ods", "its codes", "ODS"),
    ]


def test_a_single_document_is_not_listed_again(make_pages: Callable) -> None:
    """Its link in the text is enough."""
    page = make_pages({"news/a/nl.md": text("[Q](q.pdf)")}, FileFacts("news/a/q.pdf", "00", 1))["nl/news/a/"]
    assert page.documents == ()
