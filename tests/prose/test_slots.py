"""Slots: the places in a text that are filled when the whole site is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.prose.slots import Slot, cut, token

SLOTS = [Slot("announcement", "surveys/a"), Slot("instant"), Slot("words")]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ()),
        ("<p>No slot.</p>", ("<p>No slot.</p>",)),
        (f'<a href="{token(0)}">a</a>', ("<a", SLOTS[0], ">a</a>")),
        (f'<time datetime="{token(1)}">{token(2)}</time>', ('<time datetime="', SLOTS[1], '">', SLOTS[2], "</time>")),
        (f"{token(2)}{token(2)}", (SLOTS[2], SLOTS[2])),
    ],
    ids=["empty", "none", "link", "values", "side by side"],
)
def test_html_is_cut_at_its_tokens(html: str, expected: tuple[str | Slot, ...]) -> None:
    """HTML becomes strings and slots; a link's slot stands for its whole href, so that it can add an hreflang."""
    assert cut(html, SLOTS) == expected


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufdd0\ufdd1"), max_size=5)))
def test_cutting_loses_nothing(words: list[str]) -> None:
    """The strings around the slots are those that were there."""
    pieces = cut(token(0).join(words), SLOTS)
    assert "".join(p for p in pieces if isinstance(p, str)) == "".join(words)
    assert sum(isinstance(p, Slot) for p in pieces) == max(len(words) - 1, 0)
