"""Problems grouped by file for people at a terminal, without control characters."""

from __future__ import annotations

from noticeboard.model import Location, Problem, error, warning
from noticeboard.report import ProblemMessages, as_groups, as_line, as_lines, sentences

FOUND = (
    warning(Location("surveys/a/sv.md", 9, 1), "removed-html", "<b> is taken out.", "Remove it."),
    error(Location("surveys/a/sv.md", 4, 11), "wrong-date", "'soon' is not a date.", "Write it like 2023-02-19."),
    warning(Location("surveys/a/old.jpg"), "unused-file", "No text uses this file.", ""),
)


def location(path: str) -> str:
    """The path as people see it."""
    return f"content/{path}"


def test_problems_are_grouped_by_file_and_counted_last() -> None:
    """Each file's name is once above its problems, each with its line; the counts are at the end."""
    texts = {"surveys/a/sv.md": "---\ntitle: T\n\ndeadline: soon\n"}
    assert as_groups(FOUND, texts, location) == (
        "content/surveys/a/old.jpg\n"
        "  1:1  warning  No text uses this file.  unused-file\n"
        "\n"
        "content/surveys/a/sv.md\n"
        "  4:11  error  'soon' is not a date.  wrong-date\n"
        "    Write it like 2023-02-19.\n"
        "    4 | deadline: soon\n"
        "      |           ^\n"
        "  9:1  warning  <b> is taken out.  removed-html\n"
        "    Remove it.\n"
        "\n"
        "1 error, 2 warnings.\n"
    )


def test_looks_are_given_by_role() -> None:
    """The painter gets each piece with its role, and nothing else."""
    painted = as_groups(FOUND[1:2], {}, location, paint=lambda text, role: f"[{role} {text}]")
    assert painted.splitlines()[:2] == [
        "[path content/surveys/a/sv.md]",
        "  4:11  [error error]  'soon' is not a date.  [name wrong-date]",
    ]


def test_a_problem_is_one_line_in_a_pipe(awkward: tuple[Problem, ...]) -> None:
    """Whatever is in its values."""
    assert as_lines(awkward, location).count("\n") == len(awkward)


def test_nothing_in_a_value_moves_the_cursor(awkward: tuple[Problem, ...]) -> None:
    """Control and bidi characters of the content are codes, and braces stay braces."""
    assert sentences(awkward[0]) == (
        '100 %, "a": b::c, next U+001B[31mredU+202E <b>{value}</b> is not text.',
        "Correct {it}.",
    )


def test_problems_are_translated() -> None:
    """Templates are translated before values are filled in, so their order may differ; others are English."""
    words = {"{here} differs from {there}.": "Anders als {there} ist {here}."}
    speech = ProblemMessages(lambda message: words.get(message, message), lambda _, many, __: many)
    found = error(Location("a.md"), "x", "{here} differs from {there}.", "Correct it.", here="1", there="{here}")
    assert as_line(found, lambda path: path, speech) == "a.md:1:1: error[x]: Anders als {here} ist 1. Correct it."
