"""Languages with letters of their own, and languages that a platform adds to the official ones."""

# These tests are about letters that look like others.
# ruff: noqa: RUF001

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from noticeboard.languages.collation import sort_key
from noticeboard.languages.dates import date_text, moment_text
from noticeboard.languages.language_data import language_data
from noticeboard.languages.language_names import join, language_names
from noticeboard.languages.typography import set_typography
from noticeboard.languages.word_forms import word_forms

ADDED = ("ar", "ca", "eu", "gl", "he", "is", "ja", "ko", "mk", "nb", "no", "sq", "sr-Cyrl", "sr-Latn", "tr", "uk", "zh")
INSTANT = datetime(2027, 1, 31, 16, tzinfo=UTC)


@pytest.mark.parametrize("tag", ADDED)
def test_an_added_language_has_a_name_a_date_and_marks(tag: str) -> None:
    """What the program writes is in the language, and a quotation ends with its closing mark."""
    own = language_data(tag)
    shown = date_text(date(2027, 1, 31), tag)
    assert own.native_name != tag
    assert ("31" in shown, "2027" in shown, shown != "2027-01-31") == (True, True, True)
    assert moment_text(INSTANT, tag, ZoneInfo("Europe/Brussels")).count("(") >= 1
    assert set_typography('a "b" c', tag) == f"a {own.quotes[0]}b{own.quotes[1]} c"


def test_serbian_is_written_in_two_scripts() -> None:
    """Each tag has its own letters, for names and dates alike."""
    latin, cyrillic = (date_text(date(2027, 1, 31), tag) for tag in ("sr-Latn", "sr-Cyrl"))
    assert latin == "31. januar 2027."
    assert [c for c in cyrillic if "a" <= c <= "z"] == []
    assert join(language_names(["de", "nl"], "sr-Latn"), "sr-Latn") == "holandski i nemački"


def test_turkish_has_two_letters_i() -> None:
    """The dotless one comes before the dotted one, and neither becomes the other."""
    assert sorted(["iz", "ız", "hz"], key=lambda word: sort_key(word, "tr")) == ["hz", "ız", "iz"]
    assert set_typography("ILIK ılık İZ iz", "tr") == "ILIK ılık İZ iz"


def test_romanian_letters_with_a_cedilla_stay_and_are_found() -> None:
    """They stay as the editor wrote them; a search compares both kinds without their mark."""
    assert set_typography("şcoală, învăţământ", "ro") == "şcoală, învăţământ"
    endings = word_forms("ro").endings
    assert [end for end in endings if not end.isascii()] == []
