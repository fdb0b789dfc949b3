"""CSV files as written by spreadsheets all over Europe: read correctly, or refused with a place and a hint."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.report import sentences
from noticeboard.sources.data_files import DataTable, read_data
from noticeboard.sources.data_files.table_reader import MOST_COLUMNS, MOST_ROWS
from noticeboard.sources.text_decoding import MOST_BYTES

if TYPE_CHECKING:
    from noticeboard.model import Problem

Figures = list[tuple[str, list[str]]]


def read(data: str | bytes) -> tuple[DataTable | None, tuple[Problem, ...]]:
    """The result for a file of these bytes, or of this text in UTF-8."""
    return read_data(data if isinstance(data, bytes) else data.encode(), "news/a/mentors.csv")


def figures(data: str | bytes) -> Figures:
    """The label and figures of each row ("" for none) of a valid file."""
    table, problems = read(data)
    assert (table is not None, problems) == (True, ())
    return [(row.label, ["" if f is None else str(f) for f in row.figures]) for row in table.rows] if table else []


def told(data: str | bytes) -> list[tuple[str, int, int, str]]:
    """The name, line, column and message of each problem of a file without a table."""
    table, problems = read(data)
    assert table is None
    return [(p.name, p.location.line, p.location.column, sentences(p)[0]) for p in problems]


AB: Figures = [("A", ["12.5"]), ("B", ["7"])]
THOUSANDS: Figures = [("A", ["1234.5"]), ("B", ["12345678"])]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Country,Share\nA,12.5\nB,7\n", AB),
        ("Land;Anteil\r\nA;12,5\r\nB;7\r\n", AB),
        ("\ufeffLand;Anteil\r\nA;12,5\r\nB;7", AB),
        ("sep=;\r\nLand;Anteil\r\nA;12,5\r\nB;7", AB),
        ("Land\tAnteil\nA\t12,5\nB\t7\n".encode("utf-16"), AB),
        ("Land;Anteil;;\nA;12,5;;\nB;7;;\n;;;\n", AB),
        ('"Land","Anteil"\n"A","12,5"\n"B","7"\n', AB),
        ("Land|Anteil\nA|12,5\nB|7\n", AB),
        ("Land;Anteil\rA;12,5\rB;7\r", AB),
        ("Land;Anteil\nA;1.234,5\nB;12.345.678\n", THOUSANDS),
        ("Pays;Part\nA;1\u202f234,5\nB;12\u00a0345\u00a0678\n", THOUSANDS),
        ("Kanton;Anteil\nA;1'234.5\nB;12\u2019345\u2019678\n", THOUSANDS),
        ('Country,Share\nA,"1,234.5"\nB,"12,345,678"\n', THOUSANDS),
        ("Land;Andel\nA;12,5 %\nB;7\u00a0%\n", AB),
        ("Ülke;Pay\nA;%12,5\nB;%7\n", AB),
        ("a;b\nx;\u22124,5\ny;-3\n", [("x", ["-4.5"]), ("y", ["-3"])]),
        ("a;b\nx;\ny;:\nz;\u2013\nv;4\n", [("x", [""]), ("y", [""]), ("z", [""]), ("v", ["4"])]),
        ('a;b\n"x;y ""z""";1\n', [('x;y "z"', ["1"])]),
        ('a;b\n"x\ny";1\nz;2\n', [("x y", ["1"]), ("z", ["2"])]),
        ("Answer;2023;2024\nYes;40;45,5\n", [("Yes", ["40", "45.5"])]),
        ("a;b\nx;0.125\ny;0.250\n", [("x", ["0.125"]), ("y", ["0.250"])]),
        ("a;b\nx;.5\ny;12.5\n", [("x", ["0.5"]), ("y", ["12.5"])]),
        ("a;b\nx;n/a\ny;NA\nz;.\nv;4\n", [("x", [""]), ("y", [""]), ("z", [""]), ("v", ["4"])]),
        ("a;+b\n- x;1\n-18;2\n", [("- x", ["1"]), ("-18", ["2"])]),
        ("a;b\n\nx;1\n\n\ny;2\n\n", [("x", ["1"]), ("y", ["2"])]),
        ("Land;A;B\nX;1;2\nTotal;1;2\n", [("X", ["1", "2"]), ("Total", ["1", "2"])]),
        ('Group,Share,Count\r\nA,12.50%,"1,234"\r\nB,7.00%,12\r\n', [("A", ["12.50", "1234"]), ("B", ["7.00", "12"])]),
        ("sep=\t\r\nLand\tAnteil\r\nA\t12,5\r\nB\t7", AB),
        ("Land\tAnteil\nA\t12,5\nB\t7\n".encode("utf-16-le"), AB),
        ("\ufeffLand;Anteil\nA;12,5\nB;7\n".encode("utf-16-be"), AB),
        ("Land;Anteil\nÖsterreich;12,5\nMünchen;7\n".encode("cp1252"), [("Österreich", ["12.5"]), ("München", ["7"])]),
    ],
)
def test_notations_of_europe_are_read(data: str | bytes, expected: Figures) -> None:
    """Delimiter, decimal sign, grouping, percent signs and encoding are found from the whole file."""
    assert figures(data) == expected


@pytest.mark.parametrize(
    ("data", "name", "line", "column", "message"),
    [
        ("Land;N\nA;1.234\nB;2.345\n", "ambiguous-data", 2, 3, "“1.234” may be 1234 or 1.234, and nothing else"),
        ('Land,N\nA,"1,234"\nB,"2,345"\n', "ambiguous-data", 2, 3, "“1,234” may be 1.234 or 1234, and nothing else"),
        ("a;b,c\nx;1,5\ny;2,6\n", "ambiguous-data", 1, 1, "The cells may be parted by “;” or by “,”"),
        (
            "Skola;Andel\nSkåp;1\n".encode("cp1252"),
            "ambiguous-data",
            2,
            3,
            "The file is not UTF-8, and a word here may be",
        ),
        ("Χώρα;Ποσοστό\nΧώρα;1\n".encode("cp1253"), "ambiguous-data", 1, 1, "The file is not UTF-8, and a word"),  # noqa: RUF001 - Greek is meant
        ("My title\n\nLand;N\nA;1\nB;2\n", "broken-table", 1, 1, "Cells in this row: 1; in most others: 2."),
        ("Land,N\nA,1,5\nB,2,5\n", "broken-table", 1, 1, "Cells in this row: 2; in most others: 3."),
        ('Land;N\n"A;1\n', "broken-table", 2, 1, "A quotation mark opens this cell"),
        ("Land;N\nA;1\nA;2\n", "broken-table", 3, 1, "The label “A” appears twice"),
        ("Land;N\n;1\n", "broken-table", 2, 1, "This row or column has no label."),
        ('Land;N\n"=HYPERLINK(""x"")";1\n', "broken-table", 2, 1, '“=HYPERLINK("x")” is a formula'),
        ("@SUM(1);N\nA;1\n", "broken-table", 1, 1, "“@SUM(1)” is a formula"),
        ("Land;-2+cmd|' /C calc'!A0\nA;1\n", "broken-table", 1, 6, "“-2+cmd|' /C calc'!A0” is a formula"),
        ("Land;N;\nA;1;2\n", "broken-table", 1, 8, "This row or column has no label."),
        ("Land;N\nA;1\nB;2 %\n", "broken-table", 3, 3, "Some figures of this column have a percent sign"),
        ("Land;N\nA;viele\nB;2\n", "no-figure", 2, 3, "“viele” is not a figure"),
        ("Land;N\nA;1E+05\nB;2\n", "no-figure", 2, 3, "“1E+05” is not a figure"),
        ("Land;N\nA;#DIV/0!\nB;2\n", "no-figure", 2, 3, "“#DIV/0!” is not a figure"),
        ("", "broken-table", 1, 1, "The file holds no table"),
        ("Land;N\n", "broken-table", 1, 1, "The file holds no table"),
        ("Land;A;B\nX;1;2\nSource: a ministry;;\n", "broken-table", 3, 1, "There is no figure in this row."),
        ("Land;A\nX;1\n\nSource: a ministry;\n", "broken-table", 4, 1, "There is no figure in this row."),
        (";2023;;2024;\n;W;M;W;M\nX;1;2;3;4\n", "broken-table", 2, 1, "This row holds words where figures are"),
        ("A survey;;\nLand;A;B\nX;1;2\n", "broken-table", 2, 1, "This row holds words where figures are expected"),
        ("Land;12.5 %\nX;87.5 %\n", "broken-table", 1, 6, "“12.5 %” is in the first row, which holds the labels"),
        ("Teachers;2430\nOthers;12\n", "broken-table", 1, 10, "“2430” is in the first row, which holds the labels"),
        ("Land;N\nA;12*\nB;2\n", "no-figure", 2, 3, "“12*” is not a figure"),
        ("Land;N\nA;(2,5)\nB;2\n", "no-figure", 2, 3, "“(2,5)” is not a figure"),
        ("Land;N\nA;12,50 €\nB;2\n", "no-figure", 2, 3, "“12,50 €” is not a figure"),
        ("Land;A;B\nX;1;2\nY;3\nZ;4;5\n", "broken-table", 3, 1, "Cells in this row: 2; in most others: 3."),
        (b"PK\x03\x04\x14\0\6\0", "broken-table", 1, 1, "The file is a workbook, a document or a web page"),
        ("<table><tr><td>A</td></tr></table>", "broken-table", 1, 1, "The file is a workbook, a document or a web"),
        ("Land;N\nA;\0\n", "invalid-character", 2, 3, "There is an invisible character"),
    ],
)
def test_an_unreadable_file_is_refused_with_a_place(
    data: str | bytes, name: str, line: int, column: int, message: str
) -> None:
    """An ambiguous, broken or non-numeric cell is one error at its place; ambiguity shows both readings."""
    assert [(n, at, c, text[: len(message)]) for n, at, c, text in told(data)] == [(name, line, column, message)]


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ("viele", "Write a figure, or leave the cell empty where there is none."),
        ("ca. 12", "Write the figure alone; units, signs and notes belong in the labels, in unit=… or in the text."),
    ],
)
def test_the_hint_fits_the_cell(cell: str, hint: str) -> None:
    """If a cell has a figure and something else, the hint says to remove the rest."""
    _, problems = read(f"Land;N\nA;{cell}\nB;2\n")
    assert [sentences(p)[1] for p in problems] == [hint]


def test_totals_are_no_parts() -> None:
    """A total row at the end and a total column at the side are recognised by their labels in any language."""
    table, _ = read("Gruppe;Frauen;Männer;Gesamt\nA;1;2;3\nB;3;4;7\nInsgesamt:;4;6;10\n")
    assert table is not None
    assert (table.total and table.total.label, table.parts.columns) == ("Insgesamt:", ("Frauen", "Männer"))
    assert [(row.label, row.figures) for row in table.parts.rows] == [("A", (1, 2)), ("B", (3, 4))]


def test_percent_signs_are_known_by_column() -> None:
    """A column of counts beside a column of percentages stays a column of counts."""
    table, _ = read("Group;N;Share\nA;10;12,5 %\nB;20;7 %\n")
    assert (table and table.percent, table and table.columns) == ((False, True), ("N", "Share"))


def test_words_are_labels_with_letters() -> None:
    """Years and numbers need no translation."""
    table, _ = read("Group;2023;2024\nAll;1;2\n2022;3;4\n")
    assert (table.words if table else ()) == ("Group", "All")


@pytest.mark.parametrize(
    "data",
    [
        "a;b\n" + "".join(f"x{n};1\n" for n in range(MOST_ROWS + 1)),
        ";".join("abc"[n % 3] + str(n) for n in range(MOST_COLUMNS + 1)) + "\n" + ";".join(["1"] * (MOST_COLUMNS + 1)),
        "a;b\n" + "x;1\n" * 100_000,
        b"a;b\n" + b"x" * MOST_BYTES,
    ],
)
def test_a_file_that_is_too_large_is_refused(data: str | bytes) -> None:
    """Too many rows, columns or bytes are one error."""
    assert [problem[0] for problem in told(data)] == ["too-long"]


def test_as_many_rows_as_a_page_can_show_are_read() -> None:
    """The limit counts rows below the labels."""
    table, problems = read("a;b\n" + "".join(f"x{n};1\n" for n in range(MOST_ROWS)))
    assert (len(table.rows) if table else 0, problems) == (MOST_ROWS, ())


LABELS = (
    st.text(st.sampled_from("abcß éЯω\"',;"), min_size=1, max_size=8)
    .map(str.strip)
    .filter(lambda t: any(map(str.isalpha, t)))
)
VALUES = st.decimals(min_value=-99_999, max_value=99_999, places=1)


@given(
    st.lists(st.tuples(LABELS, VALUES, VALUES), min_size=1, max_size=6, unique_by=lambda row: " ".join(row[0].split())),
    st.sampled_from([(";", ","), ("\t", ","), (",", "."), (";", ".")]),
)
def test_every_notation_gives_the_same_figures(rows: list[tuple[str, Decimal, Decimal]], form: tuple[str, str]) -> None:
    """Whatever the labels are."""
    delimiter, decimal = form

    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    lines = [(cell("Label"), cell("One"), cell("Two"))]
    lines += [(cell(label), str(a).replace(".", decimal), str(b).replace(".", decimal)) for label, a, b in rows]
    found = figures("\n".join(map(delimiter.join, lines)))
    assert [(label, [Decimal(f) for f in row]) for label, row in found] == [
        (" ".join(label.split()), [a, b]) for label, a, b in rows
    ]


@given(st.binary(max_size=60) | st.text(alphabet="ab;,\t\"'\n\r %.-0123456789é", max_size=60).map(str.encode))
def test_any_bytes_give_a_table_or_a_problem(data: bytes) -> None:
    """Never both, and never neither."""
    table, problems = read(data)
    assert (table is None) == bool(problems)
