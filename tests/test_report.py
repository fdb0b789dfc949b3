"""Problems as text for people."""

from __future__ import annotations

import pytest

from noticeboard.model import Location, Problem, error, stops, warning
from noticeboard.report import as_line, as_text, counted

DATE = error(Location("surveys/a/sv.md", 4, 11), "impossible-date", "There is no such day.", "Correct the date.")
LOST = warning(Location(""), "cache-lost", "The cache is lost.", "")
FILE = warning(Location("surveys/a/old.jpg"), "unused-file", "No text uses this file.", "")


def shown(*problems: Problem, text: str = "") -> str:
    """The problems of one file with that text, as people see them."""
    return as_text(problems, {"surveys/a/sv.md": text}, lambda path: f"content/{path}")


@pytest.mark.parametrize(
    ("found", "strict", "expected"),
    [((DATE,), False, True), ((FILE,), False, False), ((FILE,), True, True), ((LOST,), True, False), ((), True, False)],
)
def test_what_stops_a_build(found: tuple[Problem, ...], strict: bool, expected: bool) -> None:  # noqa: FBT001
    """An error does, and a warning in a strict build; a lost cache does not."""
    assert stops(found, strict=strict) is expected


def test_a_problem_is_one_line_that_tools_understand() -> None:
    """With path, line, column, severity, name, message and hint in this order."""
    assert as_line(DATE, lambda path: path) == (
        "surveys/a/sv.md:4:11: error[impossible-date]: There is no such day. Correct the date."
    )


def test_problems_are_sorted_by_place_and_unique() -> None:
    """By path and line; equal problems are reported once."""
    assert as_text([DATE, FILE, DATE], {}, lambda path: path) == (
        "surveys/a/old.jpg:1:1: warning[unused-file]: No text uses this file.\n"
        "surveys/a/sv.md:4:11: error[impossible-date]: There is no such day. Correct the date.\n"
    )


def test_the_line_is_shown_with_a_caret() -> None:
    """The caret is below the column."""
    assert shown(DATE, text="---\ntitle: T\n\ndeadline: 2023-02-31\n---\n").splitlines()[1:] == [
        "  4 | deadline: 2023-02-31",
        "    |           ^",
    ]


def test_a_tab_before_the_place_keeps_the_caret_below_it() -> None:
    """Tabs are repeated below the line, so the caret is right for any tab width."""
    problem = error(Location("surveys/a/sv.md", 1, 3), "malformed-yaml", "W.", "D.")
    assert shown(problem, text="\t a").splitlines()[1:] == ["  1 | \t a", "    | \t ^"]


@pytest.mark.parametrize("column", [1, 100, 500, 1000])
def test_a_long_line_is_shown_around_the_place(column: int) -> None:
    """The caret points at the same character."""
    text = "".join(chr(0x100 + n) for n in range(1000))
    problem = error(Location("surveys/a/sv.md", 1, column), "wrong-type", "W.", "D.")
    line, caret = shown(problem, text=text).splitlines()[1:]
    assert (line[caret.index("^")], len(line) <= 130) == (text[column - 1], True)


@pytest.mark.parametrize("text", ["", "one line\n", "1\n2\n3\n   \n"])
def test_a_line_that_cannot_be_shown_is_left_out(text: str) -> None:
    """If the line is missing or blank, there is no excerpt."""
    assert len(shown(DATE, text=text).splitlines()) == 1


def test_a_column_after_the_end_is_no_fault() -> None:
    """The caret is after the last character."""
    problem = error(Location("surveys/a/sv.md", 1, 9), "empty-value", "W.", "D.")
    assert shown(problem, text="opens:").splitlines()[1:] == ["  1 | opens:", "    |         ^"]


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ([], "0 errors, 0 warnings"),
        ([DATE], "1 error, 0 warnings"),
        ([DATE, FILE], "1 error, 1 warning"),
        ([DATE, DATE, FILE], "1 error, 1 warning"),
    ],
)
def test_problems_are_counted(problems: list[Problem], words: str) -> None:
    """In words; equal problems count once."""
    assert counted(problems) == words
