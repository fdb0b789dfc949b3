"""The allow-list for HTML in texts."""

from __future__ import annotations

import pytest

from noticeboard.markdown.render.sanitise import plain, sanitised


@pytest.mark.parametrize(
    "markup",
    [
        '<p>Plain <em lang="en">words</em> <bdi dir="rtl">عربي</bdi></p>',
        '<a href="https://example.org/" hreflang="sv">svenska</a>',
        '<a href="mailto:info@example.org">info</a>',
        '<abbr title="European Union">EU</abbr>',
        '<ol start="3"><li>three</li></ol>',
        '<table><tbody><tr><th scope="row" colspan="2">a</th><td rowspan="2">b</td></tr></tbody></table>',
        '<h2 id="part">Part</h2>',
        '<time datetime="2023-02-19">19 februari</time>',
        "<details><summary>More</summary>text</details>",
        '<div class="footnote"><a class="footnote-backref" href="#fnref:1">back</a></div>',
    ],
)
def test_allowed_markup_is_kept(markup: str) -> None:
    """Language, direction, tables, ids and Markdown's own classes."""
    assert sanitised(markup) == markup


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<script>alert(1)</script>a", "a"),
        ("<style>p {color: red}</style>a", "a"),
        ('<p onclick="alert(1)" style="color: red">a</p>', "<p>a</p>"),
        ('<a href="javascript:alert(1)">a</a>', "<a>a</a>"),
        ('<a href="http://example.org/">a</a>', "<a>a</a>"),
        ('<a href="https://example.org/" target="_blank" rel="opener">a</a>', '<a href="https://example.org/">a</a>'),
        ('<img src="https://example.org/pixel.gif">a', "a"),
        ('<iframe src="https://example.org/"></iframe>a', "a"),
        ("<form><input name=a><button>a</button></form>", "a"),
        ("<h1>a</h1>", "a"),
        ('<p class="masthead">a</p>', "<p>a</p>"),
        ("<p>a", "<p>a</p>"),
        ("<p>a</p></main></body>", "<p>a</p>"),
        ("<!-- note -->a", "a"),
        ('<svg><a xlink:href="javascript:alert(1)">a</a></svg>b', "b"),
    ],
)
def test_everything_else_is_removed(markup: str, expected: str) -> None:
    """Scripts, styles, foreign addresses and unbalanced tags."""
    assert sanitised(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One &amp; <em>two</em>\n three</p>", "One & two three"),
        ("one<br>two", "one two"),
        ("5 &lt; 6<script>alert(1)</script>", "5 < 6"),
        ("19\N{NO-BREAK SPACE}februari", "19\N{NO-BREAK SPACE}februari"),
    ],
)
def test_plain_text_is_the_words(markup: str, expected: str) -> None:
    """On one line, with separate words still separate."""
    assert plain(markup) == expected
