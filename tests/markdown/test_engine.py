"""Markdown -> parsed text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from noticeboard.markdown.render.engine import Engine
from noticeboard.markdown.render.parsed_text import LinkUse, ParsedText, PictureUse
from noticeboard.markdown.render.slots import Slot
from noticeboard.model import Location

PATH = "surveys/a/nl.md"


def parsed(engine: Engine, text: str, first_line: int = 1) -> ParsedText:
    """The text as a Dutch version of an announcement."""
    return engine.parse(text, PATH, "nl", first_line)


def html(engine: Engine, text: str) -> str:
    """The HTML of a text with each slot as [kind]."""
    found = parsed(engine, text)
    assert found.problems == ()
    pieces = (*(("<p>", *found.lead, "</p>") if found.lead else ()), *found.body)
    return "".join(p if isinstance(p, str) else f"[{p.kind}]" for p in pieces).strip()


def faults(engine: Engine, text: str) -> list[tuple[int, int, str]]:
    """The line, column and name of every problem of a text that begins in line 10."""
    return sorted((p.location.line, p.location.column, p.name) for p in parsed(engine, text, 10).problems)


def test_the_first_paragraph_is_the_lead(engine: Engine) -> None:
    """It is separate from the rest."""
    found = parsed(engine, "The lead.\n\nThe rest.\n\nMore.")
    assert (found.lead, "".join(map(str, found.body))) == (("The lead.",), "<p>The rest.</p>\n<p>More.</p>")


@pytest.mark.parametrize("text", ["## Heading\n\nText.", "- one\n- two\n\nText.", "> quoted\n\nText."])
def test_a_text_that_begins_otherwise_has_no_lead(engine: Engine, text: str) -> None:
    """Only a paragraph at the very beginning is a lead."""
    assert parsed(engine, text).lead == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*words*{lang=en}", '<p><em lang="en">words</em></p>'),
        ("*words*{lang} *words*{#} *words*{id=''}", "<p><em>words</em> <em>words</em> <em>words</em></p>"),
        ("[a](https://example.org/){href} {title}", "<p><a[web]>a</a> {title}</p>"),
        ('*a*{lang="en"} b {c} d {e} f', '<p><em lang="en">a</em> b {c} d {e} f</p>'),
        ("*a*{title='}'} b", "<p><em>a</em> b</p>"),
        ("[a](https://example.org/?a=b&c=d)", "<p><a[web]>a</a></p>"),
        ("<https://example.org/>", "<p><a[web]>https://example.org/</a></p>"),
        ("[a](../b/)", "<p><a[announcement]>a</a></p>"),
        ("[a]({survey})", "<p><a[survey]>a</a></p>"),
        ("[19 februari]({deadline})", '<p><time datetime="[instant]">19 februari</time></p>'),
        ("[]({deadline})", '<p><time datetime="[instant]">[words]</time></p>'),
        ("## A", '<h2 id="[heading]">A</h2>'),
        ("## A {#part}", '<h2 id="[heading]">A</h2>'),
        ("Text <bdi>عربي</bdi>", "<p>Text <bdi>عربي</bdi></p>"),
        ('<a href="../b/">a</a>', "<p><a[announcement]>a</a></p>"),
        ('<a href="https://example.org/?a=b&amp;c=d">a</a>', "<p><a[web]>a</a></p>"),
    ],
)
def test_markdown_becomes_safe_html_with_slots(engine: Engine, text: str, expected: str) -> None:
    """Links, dates and headings become slots, and HTML that texts may hold stays."""
    assert html(engine, text) == expected


def test_tables_carry_classes_and_scopes(engine: Engine) -> None:
    """A table can scroll by itself, header cells have a scope, and alignment is a class."""
    box, table = '<div[name] class="table-scroll" role="group" tabindex="0">', html(engine, "|A|B|\n|:--|--:|\n|1|2|")
    assert table.startswith(f"{box}<table>")
    assert [table.count(part) for part in ('<th class="align-left" scope="col">', '<td class="align-right">')] == [1, 1]
    assert "style=" not in table


def test_links_are_noted_with_their_places(engine: Engine) -> None:
    """In the order of the text, each at its target."""
    text = "See [a](../a/) and\n[b](../b/nl.md#part), [a](../a/) again."
    assert parsed(engine, text, 10).links == (
        LinkUse("announcement", "surveys/a", "", Location(PATH, 10, 9)),
        LinkUse("announcement", "surveys/b", "part", Location(PATH, 11, 5)),
        LinkUse("announcement", "surveys/a", "", Location(PATH, 11, 27)),
    )


def test_the_same_words_elsewhere_do_not_move_a_link(engine: Engine) -> None:
    """Even if its target's words occur earlier."""
    links = parsed(engine, "Files lie in ../b/ here.\n\nSee [b](../b/).", 10).links
    assert [link.location for link in links] == [Location(PATH, 12, 9)]


def test_a_picture_alone_in_its_block_is_a_figure(engine: Engine) -> None:
    """A picture becomes a slot in a figure, with its alt, credit and caption noted."""
    text = 'Lead.\n\n![Two trees](trees.jpg "In *May*"){credit="Ann / Archive"}\n\nRest.'
    found = parsed(engine, text, 10)
    assert found.pictures == (
        PictureUse("trees.jpg", "Two trees", "Ann / Archive", "In *May*", Location(PATH, 12, 13)),
    )
    assert found.body == (Slot("figure", "0"), "<p>Rest.</p>")


def test_headings_keep_their_own_ids(engine: Engine) -> None:
    """Explicit ids are noted in the headings' order, with "" for headings without one."""
    found = parsed(engine, "## A {#first}\n\n### B\n\n## C {#last}\n")
    assert (found.heading_ids, found.ids) == (("first", "", "last"), ("first", "last"))


def test_footnotes_contain_no_english(engine: Engine) -> None:
    """The link back is a slot for the reader's words."""
    markup = html(engine, "Text[^1].\n\n[^1]: Note.")
    assert ("title=" in markup, markup.count("[back]")) == (False, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](http://example.org/)", [(10, 5, "unsafe-address")]),
        ("Text.\n\n[a](javascript:alert(1))", [(12, 5, "unsafe-address")]),
        ("[a](../../../b/)", [(10, 5, "path-leaves-folder")]),
        ("[a]()", [(10, 1, "broken-link")]),
        ("Text.\n\n# Title", [(12, 1, "heading-level")]),
        ("Text.\n\nTitle\n=====", [(12, 1, "heading-level")]),
        ("## A {#x}\n\n## B {#x}", [(12, 7, "duplicate-id")]),
        ("## A {#nb-main}", [(10, 7, "duplicate-id")]),
        ('A <b id="nb-main">b</b>', [(10, 3, "duplicate-id")]),
        ("<div>\n<p ID=n&#98;-main>b</p>\n</div>", [(11, 1, "duplicate-id")]),
        ('<p id="nb-main"\n\nb>', [(10, 1, "duplicate-id")]),
        ("## A {#x}\n\n<b id=x>b</b>", [(12, 1, "duplicate-id")]),
        ('A[^1]\n\n[^1]: <b id="fn:1">b</b>', [(12, 7, "duplicate-id")]),
        ("![](a.jpg)", [(10, 4, "missing-alt")]),
        ("![alt](a.jpg){alt}", [(10, 7, "missing-alt")]),
        ("![alt](a.csv){chart}", [(10, 7, "wrong-chart")]),
        ("![alt](a.csv){chart=bar colour}", [(10, 7, "wrong-chart")]),
        ("Text.\n\n![ ](a.jpg)", [(12, 5, "missing-alt")]),
        ("Words ![alt](a.jpg) around", [(10, 13, "picture-not-alone")]),
        ("Text.\n\n1. One\n\n    ![alt](a.jpg)\n\n2. Two", [(14, 11, "picture-not-alone")]),
        ("> ![alt](a.jpg)", [(10, 9, "picture-not-alone")]),
        ("![alt](../b/a.jpg)", [(10, 7, "path-leaves-folder")]),
        ("![alt](https://example.org/a.jpg)", [(10, 7, "path-leaves-folder")]),
        ("Text.\n\n<script>alert(1)</script>", [(12, 1, "removed-html")]),
        ('Text <span onclick="alert(1)">a</span>.', [(10, 6, "removed-html")]),
        ('Text.\n\n<a href="http://example.org/">a</a>', [(12, 1, "unsafe-address")]),
        ('<a href="javascript:alert(1)">a</a>', [(10, 1, "unsafe-address")]),
        ("[a](../a/)\n\n`[b](../b/)` and [c](http://b/)", [(12, 22, "unsafe-address")]),
        ("![one](../b/a.jpg)\n\n[a](http://a/)", [(10, 7, "path-leaves-folder"), (12, 5, "unsafe-address")]),
    ],
)
def test_a_fault_is_reported_at_its_place(engine: Engine, text: str, expected: list[tuple[int, int, str]]) -> None:
    """At its line and column."""
    assert faults(engine, text) == expected


def test_code_is_no_html(engine: Engine) -> None:
    """Tags in code are shown as text, and are no fault."""
    assert html(engine, "`<script>` and\n\n```\n<b onclick=x>\n```\n") == (
        "<p><code>&lt;script&gt;</code> and</p><pre><code>&lt;b onclick=x&gt;\n</code></pre>"
    )


def test_one_engine_serves_many_texts(engine: Engine) -> None:
    """One text leaves no trace in the next."""
    once = parsed(engine, "Text[^1] *[EU]: European Union\n\n[^1]: Note.\n\n[a]: https://example.org/\n")
    assert parsed(engine, "[a] and EU and [^1]").lead == ("[a] and EU and [^1]",)
    assert parsed(engine, "Text[^1] *[EU]: European Union\n\n[^1]: Note.\n\n[a]: https://example.org/\n") == once


MARKS = st.sampled_from(
    [
        *"[](){}#*_`!<>|&\\\"'=- \n",
        *("![", "](", "a", "../b/", "{deadline}", "[^1]", "##", "<a href=", "é"),
        *("](a.csv)", "](a.jpg)", "{chart", "unit", "credit"),
    ]
)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(text=st.lists(MARKS, max_size=30).map("".join))
def test_any_text_is_parsed(engine: Engine, text: str) -> None:
    """Every text gives a parsed text without placeholders, and places inside the file."""
    found = parsed(engine, text)
    left = [p for p in (*found.lead, *found.body) if isinstance(p, str) and any("\ufdd0" <= c <= "\ufdef" for c in p)]
    lines = text.count("\n") + 1
    assert (left, [p for p in found.problems if not 1 <= p.location.line <= lines]) == ([], [])


def test_a_language_may_keep_what_was_typed() -> None:
    """Typography can be off for one language, in texts and titles."""
    engine = Engine(plain=["nl"])
    assert engine.parse('Zij zei "ja".', "news/a/nl.md", "nl").lead == ('Zij zei "ja".',)
    assert engine.parse('Hon sa "ja".', "news/a/sv.md", "sv").lead == ("Hon sa ”ja”.",)
    assert (engine.typeset('"Ja"', "nl"), engine.typeset('"Ja"', "sv")) == ('"Ja"', "”Ja”")
