"""Texts that are refused before Markdown reads them, and texts that are not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from noticeboard.markdown.source_map.limits import excesses

if TYPE_CHECKING:
    from noticeboard.markdown.render.engine import Engine

CONTENT = Path(__file__).resolve().parents[2] / "content"


def found(text: str) -> list[tuple[int, int, str]]:
    """The places and names of the problems."""
    return [(p.location.line, p.location.column, p.name) for p in excesses(text, "news/a/en.md", 5)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x " * 100_001, (5, 1, "too-long")),
        ("a\n\n" + "x" * 1001, (7, 1, "nested-too-deep")),
        ("“„" * 500, (5, 1, "nested-too-deep")),
        ("a\n\n" + "[" * 60, (7, 51, "nested-too-deep")),
        ("[a](" * 60, (5, 203, "nested-too-deep")),
        ("<a " * 60, (5, 151, "nested-too-deep")),
        (">" * 21 + " a", (5, 1, "nested-too-deep")),
        ("- " * 21 + "a", (5, 1, "nested-too-deep")),
        ("a\n" + "1. " * 21 + "a", (6, 1, "nested-too-deep")),
        ("- a\n" + " " * 204 + "- b", (6, 1, "nested-too-deep")),
        ("".join(f"*[A{n}]: a\n" for n in range(301)), (305, 1, "too-long")),
        ("".join(f"[^{n}]: a\n\n" for n in range(1001)), (2005, 1, "too-long")),
        ("a" + " " * 1001 + "b", (5, 2, "nested-too-deep")),
        ("a\n\n" + "{#a} " * 201, (7, 1, "nested-too-deep")),
        ("```\na\n" * 301, (605, 1, "too-long")),
        ("a\n\n" * 10_001, (20_005, 2, "too-long")),
        ("![a](b.png)\n\n" * 501, (1005, 1, "too-long")),
        ("# a\n" * 201, (205, 1, "too-long")),
        ("> a\n> > b\n" * 101, (205, 1, "too-long")),
        ("*a* " * 1501, (5, 6001, "nested-too-deep")),
        ("- # a\n\n" + "    # a\n" * 201, (207, 1, "too-long")),
    ],
    ids=[
        *("length", "one letter", "quotes in a row", "brackets", "targets", "tags"),
        *("quotes", "lists", "numbers", "indentation", "abbreviations", "notes"),
        *(
            "spaces",
            "braces",
            "fences",
            "blocks",
            "pictures",
            "headings",
            "quotes in turns",
            "emphasis",
            "headings in an item",
        ),
    ],
)
def test_excesses_are_refused(text: str, expected: tuple[int, int, str]) -> None:
    """Each kind is one problem, where it begins to be too much."""
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.org/) " * 1000,
        "- [ ] a\n" * 1000,
        "a < b and c > d " * 1000,
        "(see [1] and [2]) " * 1000,
        "\\[ " * 1000,
        "* " * 40,
        "- " * 40 + "\n\n" + "-" * 300,
        "| a | b |\n|---|---|\n" + "| [a](b) | (c) |\n" * 1000,
        "<div>\n" * 10 + "</div>\n" * 10,
        "a\n\n" * 9_999,
        "> a\n" * 1000,
        "- **a** *b* [c](d)\n" * 1000,
        "1. a\n" * 1000,
        "# a\n\n" * 1000,
    ],
)
def test_long_texts_of_usual_shape_pass(text: str) -> None:
    """With many links, lists, brackets, and rules made of stars."""
    assert found(text) == []


def test_the_demo_passes() -> None:
    """No text of the demo is near a limit."""
    texts = {p: p.read_text(encoding="utf-8") for p in CONTENT.glob("*/*/*.md")}
    assert [path for path, text in texts.items() if found(text)] == []


def test_a_text_too_deep_for_markdown_is_a_problem(engine: Engine) -> None:
    """If Markdown runs out of stack, that is reported, and the next text is read normally."""
    nested = engine.parse("*a _b " * 400 + "c_ d* " * 400, "news/a/en.md", "en", 4)
    assert [(p.location.line, p.name) for p in nested.problems] == [(4, "nested-too-deep")]
    assert engine.parse("Text.", "news/a/en.md", "en").lead == ("Text.",)
