"""The facts of each language."""

# These tests are about quotation marks, so characters that look like others are intended.
# ruff: noqa: RUF001

from __future__ import annotations

import pytest
from babel import Locale

from noticeboard.languages.language_data import OFFICIAL, LanguageData, language_data

SHIPPED = (*OFFICIAL, "ar", "uk")


def test_the_official_languages_are_24() -> None:
    """They are those of Regulation No 1, once each, sorted by code."""
    assert len(OFFICIAL) == 24
    assert list(OFFICIAL) == sorted(set(OFFICIAL))


def test_quotation_marks_are_the_languages_own() -> None:
    """Every supported language has the outer and inner marks of its norm."""
    marks = {tag: "".join(language_data(tag).quotes) for tag in SHIPPED}
    assert marks == {
        **dict.fromkeys(("cs", "de", "et", "sk", "sl"), "„“‚‘"),
        **dict.fromkeys(("en", "ga", "lv", "mt", "nl"), "“”‘’"),
        **dict.fromkeys(("el", "es", "fr", "it", "pt"), "«»“”"),
        **dict.fromkeys(("bg", "lt"), "„“„“"),
        **dict.fromkeys(("fi", "sv"), "””’’"),
        **dict.fromkeys(("pl", "ro"), "„”«»"),
        "ar": "«»‹›",
        "da": "»«›‹",
        "hr": "„”‚’",
        "hu": "„”»«",
        "uk": "«»„“",
    }


def test_only_arabic_runs_from_the_right() -> None:
    """Direction is CLDR's."""
    assert [tag for tag in SHIPPED if language_data(tag).direction == "rtl"] == ["ar"]


@pytest.mark.parametrize("tag", SHIPPED)
def test_names_and_directions_are_cldrs(tag: str) -> None:
    """The table, which saves builds from loading CLDR, equals CLDR."""
    found = Locale.parse(language_data(tag).locale, sep="_")
    name = found.languages[tag]
    expected = (name[0].upper() + name[1:], {"left-to-right": "ltr", "right-to-left": "rtl"}[found.character_order])
    assert (language_data(tag).native_name, language_data(tag).direction) == expected


def test_english_is_not_american_and_portuguese_is_not_brazilian() -> None:
    """A bare tag means Europe; a tag with a country means that country."""
    tags = ("en", "en-Latn", "en-x-demo", "en-GB", "en-US", "pt", "pt-BR")
    locales = ("en_IE", "en_IE", "en_IE", "en_GB", "en_US", "pt_PT", "pt_BR")
    assert tuple(language_data(tag).locale for tag in tags) == locales


def test_a_tag_outside_the_table_takes_what_cldr_has() -> None:
    """Brazilian Portuguese has its own marks and name; Austrian German has those of German."""
    assert language_data("pt-BR").native_name == "Português (Brasil)"
    assert language_data("pt-BR").quotes == ("“", "”", "‘", "’")
    assert language_data("de-AT").quotes == language_data("de").quotes
    assert language_data("sr-Latn").native_name == "Srpski (latinica)"
    assert language_data("he").direction == "rtl"


@pytest.mark.parametrize("tag", ["qaa", "art-x-demo", "x-demo", "i-klingon"])
def test_an_unknown_language_is_neutral(tag: str) -> None:
    """An invented tag has data that belongs to no language, and its tag as name."""
    assert language_data(tag) == LanguageData(tag, tag, "ltr", ("“", "”", "‘", "’"), "root")


def test_a_platform_may_name_a_language() -> None:
    """Its native name wins over CLDR's and the tag."""
    assert language_data("qaa", "Demo").native_name == "Demo"


def test_an_invalid_tag_is_refused() -> None:
    """The error names it."""
    with pytest.raises(ValueError, match="'NL'"):
        language_data("NL")
