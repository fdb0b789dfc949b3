"""Typography in trees, in Markdown, and in plain text."""

# These tests are about quotation marks, so characters that look like others are intended.
# ruff: noqa: RUF001

from __future__ import annotations

import tomllib
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from markdown import Markdown
from noticeboard.languages.language_data import OFFICIAL
from noticeboard.markdown.render.typography_extension import TypographyExtension, typeset, typeset_text

SENTENCES = tomllib.loads(Path(__file__).with_name("marked_sentences.toml").read_text(encoding="utf-8"))
EXTENSIONS = ("tables", "footnotes", "attr_list", "def_list", "abbr", "fenced_code")


def set_tree(markup: str, tag: str) -> str:
    """The markup after typography in that language."""
    tree = fromstring(markup)  # noqa: S314 - our own markup
    typeset(tree, tag)
    return tostring(tree, encoding="unicode")


def html(text: str, tag: str, *, enabled: bool = True) -> str:
    """The HTML of a Markdown text in that language."""
    extension = TypographyExtension(enabled=lambda _: enabled)
    markdown = Markdown(extensions=[*EXTENSIONS, extension], output_format="html")
    markdown.noticeboard_lang = tag  # type: ignore[attr-defined]
    return str(markdown.convert(text))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<p>"<em>x</em>"</p>', "<p>”<em>x</em>”</p>"),
        ('<p>a "b <b>c" d</b></p>', "<p>a ”b <b>c” d</b></p>"),
        ('<p>"<code>"x"</code>"</p>', '<p>”<code>"x"</code>”</p>'),
        ('<p>a<br />"b"</p>', "<p>a<br />”b”</p>"),
        ('<div><p>"a</p><p>b"</p></div>', '<div><p>"a</p><p>b"</p></div>'),
        ('<ul><li>"a"<ul><li>"b</li></ul>c"</li></ul>', '<ul><li>”a”<ul><li>"b</li></ul>c"</li></ul>'),
    ],
)
def test_marks_pair_within_a_block(markup: str, expected: str) -> None:
    """Quotations run through inline elements and around code, and end with their block."""
    assert set_tree(markup, "sv") == expected


@pytest.mark.parametrize("tag", OFFICIAL)
def test_marks_beside_links_and_emphasis_are_right(tag: str) -> None:
    """Quotation marks, apostrophes and short words beside tags, in every language."""
    shown = html(SENTENCES[tag]["typed"], tag).replace("\u00a0", "_").replace("\u202f", "~").replace("\u2060", "")
    assert shown == f"<p>{SENTENCES[tag]['right']}</p>"


@pytest.mark.parametrize("name", ["code", "pre", "kbd", "samp", "script", "style"])
def test_code_is_left_alone(name: str) -> None:
    """Nothing inside elements for code, keys and samples changes."""
    markup = f"<p><{name}>\"a\" 10-20 <b>'x'</b></{name}></p>"
    assert set_tree(markup, "sv") == markup


def test_a_passage_in_another_language_has_its_own_marks() -> None:
    """The nearest lang attribute counts; the quotation around a passage is in the outer language."""
    markup = '<p>Hon sa "<em lang="en">say "hi" <b lang="de">"so"</b></em>".</p>'
    expected = '<p>Hon sa ”<em lang="en">say “hi” <b lang="de">„so“</b></em>”.</p>'
    assert set_tree(markup, "sv") == expected


def test_a_passage_in_no_known_language_is_left_alone() -> None:
    """If its lang attribute is empty or malformed."""
    markup = '<p><i lang="">"a"</i> <i lang="Klingon!">"b"</i></p>'
    assert set_tree(markup, "sv") == markup


def test_the_elements_own_language_counts() -> None:
    """Whatever language is around the element."""
    assert set_tree('<div><p lang="de">"a"</p>"b"</div>', "sv") == '<div><p lang="de">„a“</p>”b”</div>'


def test_attributes_that_people_read_are_set() -> None:
    """Alternative texts and titles, but not addresses and classes."""
    markup = "<p><img alt='\"a\" 10-20' src='10-20' /><abbr title='\"b\"'>B</abbr></p>"
    tree = fromstring(markup)  # noqa: S314 - our own markup
    typeset(tree, "sv")
    assert (tree[0].get("alt"), tree[0].get("src"), tree[1].get("title")) == ("”a” 10–20", "10-20", "”b”")


def test_typography_is_switchable_per_language() -> None:
    """A passage in another language is still set."""
    tree = fromstring('<p>"a" <em lang="en">"b"</em></p>')  # noqa: S314 - our own markup
    typeset(tree, "sv", enabled=lambda tag: tag == "en")
    assert tostring(tree, encoding="unicode") == '<p>"a" <em lang="en">“b”</em></p>'


def test_placeholders_are_words() -> None:
    """They stay, and quotations pair around them."""
    assert typeset_text('"\ufdd07\ufdd1" \ufdd010-20\ufdd1', "sv") == "”\ufdd07\ufdd1” \ufdd010-20\ufdd1"
    tree = fromstring('<p>"<em>x</em>"</p>')  # noqa: S314 - our own markup
    tree[0].text = "\ufdd010-20\ufdd1"
    typeset(tree, "sv")
    assert (tree.text, tree[0].text, tree[0].tail) == ("”", "\ufdd010-20\ufdd1", "”")


@pytest.mark.parametrize(
    "address",
    ["https://example.org/10-20?a=1-2", "www.example.org/it's", "me-1-2@example.org", "https://example.org/l'x"],
)
def test_addresses_in_text_stay(address: str) -> None:
    """Web and mail addresses are unchanged, and quotations pair around them."""
    assert typeset_text(f'"{address}" 1-2', "nl") == f"“{address}” 1–2"


def test_plain_text_is_set() -> None:
    """A title gets its language's marks."""
    assert typeset_text("Enquête over foto's en 'leren'", "nl") == "Enquête over foto’s en ‘leren’"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"*x*"', "<p>”<em>x</em>”</p>"),
        ('*say "hi"*{lang=en} "x"', '<p><em lang="en">say “hi”</em> ”x”</p>'),
        ('`"x"` och "y"', '<p><code>"x"</code> och ”y”</p>'),
        ('<kbd>"k"</kbd> "x"', '<p><kbd>"k"</kbd> ”x”</p>'),
        ('"<b>"x"</b>"', "<p>”<b>’x’</b>”</p>"),
        ('<span lang="en">"x" *"y"*</span> "z"', '<p><span lang="en">“x” <em>“y”</em></span> ”z”</p>'),
        ('"a"<br>"b"', "<p>”a”<br>”b”</p>"),
        ('a&nbsp;"b"', "<p>a&nbsp;”b”</p>"),
        ('\\*"x"\\*', "<p>*”x”*</p>"),
        ("&quot;x&quot;", "<p>&quot;x&quot;</p>"),
        ('a <!-- "c" -->"x"', '<p>a <!-- "c" -->”x”</p>'),
        ("<https://a.example/1-2>", '<p><a href="https://a.example/1-2">https://a.example/1-2</a></p>'),
    ],
)
def test_markdown_is_set(text: str, expected: str) -> None:
    """Attribute lists, raw tags, entities, escapes and code keep their meaning."""
    assert html(text, "sv") == expected


def test_footnotes_tables_and_definitions_are_set() -> None:
    """In every kind of block."""
    text = '| "a" |\n|---|\n| "b" |\n\nT\n: "c"[^1]\n\n[^1]: "d"\n'
    shown = html(text, "sv")
    assert [f"”{letter}”" in shown for letter in "abcd"] == [True] * 4


def test_abbreviations_have_titles_in_typography() -> None:
    """So has an apostrophe after one."""
    expected = '<p><abbr title="”N”">NATO</abbr>’s</p>'
    assert html('NATO\'s\n\n*[NATO]: "N"', "sv") == expected


def test_markdown_without_language_is_left_alone() -> None:
    """Also if typography is off for its language."""
    assert html('"x"', "") == '<p>"x"</p>'
    assert html('"x"', "sv", enabled=False) == '<p>"x"</p>'


def test_french_spaces_cross_elements() -> None:
    """A space is put beside its mark, whatever element that is in."""
    assert set_tree("<p><em>mot</em> !</p>", "fr") == "<p><em>mot</em>\u202f!</p>"
    assert set_tree('<p>"<em>mot</em>"</p>', "fr") == "<p>«\u00a0<em>mot</em>\u00a0»</p>"


def grown(words: list[tuple[str, str | None, str]]) -> Element:
    """A paragraph with a child for each (element, language, text)."""
    paragraph = Element("p")
    paragraph.text = '"'
    for name, lang, text in words:
        child = SubElement(paragraph, name, {} if lang is None else {"lang": lang})
        child.text, child.tail = text, text[::-1]
    return paragraph


TEXTS = st.text(alphabet="\"'“”«»’ a5-.!?:v\n\u00a0", max_size=6)
NAMES = st.sampled_from(("em", "code", "br", "a", "ul"))
LANGUAGES = st.sampled_from((None, "", "en", "fr", "cs"))


@settings(max_examples=300)
@given(st.lists(st.tuples(NAMES, LANGUAGES, TEXTS), max_size=5), st.sampled_from(("sv", "fr", "pl", "nl")))
def test_typography_of_a_tree_is_idempotent(words: list[tuple[str, str | None, str]], tag: str) -> None:
    """A second time changes nothing."""
    tree = grown(words)
    typeset(tree, tag)
    once = tostring(tree)
    typeset(tree, tag)
    assert tostring(tree) == once
