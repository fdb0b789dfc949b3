"""The examples of the CommonMark specification: how many of them have the same structure on pages."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from noticeboard.markdown.render.engine import Engine
from noticeboard.markdown.render.sanitise import sanitised
from noticeboard.shell.build.version_parsing import checked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from noticeboard.markdown.render.slots import Slot

ROOT = Path(__file__).resolve().parents[2]
SPEC = Path(__file__).parent / "node_modules" / "commonmark-spec" / "spec.txt"
EXAMPLE = re.compile(r"^#{1,6} +([^\n]*)$|^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)
PATH = "news/a/en.md"
NAMED = {
    "may contain spaces, line breaks and quotation marks": {41, 488, 490, 491, 493, 508, 568},
    "may begin or end inside a word, beside punctuation": {352, 354, 368, 369, 380, 392},
    "have the two tags in the other order": {416, 467, 468},
    "must match exactly, except for capital letters, and contain no brackets or marks": {194, 540, 549, 550, 559},
    "inside the words of a link remains text": {518, 519, 532, 533},
    "the first one may be the link": {571},
    "Backslashes and backticks count inside tags": {344, 346, 603, 632},
    "A closing tag without an opening one is left out": {624},
}
"""For each construct that docs/content-format.md says is read differently, the numbers of its examples."""
TOLD = {"bare-address", "invalid-character", "picture-not-alone", "raw-markup", "removed-html", "unsafe-address"}
"""The problems that report such a construct."""
BLOCKS = (
    *("Lists", "List items", "Fenced code blocks", "Block quotes", "Hard line breaks", "Paragraphs", "Blank lines"),
    *("ATX headings", "Setext headings", "Indented code blocks", "Thematic breaks", "Tabs", "HTML blocks"),
    "Link reference definitions",
)


def examples() -> Iterator[tuple[str, str, str]]:
    """The section, Markdown and HTML of each example."""
    section = ""
    for found in EXAMPLE.finditer(SPEC.read_text(encoding="utf-8").replace("\u2192", "\t")):
        if found[1] is not None:
            section = found[1]
        else:
            yield section, found[2], found[3]


def filled(piece: str | Slot) -> str:
    """A slot, reduced to its structure."""
    if isinstance(piece, str):
        return piece
    return (
        "" if piece.kind in ("instant", "words", "heading", "back", "name", "size", "figure", "data") else ' href="x"'
    )


@pytest.fixture(scope="module")
def shares(structure: Callable) -> tuple[Counter[str], Counter[str]]:
    """For each section, the number of examples and of those with the same structure and words."""
    every = Counter(section for section, _, _ in examples())
    return every, every - Counter(section for section, _, _ in others(structure).values())


def others(structure: Callable) -> dict[int, tuple[str, str, str]]:
    """The numbers of the examples that look different on pages."""
    engine, found = Engine(plain=["en"]), {}
    for number, (section, text, html) in enumerate(examples(), 1):
        parsed = engine.parse(text, PATH, "en")
        lead = "".join(map(filled, parsed.lead))
        page = (f"<p>{lead}</p>" if parsed.lead else "") + "".join(map(filled, parsed.body))
        if structure(page) != structure(sanitised(re.sub(r"<img[^>]*>", "", html))):
            found[number] = section, text, html
    return found


def test_blocks_follow_the_specification(shares: tuple[Counter[str], Counter[str]]) -> None:
    """docs/quality.md says how many examples of each kind of block pages show as specified."""
    every, same = shares
    quality = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    rows = [f"| {section} | {every[section]} | {same[section]} |" for section in BLOCKS]
    rows.append(f"| all sections | {sum(every.values())} | {sum(same.values())} |")
    assert [row for row in rows if row not in quality] == []


def test_what_is_read_differently_is_reported_or_documented(structure: Callable) -> None:
    """An example that looks different is either a problem for the editor or described in the docs."""
    page = (ROOT / "docs" / "content-format.md").read_text(encoding="utf-8")
    assert [phrase for phrase in NAMED if phrase not in page] == []
    untold = set()
    for number, (_, text, _) in others(structure).items():
        problems = checked(f"---\ntitle: Meals\n---\n{text}".encode(), PATH, ((), ())).problems
        untold |= set() if TOLD.intersection(p.name for p in problems) else {number}
    assert untold <= set().union(*NAMED.values())
    assert set().union(*NAMED.values()) <= others(structure).keys()
