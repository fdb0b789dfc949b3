"""Pages have the elements and words that a CommonMark parser sees in the text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from noticeboard.markdown.render.engine import Engine
from noticeboard.markdown.source_map.blocks import references, split
from noticeboard.markdown.source_map.visible_text import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.markdown.render.slots import Slot

ROOT = Path(__file__).resolve().parents[2]
TEXTS = sorted([*ROOT.glob("content/*/*/*.md"), *ROOT.glob("tests/checks/corpus/*/*/*.md")])
PATH = "surveys/a/en.md"


@pytest.fixture(scope="module")
def plain_engine() -> Engine:
    """An engine without typography."""
    return Engine(plain=["en"])


def filled(piece: str | Slot) -> str:
    """A slot, reduced to its structure."""
    if isinstance(piece, str):
        return piece
    if piece.kind in ("figure", "data"):
        return "<figure></figure>"
    return "" if piece.kind in ("instant", "words", "heading", "back", "name", "size") else ' href="x"'


def ours(engine: Engine, text: str) -> str:
    """The HTML of a page for a text."""
    found = engine.parse(text, PATH, "en")
    lead = "".join(map(filled, found.lead))
    return (f"<p>{lead}</p>" if found.lead else "") + "".join(map(filled, found.body))


def theirs(text: str) -> str:
    """The HTML that markdown-it-py makes of a text, without attribute lists and titles, and with our deadlines."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin).use(deflist_plugin)
    html = parser.render(re.sub(r"^\*\[[^\]]+\]:.*$", "", text, flags=re.MULTILINE))
    html = re.sub(r'<a href="%7Bdeadline%7D">(.*?)</a>', r"<time>\1</time>", html)
    html = re.sub(r"</?h1>", "", re.sub(r"<img[^>]*>", "<figure></figure>", html))
    return re.sub(r"\{[^{}<>]*\}", "", html)


def body(path: Path) -> str:
    """The Markdown of a file."""
    return path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: "/".join(path.parts[-3:]))
def test_texts_have_the_structure_of_commonmark(plain_engine: Engine, structure: Callable, path: Path) -> None:
    """Every text of the example platform and of the checks' corpus."""
    assert structure(ours(plain_engine, body(path))) == structure(theirs(body(path)))


EDITORS = [
    "We ask about:\n- food\n- drink",
    "We ask about:\n1. food\n2. drink",
    "1) food\n2) drink",
    "Text\n* a\n* b\n\nText",
    "- a\n  - b\n    - c\n- d",
    "1. One\n\n   Second paragraph.\n\n2. Two",
    "1. One\n   - a\n   - b\n2. Two",
    "- a\n\n  ```\n  <b>code</b>\n  ```\n\n- b",
    "1. a\n   ```\n   code\n   ```",
    "> - a\n> - b\n>\n> text",
    "- > quoted\n- x",
    "Text\n> quote\nlazy",
    "Text\n```\ncode\n```\nText",
    "a\\\nb",
    "a  \nb",
    "~~struck~~ and ~ and ~~~",
    "* a\n\n  b\n\n      code\n",
    "- a\n- b\n\n\n- c",
    "- a\n\n- b",
    "2. two\n3. three",
    "- a\n+ b",
    "10. ten\n11. eleven\n    - x",
    "-a\n-b",
    "- \n- b",
    "| a | b |\n|---|--:|\n| 1 | 2 |\n\ntext",
    "text\n| a | b |\n|---|---|\n| 1 | 2 |",
    "a | b\n--|--\n1 | 2\nmore | x",
    "<div>\n\n## Title {#x}\n\n- a\n\n</div>",
    "<details>\n<summary>S</summary>\n\nText *with* words\n\n</details>",
    "# not\n## Two\ntext",
    "Title\n---\ntext",
    "Two lines\nof a title\n===",
    "***\n\n- - -",
    "    code\n\n      more",
    "\tcode",
    "[a]: https://x.eu\n[b]: https://y.eu 'T'\n\n[a], [b][], [c][a]",
    "text\n[a]: https://x.eu",
    "*a **b** c* _d_ __e__",
    "snake_case_word and 2 * 3 * 4",
    "**bold**text and te**x**t",
    "[l *m*](https://x.eu 'T') <https://y.eu>",
    "a `b` ``c ` d``",
    '\\* no \\# no \\[x\\] \\~ \\"',
    "&copy; &amp; &#8217;",
    "Term\n: Def\n\n  more\n\nTerm 2\n: Def 2",
    "- a\n\ntext\n\n- b",
    "1. a\n1. b\n1. c",
    "1. a\n\n2. b",
    "- a\nlazy\n  - b\nlazy",
    "  - a\n  - b",
    "- a\n   - b",
    "1. a\n  - b",
    "text\n2. no list",
]


@pytest.mark.parametrize("text", EDITORS)
def test_what_editors_write_is_read_as_commonmark(plain_engine: Engine, structure: Callable, text: str) -> None:
    """Lists, code, quotations, tables, hard breaks and tags as people write them."""
    assert structure(ours(plain_engine, text)) == structure(theirs(text))


WORDS = [text for text in EDITORS if not re.search("code|[`<~]|://", text)]
"""Texts without code, HTML and addresses, for which visible text has stand-ins, and without loose tildes."""


def joined(words: str) -> str:
    """The words without spaces and the ends of running text."""
    return "".join(words.replace("\0", "").split())


@given(parts=st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["\n", "\n\n"])), max_size=4))
def test_the_words_that_have_positions_are_those_of_the_page(
    plain_engine: Engine, parts: list[tuple[str, str]]
) -> None:
    """What checks see is what readers see."""
    text = "".join(part + gap for part, gap in parts)
    page = lxml.html.fragment_fromstring(f"<div>{ours(plain_engine, text)}</div>").text_content()
    blocks = split(text, PATH)
    words = "".join(visible(block, "en", references(blocks)).text for block in blocks)
    assert joined(words) == joined(page)


@given(parts=st.lists(st.tuples(st.sampled_from(EDITORS), st.sampled_from(["\n", "\n\n", "\n\n\n"])), max_size=5))
def test_any_sequence_of_blocks_is_read_as_commonmark(
    plain_engine: Engine, structure: Callable, parts: list[tuple[str, str]]
) -> None:
    """With and without empty lines between them."""
    text = "".join(part + gap for part, gap in parts)
    assert structure(ours(plain_engine, text)) == structure(theirs(text))
