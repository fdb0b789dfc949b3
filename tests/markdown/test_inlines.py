"""Links, pictures, raw HTML and words, each with line and column."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.markdown.render.block_parser import CommonMark
from noticeboard.markdown.source_map.blocks import references, split
from noticeboard.markdown.source_map.html_tags import HtmlTag, html_tags
from noticeboard.markdown.source_map.inlines import MarkdownLink, MarkdownPicture, links, pictures
from noticeboard.markdown.source_map.plain_text import html_text, inline_text


def all_links(text: str) -> list[MarkdownLink]:
    """The links of all blocks of a text that begins in line 5."""
    blocks = split(text, "nl.md", first_line=5)
    return [link for block in blocks for link in links(block, references(blocks))]


def all_pictures(text: str) -> list[MarkdownPicture]:
    """The pictures of all blocks of a text that begins in line 5."""
    blocks = split(text, "nl.md", first_line=5)
    return [picture for block in blocks for picture in pictures(block, references(blocks))]


def all_tags(text: str) -> list[HtmlTag]:
    """The tags of all blocks of a text that begins in line 5."""
    return [tag for block in split(text, "nl.md", first_line=5) for tag in html_tags(block)]


def targets(text: str) -> list[str]:
    """The targets of a text's links."""
    return [link.target for link in all_links(text)]


def test_links_are_in_order_with_line_and_column() -> None:
    """Each has its words, target, title, attributes, and the place of its first character."""
    text = 'A [**link**](../x/ "Title"){hreflang=nl .wide}\nand <https://x.eu>.\n\n- é [ref] [two][ref]\n\n[ref]: y "T"'
    assert all_links(text) == [
        MarkdownLink("link", "../x/", "Title", 5, 3, (("hreflang", "nl"), ("class", "wide"))),
        MarkdownLink("https://x.eu", "https://x.eu", "", 6, 5),
        MarkdownLink("ref", "y", "T", 8, 5),
        MarkdownLink("two", "y", "T", 8, 11),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[19 februari]({deadline})", ["{deadline}"]),
        ("[]({deadline}) [x]({survey})", ["{deadline}", "{survey}"]),
        ("[x]({filename}../x/nl.md#part)", ["{filename}../x/nl.md#part"]),
        ("[x]({static}f.pdf)", ["{static}f.pdf"]),
        ("[x](a_(b)_c)", ["a_(b)_c"]),
        ("[x](<a b (c> 'title')", ["a b (c"]),
        ("[x](a\\)b)", ["a)b"]),
        ("[x](a?b=1&amp;c=2&copy=3)", ["a?b=1&c=2&copy=3"]),
        ('[x](a "a title :)")', ["a"]),
        ("[x](it's)", ["it's"]),
        ("[x]()", [""]),
        ("[a [b] `]` c](d)", ["d"]),
        ("[![alt](a.jpg)](b)", ["b"]),
        ("[a [b](c) d](e)", ["e"]),
        ("[a\nb](c\nd)", ["c\nd"]),
        ("<info@x.eu>", ["mailto:info@x.eu"]),
        ("<a href='x?a=1&amp;b=2' lang=nl>w</a>", ["x?a=1&b=2"]),
        ("<section>\n[no](a) <a href=b>yes</a>\n</section>", ["b"]),
        ("<!-- note --> [x](a)", []),
        ("<!-- \n\n -->\n[x](a)", ["a"]),
        ("x <!-- note --> [x](a) <!-- note -->", ["a"]),
        ("<section>[x](a)</section>\n\n[y](b)", ["b"]),
        ("[x][Two  Words] [y][]\n\n[two words]: a\n[Y]: b", ["a", "b"]),
        ("| [a](b) | `\\|` [c](d) |\n|---|---|\n| [e | f](g) | |", ["b", "d"]),
        ("> [a\n> b](c)", ["c"]),
        ("- [a\n- b](c)", []),
        ("- a\n\n    [b](c)\n\n        [code](d)", ["c"]),
        ("Term [a](b)\n:   [c](d)", ["b", "d"]),
        ("[^1]: note [a](b)", ["b"]),
        ("text[^1] [^1](no)", []),
        ("\\[a](b)", []),
        ("`[a](b)` ``[c](`d`)``", []),
        ("    [a](b)", []),
        ("```\n[a](b)\n```", []),
        ("[a] (b)", []),
        ("[a](b", []),
        ("[a]: b", []),
        ("![a](b)", []),
        ("a <!-- [b](c) --> <b title='[d](e)'>", []),
    ],
)
def test_targets(text: str, expected: list[str]) -> None:
    """Links are found as on pages: not in code, pictures or attributes, nor across items."""
    assert targets(text) == expected


def test_pictures_carry_alt_caption_and_credit() -> None:
    """Each picture has its alternative text, file, title and attributes, and the place of its exclamation mark."""
    text = 'x\n\n![two \\[*hands*\\]](a b.jpg "Caption"){credit="Name / Source" lang=en}\n\n- ![][p]\n\n[p]: <p.png>'
    assert all_pictures(text) == [
        MarkdownPicture("two [*hands*]", "a b.jpg", "Caption", 7, 1, (("credit", "Name / Source"), ("lang", "en"))),
        MarkdownPicture("", "p.png", "", 9, 3),
    ]


def test_tags_of_raw_html() -> None:
    """Tags, comments and declarations are found in text and in blocks of HTML, with attributes and place."""
    text = (
        'a <b LANG="nl" hidden>`<i>`</B>\n\n<script src=x>"<u>"</script>\n\n- <!-- c --> <br/>\n\n    <no>\n\n<?php ?>'
    )
    assert all_tags(text) == [
        HtmlTag("b", (("lang", "nl"), ("hidden", "")), 5, 3),
        HtmlTag("b", (), 5, 28, closing=True),
        HtmlTag("script", (("src", "x"),), 7, 1),
        HtmlTag("script", (), 7, 20, closing=True),
        HtmlTag("!--", (), 9, 3),
        HtmlTag("br", (), 9, 14),
        HtmlTag("no", (), 11, 5),
        HtmlTag("?", (), 13, 1),
    ]


@pytest.mark.parametrize(
    "text", ["<https://x.eu>", "[a](<b c>)", "1 < 2 > 0", "<1>", "< b>", "`<b>`", "![<b>](x)", "a <b"]
)
def test_things_that_are_no_tags(text: str) -> None:
    """Addresses, targets, comparisons and code."""
    assert all_tags(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Bold _and_** `co*de*`, [a *link*](b){lang=en}, <https://x.eu>", "Bold and co*de*, a link, https://x.eu"),
        ("*words*{lang=en}, snake_case_name and 5 * 3", "words, snake_case_name and 5 * 3"),
        ("a\\*b\\* &amp; &eacute; &copy", "a*b* & é &copy"),
        ("line  \nbreak <b>bold</b><!-- no -->", "line break bold"),
        ("![alt](x.jpg){credit=A}", ""),
        ("a ![alt](x.jpg) b", "a b"),
        ("[19 februari 2023]({deadline})", "19 februari 2023"),
    ],
)
def test_inline_text(text: str, expected: str) -> None:
    """It is what a reader sees, on one line without markup."""
    assert inline_text(text) == expected


def test_html_text() -> None:
    """It is what a reader sees: neither tags nor styles."""
    assert html_text("<section>\n<p>A &amp; b</p><style>p {}</style>\n</section>").strip() == "A & b"


# A comment that begins a line is a block of HTML in CommonMark, and not in Python-Markdown.
PIECES = st.sampled_from([
    "word ", "*em* ", "**strong** ", "[a](b)", '[a](b "t")', "[a](b 't')", "![i](p.jpg)", "[](x)", "[]({deadline})",
    '![i](p.jpg){credit="A / B"}', "[x][ref], ", "[ref], ", "`code` ", "`[a](b)` ", "``a`b`` ", "\\[a](b)",
    "<b>", "</b>", "<https://x.eu>", "w <!-- c --> ", " ", "\n", '"', "[a](<b c>)", "_u_ ", "[![i](j)](k)", "a(b)",
    "[a] (b)",
    "[a](b(c)d)", "&amp;", "1 < 2", ")", "\\`", "* ", "** ", "\n ", "\n    ", "\n\n", "<!-- [a](b) <!-- -->", "<?p x?>",
    "<? [a](b) <? ![i](j) ?>", "<![CDATA[ [a](b) <![CDATA[ ]]>", "<!DOCTYPE [a](b)>", "<br/>", "<hr/>",
    "<div>x</div>", "&copy; ", "<a href=c>x</a>",
])  # fmt: skip


def shown(text: str) -> list[tuple[str, str]]:
    """The targets and titles of the links and pictures on the page that a text becomes."""
    html = CommonMark([]).convert(text)
    elements = lxml.html.fragment_fromstring(f"<div>{html}</div>").iter("a", "img")
    return [(each.get("href") or each.get("src") or "", each.get("title", "")) for each in elements]


@given(st.lists(PIECES, max_size=8))
def test_links_and_pictures_are_those_of_the_page(pieces: list[str]) -> None:
    """In the same order, with the same targets and titles."""
    text = "w" + "".join(pieces) + '\n\n[ref]: https://r.eu "T"'
    found = [*all_links(text), *all_pictures(text)]
    found.sort(key=lambda each: (each.line, each.column))
    assert [(each.target, each.title) for each in found] == shown(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("w\n <!-- c --> [a](b)", []),
        ("w\n<?p x?> [a](b)", []),
        ("w\n <![CDATA[x]]> [a](b)", []),
        ("w\n   <!DOCTYPE x> [a](b)", []),
        ("w\n <hr/> [a](b)", []),
        ("w\n    <!-- c --> [a](b)", ["b"]),
        ("w\n    <div>x</div> [a](b)", ["b"]),
        ("w\n <br/> [a](b)", ["b"]),
        ("w\n &copy; [a](b)", ["b"]),
        ("w <!--> [a](b) -->, <!---> [c](d) -->", ["b", "d"]),
        ("w <!-- [a](b) <!-- --> [c](d)", ["d"]),
        ("w <? [a](b) <? ![i](j) ?> [c](d)", ["d"]),
        ("w <? <br/> <a href=b>x</a> ?> [c](d)", ["d"]),
        ("w <![CDATA[ [a](b) <![CDATA[ ]]> [c](d)", ["d"]),
        ("w <!DOCTYPE [a](b)> [c](d)", ["d"]),
        ("w \\<!-- [a](b) --> `<!-- ` [c](d) <!--", ["b", "d"]),
    ],
)
def test_raw_html_hides_the_same_links_as_on_the_page(text: str, expected: list[str]) -> None:
    """A line that begins with HTML of a block is not Markdown; nor is anything in a comment or instruction."""
    assert targets(text) == [target for target, _ in shown(text)] == expected


@given(st.text(alphabet="ab #*_->|:[]^!()`~<>/=\"'&;\n\n\t\\{}1.") | st.text())
def test_any_text_is_read(text: str) -> None:
    """Places are inside it, at the character that begins a link, picture or tag."""
    blocks = split(text, "nl.md")
    lines = text.split("\n")
    for block in blocks:
        found = [(link, "[<") for link in links(block, references(blocks))]
        found += [(picture, "!") for picture in pictures(block, references(blocks))]
        found += [(tag, "<") for tag in html_tags(block)]
        for each, begins in found:
            assert lines[each.line - 1][each.column - 1] in begins


@pytest.mark.parametrize(
    "piece", ["[", "*", "<", "`", "[a](", "[a](b", "![", "<a b='", "<!--", '[a](b "', "[a][", "a](", "_a"]
)
def test_long_lines_are_read_quickly(piece: str) -> None:
    """A line with 100,000 times the same character."""
    text = piece * 100_000
    blocks = split(text, "nl.md")
    assert len([*links(blocks[0]), *pictures(blocks[0]), *html_tags(blocks[0])]) <= len(text)
