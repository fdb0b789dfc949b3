"""Alphabetical order."""

# These tests are about letters, so those that look like others are intended.
# ruff: noqa: RUF001

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.languages.collation import Key, sort_key
from noticeboard.languages.language_data import OFFICIAL

ORDERS = {
    "ar": "ء آب أب اب ب ة ت ث ى ي latin",
    "bg": "10 а б и й к я latin",
    "cs": "cena čaj den hora chata Chata iglú rok řád sen šat zima život",
    "da": "a b ü z zebra æ ä ø ö å aa Aase",
    "de": "Apfel Äpfel Apfelbaum Zug",
    "el": "άλφα βήτα ωμέγα latin",
    "es": "nata nube ñame oca",
    "et": "s š z ž t u v õ ä ö ü x y",
    "fi": "v w y ü z å ä ö",
    "fr": "cote coté côte côté œuf or",
    "hr": "cat čat ćat dan dzig džep đak lak ljeto mak nos njuh sat šal",
    "hu": "cukor csak dal dzéta dzsem gaz gyár lap lyuk nap nyár olt öl ősz sas szó tat tyúk zab zsák",
    "lt": "čia eilė įdomus ilgas yra itin jau šalis tu žodis",
    "lv": "cits čaula gads ģimene ik yd īss kas ķīlis laiks ļoti nams ņemt sala šis zeme žogs",
    "mt": "ċar dar far ġar gar għar har ħar id ie żar zar",
    "nl": "een één eend zee",
    "pl": "ala ąsk cena ćma ego ęsi las łan noc ńa oko ósmy sen śnieg zebra źrebię żaba",
    "ro": "an ăsta âna in înalt sa șa ta țară",
    "sk": "ak äi cena čas hora chata iba oko ôsmy sen šat žaba",
    "sl": "cena čas ćud dom sen šal zima žaba",
    "sv": "ett sju wok zebra åtta ära öga",
    "uk": "10 гай ґава дім єва ива ідея їжа йод latin",
}


def test_swedish_ends_in_its_own_letters() -> None:
    """å, ä and ö come after z, in that order."""
    words = ["öga", "ära", "åtta", "zebra", "Ålder"]
    assert sorted(words, key=lambda word: sort_key(word, "sv")) == ["zebra", "Ålder", "åtta", "ära", "öga"]


@pytest.mark.parametrize("tag", sorted(ORDERS))
def test_each_language_has_its_own_order(tag: str) -> None:
    """Words are in the order of a dictionary (checked with ICU 78, CLDR 48)."""
    expected = ORDERS[tag].split()
    assert sorted(sorted(expected, reverse=True), key=lambda word: sort_key(word, tag)) == expected


def test_a_country_does_not_change_the_order() -> None:
    """A longer tag has its language's order, an unknown one the root's."""
    assert sort_key("ö", "sv-FI") == sort_key("ö", "sv")
    assert sort_key("ö", "qaa") == sort_key("ö", "de")


def test_how_a_letter_is_encoded_does_not_matter() -> None:
    """Composed and decomposed letters have the same place, but the order stays total."""
    composed, decomposed = sort_key("\u00e5", "sv"), sort_key("a\u030a", "sv")
    assert composed[0] == decomposed[0]
    assert composed != decomposed


@given(st.sampled_from(OFFICIAL), st.lists(st.text(max_size=8), max_size=6))
def test_the_order_is_total(tag: str, texts: list[str]) -> None:
    """Texts are sorted the same from any order, and different texts have different keys."""

    def key(text: str) -> Key:
        return sort_key(text, tag)

    backwards = texts[::-1]
    assert sorted(texts, key=key) == sorted(backwards, key=key)
    assert len({sort_key(text, tag) for text in texts}) == len(set(texts))
