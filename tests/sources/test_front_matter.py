"""The two parts of a version's file: front matter and body."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.model import Location
from noticeboard.report import sentences
from noticeboard.sources.front_matter import parse


def found(text: str) -> list[tuple[str, int, int]]:
    """Name, line and column of each problem of the text."""
    return [(problem.name, problem.location.line, problem.location.column) for problem in parse(text, "nl.md").problems]


def test_front_matter_and_body() -> None:
    """Values have the lines of the file, and the body is everything below the closing line."""
    front = parse("---\ntitle: Enquête\ntags:\n  - a\n---\n\nTekst\n---\n", "nl.md")
    assert front.values == {"title": "Enquête", "tags": ["a"]}
    assert front.locations["tags", 0] == Location("nl.md", 4, 5)
    assert front.key_places["title",] == Location("nl.md", 2, 1)
    assert (front.body, front.body_line, front.problems) == ("\nTekst\n---\n", 6, ())
    assert front.readable


@pytest.mark.parametrize(
    "text", ["--- \t\na: 1\n...  \nb", "---\na: 1\n---\nb", "---\na: 1\n---  \nb", "---\na: 1\n...\nb"]
)
def test_the_lines_around_it(text: str) -> None:
    """Spaces after the hyphens do not matter, and three dots also end front matter."""
    front = parse(text, "nl.md")
    assert (front.values, front.body, front.body_line, front.problems) == ({"a": 1}, "b", 4, ())


@pytest.mark.parametrize("text", ["---\na: 1\n---", "---\na: 1\n---\n"])
def test_a_file_without_a_body(text: str) -> None:
    """The body is empty, which is no problem here."""
    front = parse(text, "nl.md")
    assert (front.values, front.body, front.body_line, front.problems) == ({"a": 1}, "", 4, ())


def test_empty_front_matter_is_read() -> None:
    """Two lines with nothing between them are front matter without keys."""
    front = parse("---\n---\nTekst", "nl.md")
    assert (front.values, front.body, front.body_line, front.readable) == ({}, "Tekst", 3, True)


@pytest.mark.parametrize(
    ("text", "problem", "words"),
    [
        ("", ("empty-file", 1, 1), "empty"),
        (" \n\n", ("empty-file", 1, 1), "empty"),
        ("Tekst\n", ("missing-front-matter", 1, 1), "begins with its text"),
        ("\ntitle: x\n---\n", ("missing-front-matter", 2, 1), "“title:”"),
        ("----\ntitle: x\n----\n", ("missing-front-matter", 1, 1), "exactly"),
        (" ---\ntitle: x\n---\n", ("missing-front-matter", 1, 2), "exactly"),
        ("—\ntitle: x\n—\n", ("missing-front-matter", 1, 1), "exactly"),
        ("+++\ntitle = 'x'\n+++\n", ("missing-front-matter", 1, 1), "exactly"),
        ("---\ntitle: x\n\nTekst\n", ("unclosed-front-matter", 1, 1), "no end"),
        ("---\ntitle: x\n----\nTekst\n", ("unclosed-front-matter", 3, 1), "exactly"),
        ("---\ntitle: x\n ---\nTekst\n", ("unclosed-front-matter", 3, 1), "exactly"),
        ("---\n- a\n---\nTekst\n", ("not-a-mapping", 2, 1), "a list"),
    ],
)
def test_faults(text: str, problem: tuple[str, int, int], words: str) -> None:
    """A file without readable front matter has one problem that says what it has instead."""
    front = parse(text, "nl.md")
    assert found(text) == [problem]
    assert words in " ".join(sentences(front.problems[0]))
    assert (front.values, front.readable) == ({}, False)


def test_blank_lines_above_do_not_hide_the_rest() -> None:
    """They are a problem, but the front matter is still read."""
    front = parse("\n \n---\na: b: c\nd: 1\n---\nTekst", "nl.md")
    assert found("\n \n---\na: b: c\nd: 1\n---\nTekst") == [("missing-front-matter", 1, 1), ("malformed-yaml", 4, 5)]
    assert (front.values, front.unread, front.body, front.body_line) == ({"d": 1}, ("a",), "Tekst", 7)


LINES = st.sampled_from(["---", "...", "a: 1", "----", "", " ", "b: [", "Tekst", "—", "\t", "é: 2 #x"])


@given(st.lists(LINES, max_size=12))
def test_the_body_is_the_end_of_the_file(lines: list[str]) -> None:
    """The body is everything from its line on; if nothing is readable there is a problem."""
    text = "\n".join(lines)
    front = parse(text, "nl.md")
    assert "\n".join([*lines, ""][front.body_line - 1 :]).rstrip("\n") == front.body.rstrip("\n")
    assert front.readable or front.problems
