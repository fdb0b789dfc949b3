"""Singular and plural forms of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.languages.plural_endings import same_words

WORDS = st.text("abcdeinorsxyzã'", max_size=9)


@pytest.mark.parametrize(
    ("lang", "one", "many"),
    [
        ("en", "teacher", "teachers"),
        ("en", "study", "studies"),
        ("nl", "ambtenaar", "ambtenaren"),
        ("fr", "cheval", "chevaux"),
    ],
)
def test_a_plural_is_found(lang: str, one: str, many: str) -> None:
    """From the singular and from the plural."""
    assert (many in same_words(one, lang), one in same_words(many, lang)) == (True, True)


def test_short_words_are_left_alone() -> None:
    """A stem of three letters looks like too many others."""
    assert same_words("art", "en") == {"art"}


def test_a_language_without_endings_has_equal_words_only() -> None:
    """Rich declensions are left out."""
    assert same_words("opettaja", "fi") == {"opettaja"}


@given(WORDS, WORDS, st.sampled_from(["da", "de", "en", "es", "fr", "it", "nl", "pt", "sv", "fi"]))
def test_forms_are_symmetric(one: str, other: str, lang: str) -> None:
    """A word is among the forms of each of its forms, and of itself."""
    assert one in same_words(one, lang)
    assert all(one in same_words(form, lang) for form in same_words(one, lang))
    assert (other in same_words(one, lang)) == (one in same_words(other, lang))
