"""Slots: the places in a text that are filled when the whole site is known."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.markdown.render import engine as engine_module
from noticeboard.markdown.render.engine import Engine
from noticeboard.markdown.render.sanitise import ATTRIBUTES, CLASSES, GLOBAL_ATTRIBUTES, TAGS, sanitised
from noticeboard.markdown.render.slots import Slot, cut, token
from noticeboard.sources.text_decoding import INVALID

SLOTS = [Slot("announcement", "surveys/a"), Slot("instant"), Slot("words"), Slot("heading", "0"), Slot("figure", "0")]
LINK, INSTANT, WORDS, HEADING, FIGURE = map(token, range(len(SLOTS)))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ()),
        ("<p>No slot.</p>", ("<p>No slot.</p>",)),
        (f'<a href="{LINK}">a</a>', ("<a", SLOTS[0], ">a</a>")),
        (f'<time datetime="{INSTANT}">{WORDS}</time>', ('<time datetime="', SLOTS[1], '">', SLOTS[2], "</time>")),
        (f'<h2 id="{HEADING}">a</h2>', ('<h2 id="', SLOTS[3], '">a</h2>')),
        (f"<p>a</p><figure>{FIGURE}</figure>", ("<p>a</p>", SLOTS[4])),
    ],
    ids=["empty", "none", "link", "values", "heading", "figure"],
)
def test_html_is_cut_at_its_tokens(html: str, expected: tuple[str | Slot, ...]) -> None:
    """HTML becomes strings and slots; a link's slot stands for its whole href, so that it can add an hreflang."""
    assert cut(html, SLOTS) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f'<div id="{LINK}">a</div>', '<div id="">a</div>'),
        (f'<div id="{HEADING}">a</div>', '<div id="">a</div>'),
        (f'<h2 id="{LINK}">a</h2>', "<h2>a</h2>"),
        (f'<a href="{WORDS}">a</a>', "<a>a</a>"),
        (f'<a href="{token(5)}">a</a>', "<a>a</a>"),
        (f'<a href="{token(10**8)}">a</a>', "<a>a</a>"),
        (f'<abbr title="{WORDS}{WORDS}">a</abbr>', '<abbr title="">a</abbr>'),
        (f"<p>{LINK}{token(99999)}</p>", "<p></p>"),
        (f"<p>{FIGURE}</p>", "<p></p>"),
        (f"<figure>{WORDS}</figure>", ""),
        ("<p>\ufdd0\ufdd1\ufdd02\ufdd0</p>", "<p>2</p>"),
        ('<a id="x" href="https://a.example/" lang="en">a</a>', '<a id="x" lang="en">a</a>'),
    ],
)
def test_a_misplaced_mark_is_dropped(html: str, expected: str) -> None:
    """A mark of another text, or in a place where its kind may not be, leaves nothing."""
    assert "".join(map(str, cut(html, SLOTS))) == expected


def test_words_are_filled_once() -> None:
    """A mark in running text counts at its first place; HTML's parser may repeat a link's mark."""
    assert cut(f'{WORDS}, {WORDS}<a href="{LINK}">a</a><a href="{LINK}">b</a>', SLOTS) == (
        *(SLOTS[2], ", <a", SLOTS[0], ">a</a><a", SLOTS[0], ">b</a>"),
    )


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="<>\ufdd0\ufdd1"), max_size=5)))
def test_cutting_loses_nothing(words: list[str]) -> None:
    """The strings around the slots stay the same."""
    slots = [Slot("words")] * len(words)
    pieces = cut("".join(word + token(number) for number, word in enumerate(words)), slots)
    assert "".join(p for p in pieces if isinstance(p, str)) == "".join(words)
    assert sum(isinstance(p, Slot) for p in pieces) == len(words)


HOSTILE = st.sampled_from(
    [
        *(
            "&#xFDD0;",
            "&#64976;",
            "&#xfdd1;",
            "&#0064977",
            "&#xFDD0;0&#xFDD1;",
            "&#64976;1&#64977;",
            "\ufdd0",
            "\ufdd1",
        ),
        *("&#2;", "&#3;", "\x02", "\x03", "&#x2;wzxhzdk:0&#x3;", "\x02wzxhzdk:0\x03", "klzzwxh:0000", "&#xFFFF;"),
        *(
            "\0",
            "&#0;",
            "&#xFFFC;",
            "\ufffc",
            "\u2028",
            "&amp;#xFDD0;",
            "&amp;amp;",
            "&quot;",
            "&lt;",
            "&#34;",
            "&#60;",
        ),
        *(
            '<div id="',
            "<a href='",
            "<abbr title=",
            "<p lang=x ",
            '">',
            "'>",
            ">",
            "</div>",
            "</a>",
            "<figure>",
            "</figure>",
        ),
        *("<script>", "</script>", "<!--", "-->", "<svg>", "<math>", "<style>", "<table>", "<td>", "<template>"),
        *(
            "[a](../b/)",
            "[a](x.pdf)",
            "[q]({survey})",
            "[d]({deadline})",
            "[]({deadline})",
            "[",
            "](",
            "](../b/)",
            ")",
            "![a](p.jpg)",
        ),
        *("{#i}", "{", "}", "{: onclick=x }", '{href="x" id=y}', "{title='&#xFDD0;0&#xFDD1;'}", "*a*{lang=en}", "{.c}"),
        *(
            "# ",
            "## ",
            "\n## h {#&#xFDD0;3&#xFDD1;}\n",
            "- ",
            "> ",
            "1. ",
            "|",
            "\n|a|b|\n|-|-|\n|c|d|\n",
            "\n\n",
            "\n",
            "    ",
        ),
        *(
            "[^1]",
            "\n\n[^1]: note\n",
            '\n\n*[HTML]: &#xFDD0;0&#xFDD1; "x\n\n',
            "HTML",
            "`",
            "``",
            "```",
            "\n```\n",
            "~~~",
            "**",
            "_",
            "\\",
            "<https://a.example/>",
        ),
        *("0", "1", "onfocus=alert(1)", " ", "x", '"', "'", "href=", "=", "javascript:alert(1)", "data:", "é"),
    ]
)


class Tags(HTMLParser):
    """The start tags of HTML: elements and their attributes, without those of links and boxes."""

    def __init__(self, html: str) -> None:
        """Reads the HTML."""
        super().__init__()
        self.found: list[tuple[str, list[str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a tag."""
        self.found.append((tag, sorted(name for name, _ in attrs)))


def without_targets(html: str) -> list[tuple[str, list[str]]]:
    """The elements with their attributes, but for an empty lead and attributes that a slot may leave away."""
    unsure = ("href", "aria-labelledby")
    return [(tag, [n for n in names if n not in unsure]) for tag, names in Tags(html).found if tag != "p"]


def filled(piece: str | Slot) -> str:
    """A slot as pages may fill it."""
    if isinstance(piece, str):
        return piece
    if piece.kind in ("figure", "data"):
        return "<figure></figure>"
    if piece.kind == "name":
        return ' aria-labelledby="x"'
    return "x" if piece.kind in ("instant", "words", "heading", "back", "size") else ' href="x"'


@pytest.fixture(scope="module")
def parse() -> object:
    """The HTML that the sanitiser left, and the pieces of lead and body."""
    seen: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine_module, "sanitised", lambda markup: seen.append(sanitised(markup)) or seen[-1])
        engine = Engine()

        def parsed(text: str) -> tuple[str, str]:
            found = engine.parse(text, "surveys/a/nl.md", "nl")
            lead = "".join(map(filled, found.lead))
            return seen.pop(), (f"<p>{lead}</p>" if found.lead else "") + "".join(map(filled, found.body))

        yield parsed


@given(text=st.lists(HOSTILE, max_size=25).map("".join))
def test_no_text_makes_a_slot(parse: object, text: str) -> None:
    """Elements and attributes of a page's text are those of the sanitised text, all allowed."""
    html, page = parse(text)
    assert without_targets(page) == without_targets(html)
    assert not INVALID.search(page)
    for tag, names in Tags(page).found:
        allowed = GLOBAL_ATTRIBUTES | ATTRIBUTES.get(tag, frozenset()) | ({"class"} if tag in CLASSES else set())
        assert tag in TAGS
        assert set(names) <= allowed


@pytest.mark.parametrize(
    ("text", "locations"),
    [
        ("&#xFDD0;99999&#xFDD1;", [(1, 1), (1, 14)]),
        ('[a](../b/)\n\n<div tabindex="0" id="&#64976;0&#64977;">words</div>', [(3, 23), (3, 32)]),
        ("a &#0; b &#x1FFFF c\n\n- &#99999999999999999999;", [(1, 3), (1, 10), (3, 3)]),
        ("`&#xFDD0;`\n\n```\n&#xFDD0;\n```\n\n&#8217; &#150; &amp;#xFDD0;", []),
    ],
)
def test_references_to_forbidden_characters_are_errors(
    engine: Engine, text: str, locations: list[tuple[int, int]]
) -> None:
    """At their place; in code they are only shown."""
    found = engine.parse(text, "surveys/a/nl.md", "nl").problems
    assert [(p.name, p.location.line, p.location.column) for p in found] == [
        ("invalid-character", *at) for at in locations
    ]
