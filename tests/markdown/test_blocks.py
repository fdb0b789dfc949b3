"""The blocks of CommonMark with their positions; nothing is lost."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.markdown.render.block_parser import CommonMark
from noticeboard.markdown.source_map.blocks import Block, gaps, join, split


def kinds(text: str) -> list[str]:
    """The kinds of the text's blocks."""
    return [block.kind for block in split(text, "nl.md")]


def texts(text: str) -> list[str]:
    """The texts of the text's blocks."""
    return [block.text for block in split(text, "nl.md")]


def test_a_block_has_its_position() -> None:
    """Its source, line, offsets, level and id."""
    text = "\nLead\nparagraph\n\n## Part {#part}\n"
    assert split(text, "surveys/x/nl.md", first_line=12) == (
        Block("paragraph", "Lead\nparagraph", 13, 0, "", "surveys/x/nl.md", 1, 15),
        Block("heading", "## Part {#part}", 16, 2, "part", "surveys/x/nl.md", 17, 32),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One\ntext\n## Two ##\n", ["heading", "paragraph", "heading"]),
        ("One\n===\ntext", ["heading", "paragraph"]),
        ("#no-space", ["paragraph"]),
        ("text\n- list", ["paragraph", "list"]),
        ("text\n2. no list", ["paragraph"]),
        ("- a\n+ b", ["list", "list"]),
        ("- a\n- b\n\n    more\n\n        code\n\n- c\nlazy", ["list"]),
        ("- a\n\n1. b", ["list", "list"]),
        ("- a\n\ntext\n\n- b", ["list", "paragraph", "list"]),
        ("- a\n# b", ["list", "heading"]),
        ("| a | b |\n|---|---|\n| 1 | `|` |", ["table"]),
        ("a | b\n--|--\n1 | 2", ["table"]),
        ("a | b\n--|--|--", ["paragraph"]),
        ("    code\n\n    more code\ntext", ["code", "paragraph"]),
        ("```python\n# code\n\n- more\n```\ntext", ["code", "paragraph"]),
        ("```\nnever closed", ["code"]),
        ("> a\nlazy\n\n> b", ["quote", "quote"]),
        ("text\n> a", ["paragraph", "quote"]),
        ("text\n\n* * *\n\ntext", ["paragraph", "rule", "paragraph"]),
        ("<section>\n\n# heading\n\n</section>", ["html", "heading", "html"]),
        ("<section>\nnever closed\n\ntext", ["html", "paragraph"]),
        ("text\n<!-- comment\n\nmore -->\ntext", ["paragraph", "html", "paragraph"]),
        ("<span>inline</span> text", ["paragraph"]),
        ("<!-- note --> text\ngoes on", ["html", "paragraph"]),
        ("Term\n:   Definition\n\n    more\n\nOther\n\n:   Definition", ["definitions"]),
        ("[^1]: Note\n\n    more\n\ntext", ["footnote", "paragraph"]),
        ("[^1]: Note\n[^2]: Note", ["footnote", "footnote"]),
        ("*[HTML]: HyperText\n*[CSS]: Sheets", ["abbreviation", "abbreviation"]),
        ("[a]: https://x.eu\n[b]:\n  https://y.eu\n  'Title'\ntext", ["reference", "reference", "paragraph"]),
        ("text\n[a]: https://x.eu", ["paragraph"]),
        ("1) a\n2) b", ["list"]),
        ("Two lines\nof a title\n===", ["heading"]),
        ("[a]: two words", ["paragraph"]),
        ('![alt](x.jpg){credit="A / B"}', ["picture"]),
        ("![alt](x.jpg)\n{: #photo}", ["picture"]),
        ("![alt][x]\n\n[x]: x.jpg", ["picture", "reference"]),
        ("![alt](x.jpg) words", ["paragraph"]),
        ("![alt](x.jpg)![alt](y.jpg)", ["paragraph"]),
        ("", []),
        (" \n\t\n", []),
    ],
)  # fmt: skip
def test_kinds(text: str, expected: list[str]) -> None:
    """Each block has the kind of its CommonMark element."""
    assert kinds(text) == expected


def test_a_list_is_one_block_with_all_that_is_in_it() -> None:
    """Nested lists, paragraphs, code and lazy lines belong to the list's block."""
    text = "- a\n    - b\n\n    para\n\n        code\n\n- c\nlazy"
    assert texts(f"{text}\n\nend") == [text, "end"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## T {#part .wide}", "part"),
        ("T {: #part }\n---", "part"),
        ("## T {#part} ##", "part"),
        ("## T {.wide}", ""),
        ("## Overwegingen", ""),
        ("text\n{: #lead lang=en}", "lead"),
        ("``` {#code .python}\nx\n```", "code"),
        ("text {#no}", ""),
    ],
)
def test_explicit_ids(text: str, expected: str) -> None:
    """Those of attribute lists that belong to the block."""
    assert [block.id for block in split(text, "nl.md")] == [expected]


def test_tabs_indent_to_the_next_fourth_column() -> None:
    """A tab makes code and nested lists as four spaces do, and stays in the text."""
    assert texts("- a\n\n\tb\n\ntext\n\n\tcode") == ["- a\n\n\tb", "text", "\tcode"]


def test_only_line_feeds_end_lines() -> None:
    """Unicode's separators are ordinary characters."""
    assert [block.line for block in split("a\u2028b\x0bc\n\nd", "nl.md")] == [1, 3]


def test_a_text_is_spliced() -> None:
    """Replacing blocks leaves the gaps between them as they are."""
    text = "\n# A\n\n\nb\nb \n\n- c\n\n"
    blocks = split(text, "nl.md")
    assert gaps(text, blocks) == ("\n", "\n\n\n", "\n\n", "\n\n")
    assert join(gaps(text, blocks), ["# X", "y", "- z"]) == "\n# X\n\n\ny\n\n- z\n\n"


PIECES = [
    "Words of a paragraph", "two lines\nof words", "# Heading", "## Heading {#id}", "Title\n=====", "Title\n---",
    "- a", "- a\n- b", "* x\n* y", "1. one", "10. ten\n11. eleven", "- a\n    - b\n        - c",
    "- a\n\n    more\n\n- b", "- a\n# b", "    code", "    - nested", "        deep", "\ttab", "> quote",
    "> a\n> b\nlazy", "> # h\n> - l", "***", "- - -", "---", "| a | b |\n|---|---|\n| 1 | 2 |",
    "a | b\n--|--\n1 | 2", "|a|\n|-|\n|b|", "|", "```\ncode\n```", "~~~ python\nx\n\ny\n~~~", "```", "Term\n: def",
    "Term\n\n:   def\n\n    more", "a\n# b\nc", "a\n---\nb\n***\nc", "![alt](x.jpg)", "+ plus", "-no",
    "\\# no heading", "# no heading\\", "Text\n- no list", "   > q", "* * *", "**bold**", "<!-- comment -->",
    "<!-- c --> tail", "<aside>x</aside>", "<span>inline</span> text",
    "`<section>`", "    <section>", "text [^1] and [ref]", "text\n[ref]: https://x.eu 'T'\nmore",
    "text\n*[HTML]: Hyper\nmore", "1) one\n2) two", "- a\n  ```\n  x\n  ```",
]  # fmt: skip
DOCUMENTS = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(["\n", "\n\n", "\n\n", "\n\n\n"])), min_size=1, max_size=6
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs).strip("\n"))
ELEMENTS = {"paragraph": "p", "picture": "p", "table": "table", "code": "pre", "quote": "blockquote", "rule": "hr",
            "definitions": "dl"}  # fmt: skip
RAW = ("section", "aside", "div", "br", "b", lxml.html.etree.Comment)


def elements(text: str) -> list[str]:
    """The names of the elements that a text becomes, without its raw HTML."""
    root = lxml.html.fragment_fromstring(f"<div>{CommonMark([]).convert(text)}</div>")
    return [child.tag for child in root if child.tag not in RAW]


def expected_elements(text: str) -> list[str]:
    """The names of the elements that the text's blocks should become."""
    names = []
    for block in split(text, "nl.md"):
        if block.kind == "heading":
            names.append(f"h{block.level}")
        elif block.kind == "list":
            names.append("ol" if block.text.lstrip()[0].isdigit() else "ul")
        elif block.kind in ELEMENTS:
            names.append(ELEMENTS[block.kind])
    return names


@given(DOCUMENTS)
def test_blocks_are_those_of_the_page(text: str) -> None:
    """In number and order of headings, paragraphs, lists, tables, code, quotes and rules."""
    assert expected_elements(text) == elements(text)


@given(DOCUMENTS | st.text(alphabet="ab #*->|:[]^!()`~<>/=\n\n\t\\{}1.") | st.text())
def test_nothing_is_lost(text: str) -> None:
    """Blocks and gaps together give the text; gaps are blank."""
    blocks = split(text, "nl.md", first_line=3)
    assert join(gaps(text, blocks), [block.text for block in blocks]) == text
    assert "".join(gaps(text, blocks)).strip() == ""
    for block in blocks:
        assert text[block.start : block.end] == block.text
        assert block.line == 3 + text.count("\n", 0, block.start)


@pytest.mark.parametrize(
    "piece", ["[", "*", "<", "`", "> ", "- ", "# a\n", "<div>", "<!--", "|", "[a]: b\n", "a\n\n", "***\n"]
)
@pytest.mark.parametrize("length", [40_000, pytest.param(200_000, marks=pytest.mark.long)])
def test_long_texts_are_split_quickly(piece: str, length: int) -> None:
    """A long text made of one character; among the long tests one of the greatest length."""
    text = piece * (length // len(piece))
    blocks = split(text, "nl.md")
    assert join(gaps(text, blocks), [block.text for block in blocks]) == text
