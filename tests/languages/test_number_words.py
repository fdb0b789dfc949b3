"""Numbers and hours in words."""

from __future__ import annotations

import re

import pytest

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.number_words import in_words, number_words

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
    """At the beginning of a word, and not elsewhere."""
    assert (in_words(f"({THREE[tag]})", "3", tag), in_words(f"x{THREE[tag]}", "3", tag)) == (True, False)


@pytest.mark.parametrize("tag", OFFICIAL)
def test_every_language_has_a_word_for_each_number(tag: str) -> None:
    """And finds only its own words for it."""
    assert [n for n in (*range(2, 101), 1000) if in_words("---", str(n), tag)] == []


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
        ("a language without a table", "13", "tr", True),
        ("a language without a table", "113", "tr", False),
        ("", "3.5", "en", False),
        ("", "86%", "en", False),
        ("Phase I begins", "1", "en", True),
        ("MMMCMXCIX", "3999", "en", True),
        ("MMMM", "4000", "en", False),
    ],
)
def test_words_for_numbers_and_hours(text: str, value: str, tag: str, *, expected: bool) -> None:
    """Roman numerals and words for hours count; in a language without a table small numbers always count."""
    assert in_words(text, value, tag) is expected


@pytest.mark.parametrize(
    ("text", "value", "tag"),
    [
        ("vijftien minuten", "15", "nl"),
        ("een kwartier", "15", "nl"),
        ("in de jaren negentig", "1990", "nl"),
        ("dreizehn Fragen", "13", "de"),
        ("quinze minutes", "15", "fr"),
        ("quindici", "15", "it"),
        ("δεκατρείς", "13", "el"),
        ("einundzwanzig", "21", "de"),
        ("Viertelstunde", "15", "de"),
        ("quart d'heure", "15", "fr"),
        ("cuarto de hora", "15", "es"),
        ("sfert de oră", "15", "ro"),
        ("kvart", "15", "sv"),
        ("anni Novanta", "1990", "it"),
        ("ventuno", "21", "it"),
        ("trentotto", "38", "it"),
        ("quatre-vingt-dix-neuf", "99", "fr"),
        ("vingt et un", "21", "fr"),
        ("tweeëntwintig", "22", "nl"),
        ("femogtyve", "25", "da"),
        ("pětadvacet", "25", "cs"),
        ("dvacet pět", "25", "cs"),
        ("petindvajset", "25", "sl"),
        ("ħamsa u għoxrin", "25", "mt"),
        ("kaksikymmentäviisi", "25", "fi"),
        ("kahdenkymmenenviiden", "25", "fi"),
        ("huszonöt", "25", "hu"),
        ("harmincöt", "35", "hu"),
        ("kakskümmend viis", "25", "et"),
        ("dvidešimt penki", "25", "lt"),
        ("divdesmit pieci", "25", "lv"),
        ("dwudziestu pięciu", "25", "pl"),
        ("douăzeci și cinci", "25", "ro"),
        ("vinte e cinco", "25", "pt"),
        ("fiche a cúig", "25", "ga"),
        ("i dtrí theanga", "3", "ga"),
        ("i gceithre theanga", "4", "ga"),
        ("i gcúig theanga", "5", "ga"),
        ("cúig cheist déag", "15", "ga"),
        ("doscientos", "200", "es"),
        ("five thousand", "5000", "en"),
        ("two million", "2000000", "en"),
        ("vijf uur 's middags", "17:00", "nl"),
        ("fünf Uhr nachmittags", "17:00", "de"),
        ("cinco de la tarde", "17:00", "es"),
        ("cinco da tarde", "17:00", "pt"),
        ("πέντε το απόγευμα", "17:00", "el"),
        ("half zes", "17:30", "nl"),
        ("halb sechs", "17:30", "de"),
        ("half past five", "17:30", "en"),
        ("midi", "12:00", "fr"),
        ("half of the schools", "50%", "en"),
        ("la moitié", "50%", "fr"),
        ("Viertel nach fünf", "17:15", "de"),
        ("двадесет и пет", "25", "bg"),
        ("dvadeset pet", "25", "hr"),
        ("dvadsaťpäť", "25", "sk"),
        ("tjugofem", "25", "sv"),
        ("twenty-fifth", "25", "en"),
        ("είκοσι πέντε", "25", "el"),
        ("délben", "12:00", "hu"),
        ("XXI wiek", "21", "pl"),
        ("the nineties", "1990", "en"),
        ("ceathrú uaire", "15", "ga"),
        ("XXI. század", "21", "hu"),
        ("trylikai mokyklų", "13", "lt"),
        ("ħmistax-il mistoqsija", "15", "mt"),
        ("fjorten", "14", "da"),
        ("fjorton", "14", "sv"),
    ],
)
def test_compound_numbers_are_found(text: str, value: str, tag: str) -> None:
    """Joined numbers, decades, quarters, halves, hours, groups and mutated beginnings."""
    assert in_words(text, value, tag)


@pytest.mark.parametrize(
    ("text", "value", "tag"),
    [
        ("le centre", "100", "fr"),
        ("novembre", "9", "it"),
        ("ciencias", "100", "es"),
        ("novos", "9", "pt"),
        ("v piatok", "5", "sk"),
        ("penktadienį", "5", "lt"),
        ("pirms", "1", "lv"),
        ("v petek", "5", "sl"),
        ("u petak", "5", "hr"),
        ("Schulen", "15", "de"),
        ("some words about often", "10", "en"),
        ("v pátek", "5", "cs"),
        ("achteraf", "8", "nl"),
        ("at five schools", "17:00", "en"),
    ],
)
def test_a_word_that_only_begins_like_a_number_is_none(text: str, value: str, tag: str) -> None:
    """The French "centre" is no hundred, Friday no five, and five schools are no time."""
    assert not in_words(text, value, tag)


ROWS = {str(n) for n in (*range(21), *range(30, 101, 10), 1000)} | {"joined", "million", "billion", "hour", "day"}
ROWS |= {"half", "quarter", "noon", "midnight"}
OPTIONAL = {"except"}


def test_every_official_language_has_every_row() -> None:
    """number_words.toml has the same rows for each language (some have more), with different words in each row."""
    tables = number_words()
    assert sorted(tables) == sorted(OFFICIAL)
    assert [(tag, ROWS - table.keys()) for tag, table in tables.items() if ROWS - table.keys()] == []
    other = {row for table in tables.values() for row in table.keys() - ROWS}
    assert [row for row in other - OPTIONAL if not row.isdecimal()] == []
    cells = [(tag, row, cell) for tag, table in tables.items() for row, cell in table.items() if row != "joined"]
    assert [
        cell
        for cell in cells
        if not re.fullmatch(r"[^\s*]+\*?(?:_[^\s*]+\*?)*(?: [^\s*]+\*?(?:_[^\s*]+\*?)*)*", cell[2])
    ] == []
