"""Numbers and hours in words."""

from __future__ import annotations

import pytest

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.number_words import in_words

THREE = {
    "bg": "три",
    "cs": "třemi",
    "da": "tre",
    "de": "drei",
    "el": "τρία",
    "en": "three",
    "es": "tres",
    "et": "kolme",
    "fi": "kolmessa",
    "fr": "trois",
    "ga": "trí",
    "hr": "tri",
    "hu": "három",
    "it": "tre",
    "lt": "trijų",
    "lv": "trīs",
    "mt": "tliet",
    "nl": "drie",
    "pl": "trzech",
    "pt": "três",
    "ro": "trei",
    "sk": "tromi",
    "sl": "trem",
    "sv": "tre",
}


@pytest.mark.parametrize("tag", OFFICIAL)
def test_three_is_found_in_every_official_language(tag: str) -> None:
    """A form of the word is found where it begins a word, and nothing is found where there is none."""
    assert (in_words(f"({THREE[tag]})", "3", tag), in_words(f"x{THREE[tag]}", "3", tag)) == (True, False)


@pytest.mark.parametrize("tag", OFFICIAL)
def test_every_language_has_a_word_for_each_number(tag: str) -> None:
    """The table has fifteen numbers for each language: nothing but its own words is found for any of them."""
    assert [n for n in (*range(2, 13), 20, 100, 1000) if in_words("---", str(n), tag)] == []


@pytest.mark.parametrize(
    ("text", "value", "tag", "expected"),
    [
        ("XIX век", "19", "bg", True),
        ("século XXI", "21", "pt", True),
        ("at noon", "12:00", "en", True),
        ("kl. tolv, midnatt", "24:00", "sv", True),
        ("um 14 Uhr", "14:30", "de", False),
        ("no word", "4859", "en", False),
        ("a language without a table", "3", "tr", True),
        ("a language without a table", "13", "tr", False),
        ("", "3.5", "en", False),
        ("", "86%", "en", False),
    ],
)
def test_words_for_numbers_and_hours(text: str, value: str, tag: str, *, expected: bool) -> None:
    """Roman numerals and words for hours count; of a language without a table small numbers are taken to be there."""
    assert in_words(text, value, tag) is expected
