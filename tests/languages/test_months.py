"""Names of months in texts."""

from __future__ import annotations

import pytest

from noticeboard.languages.months import month, names_month


@pytest.mark.parametrize(
    ("tag", "word", "expected"),
    [
        ("en", "May", 5),
        ("en", "Mayor", 0),
        ("el", "Μαΐου", 5),
        ("ca", "agost", 8),
        ("ga", "Deireadh", 10),
        ("pl", "sty", 1),
    ],
)
def test_names_and_abbreviations(tag: str, word: str, expected: int) -> None:
    """A month's name is as in CLDR, in any case; a longer word is none."""
    assert (month(word, tag), month(word.title(), tag)) == (expected, expected)


@pytest.mark.parametrize(
    ("tag", "word", "expected"),
    [("fi", "helmikuussa", 2), ("cs", "únoru", 2), ("hr", "veljači", 2), ("pl", "lutym", 2), ("hu", "februárban", 2)],
)
def test_inflected_names_are_known_on_request(tag: str, word: str, expected: int) -> None:
    """Other endings count only if something else says that there is a month."""
    assert (month(word, tag), month(word, tag, inflected=True)) == (0, expected)


def test_a_text_names_a_month() -> None:
    """Any form of the name is enough."""
    assert (names_month("2026 januárja és márciusa", 3, "hu"), names_month("2026 januárja", 3, "hu")) == (True, False)
