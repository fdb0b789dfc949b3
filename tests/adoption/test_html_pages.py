"""HTML pages like those of public bodies: everything that a person sees is kept or reported."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from adopting import PATH, of_main, of_page, parsed, rendered, shown, told
from hypothesis import given, settings
from hypothesis import strategies as st

from noticeboard.adoption.html_page import page_text, visible_words
from noticeboard.adoption.word_comparison import compared

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
PNG = b"\x89PNG\r\n\x1a\n"
BESIDE = {"files/Questionnaire.pdf": b"%PDF-1.4\n", "files/Class room.png": PNG}
COUNTED = ("h2", "h3", "h4", "li", "td", "th", "blockquote", "dt", "dd", "pre", "hr", "sub", "sup", "strong", "del")
STRUCTURE = {
    "agency.en": {"h2": 2, "h4": 1, "li": 2, "blockquote": 1, "strong": 1},
    "behoerde.de": {"h2": 2, "h3": 1, "li": 3, "th": 2, "td": 2, "pre": 1},
    "commune.fr": {"h2": 2, "li": 4, "th": 2, "td": 4, "strong": 1, "hr": 2, "sup": 1},
    "kommun.sv": {"h2": 2, "li": 4, "th": 3, "td": 9, "hr": 1, "sub": 1, "sup": 1, "del": 1, "strong": 2},
    "ministry.nl": {"h2": 2, "h3": 1, "li": 8, "th": 2, "td": 4, "dt": 2, "dd": 2, "strong": 1, "hr": 1, "sup": 1},
}
"""How many elements of each kind the adopted text of each page has."""
TOLD = {
    "agency.en": ["Agency of Examples", "Related Other consultations", "Your e-mail Subscribe"],
    "behoerde.de": [
        "Stand: 1. Oktober 2026",
        "https://video.example.org/v/1",
        "javascript:mail()",
        "http://alt.example.org",
    ],
    "commune.fr": ["A table of one row or column"],
    "kommun.sv": ["Gång och cykel", "Exempelkommunen, 123 45 Exempelstad"],
    "ministry.nl": ["Naar de inhoud", "Home Leeshoeken", "Over deze site Privacy"],
}
"""The problems of each page: what is outside its text, and what a text cannot contain."""


def counts(element: HtmlElement) -> Counter[str]:
    """The number of elements of each kind that texts keep."""
    return Counter(str(one.tag) for one in element.iter() if one.tag in COUNTED)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_kept_word_by_word(path: Path) -> None:
    """The version has every word of the page's text and no other; all words that are left out are reported."""
    found = of_page(path.read_bytes(), BESIDE)
    assert found.version is not None
    assert not [one for one in told(found) if "missing from the text" in one or "in the text only" in one]
    for words in TOLD[path.stem]:
        assert any(words in one for one in told(found)), words
    made = f"{found.version.keys[0][1]} {rendered().of(found.version.body, PATH)}"
    source = visible_words(parsed(page_text(path.read_bytes())).main)
    told_words = " ".join(re.findall("“([^”]*)”", " ".join(told(found))))
    lost = [word for run in compared(source, made).lost for word in run.split()]
    assert [
        word for word in lost if word not in told_words.split() and word not in ("1", "Terug", "bibliothecarissen1")
    ] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_keeps_its_structure(path: Path) -> None:
    """The text has as many headings, items, cells and quotations as the page; notes become items at the end."""
    found = of_page(path.read_bytes(), BESIDE)
    assert found.version is not None
    assert counts(shown(found.version.body)) == STRUCTURE[path.stem]


def test_metadata_comes_from_the_page() -> None:
    """Title, summary, day and language come from the page; the version is a draft."""
    found = of_page(PAGES[-1].read_bytes())
    assert found.version is not None
    assert found.version.path == "news/text/nl.md"
    assert dict(found.version.keys) == {
        "title": "Enquête over leeshoeken",
        "summary": "Het ministerie vraagt scholen hoe zij hun leeshoek gebruiken.",
        "published": "2026-10-05",
        "status": "draft",
    }


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>a <b>b</b> c</p>", "a **b** c"),
        ("<p>a<b> b </b>c</p>", "a **b** c"),
        ("<p><b>a</b><b>b</b></p>", "**ab**"),
        ("<p><b>(a)</b>b</p>", "<strong>(a)</strong>b"),
        ("<p><b><i>a</i></b></p>", "***a***"),
        ("<p>a<br>b</p>", "a\\\nb"),
        ("<p>a<br><br>b</p>", "a\n\nb"),
        ("<p># a</p>", "\\# a"),
        ("<p>1) a</p>", "1\\) a"),
        ("<p>* a_b _c_ [d] `e` &lt;f&gt;</p>", "\\* a_b \\_c\\_ \\[d\\] \\`e\\` &lt;f>"),
        ("<p>&amp;amp; &amp; 5 &lt; 6</p>", "&amp;amp; & 5 < 6"),
        ("<ul><li>a<li>b</ul>", "- a\n- b"),
        ("<ul><li>a</ul><ul><li>b</ul>", "- a\n\n<!-- -->\n\n- b"),
        ('<ol start="3"><li>a<ol><li>b</ol></ol>', "3. a\n   1. b"),
        ("<ul><li><p>a</p><p>b</p></ul>", "- a\n\n  b"),
        ("<h2>a</h2><h3>b</h3>", "## a\n\n### b"),
        ("<h3>a</h3>", "## a"),
        ('<h2 id="who">a</h2><p><a href="#who">b</a></p>', "## a {#who}\n\n[b](#who)"),
        ('<p><a name="x"></a></p><h2>Über A</h2><p><a href="#x">b</a></p>', "## Über A {#x}\n\n[b](#x)"),
        ('<p><span lang="de">Schule</span></p>', "*Schule*{lang=de}"),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "a\n: b\n\nc\n: d"),
        ("<dl><dt>a</dt><dt>b</dt></dl>", "a\n\nb"),
        ("<table><tr><th>a<th>b<tr><td>c|d<td><p>e<p>f</table>", "| a | b |\n| --- | --- |\n| c\\|d | e<br>f |"),
        ("<table><tr><td><p>a<p>b</table>", "a\n\nb"),
        ("<table><tr><th colspan=2>a<tr><td>b<td>c</table>", "| a |  |\n| --- | --- |\n| b | c |"),
        ('<p><a href="https://example.org/a b(c)">d</a></p>', "[d](https://example.org/a%20b%28c%29)"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<pre>a\n  b</pre>", "```\na\n  b\n```"),
        ("<p>a <code>b`c</code></p>", "a ``b`c``"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("<p>x<script>y</script><!-- z --></p>", "x"),
    ],
)
def test_an_element_becomes_markdown(markup: str, expected: str) -> None:
    """Each element becomes the Markdown that an editor would write."""
    assert of_main(markup) == expected


def test_pictures_are_stored_beside_the_text() -> None:
    """Alternative text and credit are placeholders to fill in; a picture on another site is reported."""
    data = "data:image/png;base64,iVBORw0KGgo="
    source = (
        f'<main><h1>T</h1><p>a <img src="{data}" alt=""> b <img src="https://example.org/x.png" alt="Far"></p>'
        '<figure><img src="p.png" alt="A desk"><figcaption>Say "yes"</figcaption></figure></main>'
    )
    found = of_page(source, {"p.png": PNG})
    assert found.version is not None
    assert found.version.body.strip() == (
        'a b\n\n![???](picture-1.png){credit="???"}\n\n![A desk](p.png "Say “yes”"){credit="???"}'
    )
    assert [(file.name, file.data) for file in found.version.files] == [("picture-1.png", PNG), ("p.png", PNG)]
    assert "left-out: A picture from another address is not kept: Far." in told(found)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "x.html",
        "#no",
    ],
)
def test_a_link_that_leads_nowhere_keeps_its_words(address: str) -> None:
    """A link that readers could not follow is reported, and its words stay."""
    found = of_page(f'<main><h1>T</h1><p>a <a href="{address}">words</a></p></main>')
    assert found.version is not None
    assert (found.version.body.strip(), told(found)[0].partition(":")[0]) == ("a words", "link-not-kept")


def test_documents_of_the_page_are_copied() -> None:
    """A link to a file beside the page leads to a copy of the file beside the text."""
    found = of_page('<main><h1>T</h1><p><a href="files/Questionnaire.pdf?x=1">Form</a></p></main>', BESIDE)
    assert found.version is not None
    assert found.version.body.strip() == "[Form](Questionnaire.pdf)"
    assert [file.name for file in found.version.files] == ["Questionnaire.pdf"]


def test_footnotes_are_footnotes() -> None:
    """A mark that links to a note which links back, as word processors and Markdown write it, becomes a footnote."""
    source = (
        '<p>a<sup id="r1"><a href="#n1">1</a></sup> b<a href="#n2" name="r2">[2]</a></p>'
        '<ol><li id="n1">One <a href="#r1">back</a></li></ol><div id="n2"><p>[2] Two <a href="#r2">^</a></p></div>'
    )
    assert of_main(source) == "a[^1] b[^2]\n\n[^1]: One\n\n[^2]: \\[2\\] Two"


@pytest.mark.parametrize("source", ["", "<!-- -->", "<div>" * 5000 + "x", "\0", "<html><body>" + "<b><a>" * 3000])
def test_a_hostile_page_is_refused_or_empty(source: str) -> None:
    """No page crashes the program."""
    found = of_page(source)
    assert found.version is None or found.version.body.strip() == ""


TEXT = st.text(alphabet=st.sampled_from(" ab1.,:;!?()[]{}<>*_`~#+-=|\\&\"'/@^$%\né“”"), min_size=1, max_size=30)


@settings(max_examples=150)
@given(st.lists(st.tuples(st.sampled_from(("p", "b", "i", "li", "h2", "code", "td")), TEXT), min_size=1, max_size=4))
def test_any_words_come_back_as_they_are(parts: list[tuple[str, str]]) -> None:
    """Readers see exactly the characters that are on the page."""
    source = "".join(marked(tag, text) for tag, text in parts)
    wanted = visible_words(parsed(f"<main>{source}</main>").main)
    seen = rendered().of(of_main(source), PATH) or ""
    assert re.sub(r"\s", "", seen) == re.sub(r"\s", "", wanted)


def marked(tag: str, text: str) -> str:
    """Some text in an element, and in the parents that the element needs."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    frames = {"li": "<ul>{}</ul>", "td": "<table><tr><th>A<th>B<tr><td>C{}</table>", "b": "<p>a {} c</p>"}
    return frames.get(tag, "{}" if tag in ("p", "h2") else "<p>{}</p>").format(f"<{tag}>{escaped}</{tag}>")
