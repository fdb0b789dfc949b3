"""The examples of the CommonMark specification: the share that pages show with the same structure."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from noticeboard.markdown.render.engine import Engine
from noticeboard.markdown.render.sanitise import sanitised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from noticeboard.markdown.render.slots import Slot

ROOT = Path(__file__).resolve().parents[2]
SPEC = Path(__file__).parent / "node_modules" / "commonmark-spec" / "spec.txt"
EXAMPLE = re.compile(r"^#{1,6} +([^\n]*)$|^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)
BLOCKS = (
    *("Lists", "List items", "Fenced code blocks", "Block quotes", "Hard line breaks", "Paragraphs", "Blank lines"),
    *("ATX headings", "Setext headings", "Indented code blocks", "Thematic breaks", "Tabs", "HTML blocks"),
    "Link reference definitions",
)


def examples() -> Iterator[tuple[str, str, str]]:
    """Section, Markdown and HTML of each example."""
    section = ""
    for found in EXAMPLE.finditer(SPEC.read_text(encoding="utf-8").replace("\u2192", "\t")):
        if found[1] is not None:
            section = found[1]
        else:
            yield section, found[2], found[3]


def filled(piece: str | Slot) -> str:
    """A slot as far as structure goes."""
    if isinstance(piece, str):
        return piece
    return (
        "" if piece.kind in ("instant", "words", "heading", "back", "name", "size", "figure", "data") else ' href="x"'
    )


@pytest.fixture(scope="module")
def shares(structure: Callable) -> tuple[Counter[str], Counter[str]]:
    """How many examples of each section there are, and how many have the same structure and words."""
    engine, every, same = Engine(plain=["en"]), Counter[str](), Counter[str]()
    for section, text, html in examples():
        found = engine.parse(text, "surveys/a/en.md", "en")
        lead = "".join(map(filled, found.lead))
        page = (f"<p>{lead}</p>" if found.lead else "") + "".join(map(filled, found.body))
        wanted = sanitised(re.sub(r"<img[^>]*>", "", html))
        every[section] += 1
        same[section] += structure(page) == structure(wanted)
    return every, same


def test_blocks_are_those_of_the_specification(shares: tuple[Counter[str], Counter[str]]) -> None:
    """docs/quality.md says how many examples of each kind of block are shown as the specification wants."""
    every, same = shares
    quality = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    rows = [f"| {section} | {every[section]} | {same[section]} |" for section in BLOCKS]
    rows.append(f"| all sections | {sum(every.values())} | {sum(same.values())} |")
    assert [row for row in rows if row not in quality] == []
