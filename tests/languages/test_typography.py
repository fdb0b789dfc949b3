"""Properties of typography that hold for any text."""

# These tests are about quotation marks, so characters that look like others are intended.
# ruff: noqa: RUF001

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.markup_placeholders import BREAK, OBJECT, SEAM
from noticeboard.languages.typography import set_typography

PIECES = (
    *("\"'“”„«»‘’‚‹›" + '""' + "''" + ".!?;:()-– \n\u00a0\u202f05" + SEAM + OBJECT + BREAK),
    *("a", "word", "v ", "10-20", "'s ", "po'", "'n'", "x"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)
TAGS = st.sampled_from((*OFFICIAL, "ar", "uk", "sr", "qaa"))


@settings(max_examples=1000)
@given(TEXTS, TAGS)
def test_typography_is_idempotent(text: str, tag: str) -> None:
    """Applied to its own result, it changes nothing."""
    once = set_typography(text, tag)
    assert set_typography(once, tag) == once


@given(TEXTS, TAGS)
def test_placeholders_for_markup_stay(text: str, tag: str) -> None:
    """In the same number and order, with the same letters between them."""
    kept = re.compile(f"[{SEAM}{OBJECT}{BREAK}a-z0-9]")
    assert kept.findall(set_typography(text, tag)) == kept.findall(text)


@given(st.text(), TAGS)
def test_any_text_is_accepted(text: str, tag: str) -> None:
    """And typographic text is stable."""
    once = set_typography(text, tag)
    assert set_typography(once, tag) == once
