"""The examples of the CommonMark specification: the share that pages show with the same structure."""

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
"""What docs/content-format.md says of constructs that are read in another way, and the examples of each."""
TOLD = {"bare-address", "invalid-character", "picture-not-alone", "raw-markup", "removed-html", "unsafe-address"}
"""The problems that tell of such a construct."""
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
    every = Counter(section for section, _, _ in examples())
    return every, every - Counter(section for section, _, _ in others(structure).values())


def others(structure: Callable) -> dict[int, tuple[str, str, str]]:
    """The examples of which pages show something else, by their numbers in the specification."""
    engine, found = Engine(plain=["en"]), {}
    for number, (section, text, html) in enumerate(examples(), 1):
        parsed = engine.parse(text, PATH, "en")
        lead = "".join(map(filled, parsed.lead))
        page = (f"<p>{lead}</p>" if parsed.lead else "") + "".join(map(filled, parsed.body))
        if structure(page) != structure(sanitised(re.sub(r"<img[^>]*>", "", html))):
            found[number] = section, text, html
    return found


def test_blocks_are_those_of_the_specification(shares: tuple[Counter[str], Counter[str]]) -> None:
    """docs/quality.md says how many examples of each kind of block are shown as the specification wants."""
    every, same = shares
    quality = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    rows = [f"| {section} | {every[section]} | {same[section]} |" for section in BLOCKS]
    rows.append(f"| all sections | {sum(every.values())} | {sum(same.values())} |")
    assert [row for row in rows if row not in quality] == []


def test_what_is_read_in_another_way_is_a_problem_or_is_named(structure: Callable) -> None:
    """No example is shown in another way without a word: to the editor who writes it, or in the docs."""
    page = (ROOT / "docs" / "content-format.md").read_text(encoding="utf-8")
    assert [phrase for phrase in NAMED if phrase not in page] == []
    untold = set()
    for number, (_, text, _) in others(structure).items():
        problems = checked(f"---\ntitle: Meals\n---\n{text}".encode(), PATH, ((), ())).problems
        untold |= set() if TOLD.intersection(p.name for p in problems) else {number}
    assert untold <= set().union(*NAMED.values())
    assert set().union(*NAMED.values()) <= others(structure).keys()
