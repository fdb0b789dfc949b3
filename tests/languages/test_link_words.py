"""Words of links that say nothing."""

# Letters and marks that look like others are the subject here.
# ruff: noqa: RUF001

from __future__ import annotations

import pytest

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.link_words import _VAGUE, says_nothing


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        *(("here", "en"), ("Click here!", "en"), ("» Read more …", "en"), ("ici", "fr"), ("Plus d’informations", "fr")),
        *(("Hier klicken", "de"), ("klik hier", "nl"), ("εδώ", "el"), ("тук", "bg"), ("aquí", "es"), ("itt", "hu")),
    ],
)
def test_words_that_say_nothing_are_known(words: str, lang: str) -> None:
    """Case, punctuation and the kind of apostrophe do not matter."""
    assert says_nothing(words, lang)


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("results here", "en"),
        ("more", "hr"),
        ("more", "sl"),
        ("her", "en"),
        ("te", "nl"),
        ("hier", "fr"),
        ("here", "tr"),
    ],
)
def test_other_words_say_something(words: str, lang: str) -> None:
    """A word of one language is judged in no other ("more" is the sea in Croatian)."""
    assert not says_nothing(words, lang)


def test_every_official_language_has_its_words() -> None:
    """All 24 languages are covered."""
    assert sorted(_VAGUE) == sorted(OFFICIAL)
