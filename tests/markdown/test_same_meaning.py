"""A change without a new meaning outdates nothing, and older stamps stay valid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.markdown.segments.normal_form import former_normal, normal
from noticeboard.markdown.segments.stamps import Change, changes, renewed
from noticeboard.site.segment_texts import segmented

if TYPE_CHECKING:
    from noticeboard.markdown.segments.segment import Segment


def segments(body: str) -> list[Segment]:
    """The segments of an original with that body."""
    return [piece.segment for piece in segmented(f"---\ntitle: A\n---\n\n{body}\n".encode())]


SAME = [
    ("One&mdash;two &amp; three", "One—two &amp; three"),
    ("caf&eacute; &#8230;", "café …"),
    ("*x* and __y__", "_x_ and **y**"),
    ("***both***", "___both___"),
    ("_a **b** c_", "*a __b__ c*"),
    ("Wait...", "Wait…"),
    ("one -- two", "one \u2013 two"),
    ("one --- two", "one — two"),
    ("pages 10\u201312", "pages 10-12"),
    ("“so”", '"so"'),
    ("a <!-- remark --> b", "a b"),
    ("| a | b |\n|---|---|\n| c | d |", "| a | b |\n|:--|--:|\n| c | d |"),
    ("| a | b |\n|---|---|\n| c | d |", "a | b\n---|:-:\nc | d"),
    ("Text[^1].\n\n[^1]: Note", "Text[^note].\n\n[^note]: Note"),
    ("One.\n\n<!-- for translators -->\n\nTwo.", "One.\n\nTwo."),
    ("One.\n\n<!-- a\n\nb -->", "One."),
]
OTHER = [
    ("`_x_`", "`*x*`"),
    ("`a -- b`", "`a \u2013 b`"),
    ("```\na...\n```", "```\na…\n```"),
    ("snake_case_name", "snake*case*name"),
    ("a &lt;b&gt; c", "a <b> c"),
    ("\\*x\\*", "*x*"),
    ("*x*", "**x**"),
    ("-5", "5"),
    ("1-2", "12"),
    ("| a | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| cd | |"),
    ("<!-- a --> <b>b</b>", "<b>c</b>"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_equal_meaning_has_one_digest(left: str, right: str) -> None:
    """Whatever spelling an editor prefers."""
    assert [s.digest for s in segments(left)] == [s.digest for s in segments(right)]


@pytest.mark.parametrize(("left", "right"), OTHER)
def test_another_meaning_has_another_digest(left: str, right: str) -> None:
    """Code, escapes and figures."""
    assert [s.digest for s in segments(left)] != [s.digest for s in segments(right)]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_an_older_stamp_is_understood(left: str, right: str) -> None:
    """It has digests of the texts as they were spelt, and of comments."""
    for body in (left, right):
        now = segments(body)
        then = [s.former or s.digest for s in now]
        then[1:1] = now[0].silent
        assert renewed(then, now) == tuple(s.digest for s in now)


@given(st.text(st.sampled_from("ab _*`.-\u2013—…&;|[^1]<!>\n\\"), max_size=40))
def test_normalised_text_stays(text: str) -> None:
    """Whatever the text."""
    for kind in ("paragraph", "table", "heading"):
        once = normal(text, kind)
        assert former_normal(once, kind) == once or normal(once, kind) == normal(normal(once, kind), kind)


def test_a_moved_segment_is_not_changed() -> None:
    """It is reported as moved."""
    found = changes(("a", "b", "c", "d"), ("c", "a", "b", "e"))
    assert found == (Change("moved", 2, 0), Change("same", 0, 1), Change("same", 1, 2), Change("changed", 3, 3))
    assert [change.counts for change in found] == [False, False, False, True]


@given(st.lists(st.sampled_from("abcdef"), max_size=8), st.lists(st.sampled_from("abcdef"), max_size=8))
def test_every_segment_is_reported_once(then: list[str], now: list[str]) -> None:
    """Equal and moved segments have the same digest."""
    found = changes(then, now)
    assert sorted(c.then for c in found if c.then >= 0) == list(range(len(then)))
    assert [c.now for c in found if c.now >= 0] == list(range(len(now)))
    assert all(then[c.then] == now[c.now] for c in found if not c.counts)
