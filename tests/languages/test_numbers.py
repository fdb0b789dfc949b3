"""Numbers and percentages in each language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.numbers import number, percent

NBSP, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("nl", "12.345"), ("en", "12,345"), ("sv", f"12{NBSP}345"), ("fr", f"12{NARROW}345"), ("mt", "12,345")],
)
def test_thousands_are_grouped_as_the_language_does(tag: str, expected: str) -> None:
    """Separators are CLDR's; spaces among them are no-break spaces."""
    assert number(12345, tag) == expected


def test_four_digits_stay_together_where_the_language_says_so() -> None:
    """By CLDR's minimumGroupingDigits, which Babel ignores."""
    grouped = [tag for tag in OFFICIAL if number(1234, tag) != "1234"]
    assert sorted(set(OFFICIAL) - set(grouped)) == ["bg", "es", "et", "hu", "it", "lv", "pl", "pt", "sl"]
    assert number(-1234567, "es") == "-1.234.567"


def test_decimals_have_the_languages_mark() -> None:
    """A comma in Dutch, a point in English."""
    assert (number(0.5, "nl"), number(Decimal("0.5"), "en")) == ("0,5", "0.5")


def test_percent_rounds_half_up() -> None:
    """An eighth is 13 percent, although its nearest binary numbers are on both sides."""
    shown = [percent(0.125, "nl"), percent(0.285, "nl"), percent(Decimal(1), "nl"), percent(0.125, "sv")]
    assert shown == ["13%", "29%", "100%", f"13{NBSP}%"]
