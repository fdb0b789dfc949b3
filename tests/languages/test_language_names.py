"""Names of languages, and lists."""

from __future__ import annotations

import pytest

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.language_names import join, language_name, native_name

SHIPPED = (*OFFICIAL, "ar", "uk")


def test_native_names_begin_with_a_capital() -> None:
    """As at the beginning of a line; all names differ."""
    names = [native_name(tag) for tag in SHIPPED]
    assert [name for name in names if name[0] != name[0].title()] == []
    assert len(set(names)) == len(SHIPPED)
    assert (native_name("nl"), native_name("sv"), native_name("cs")) == ("Nederlands", "Svenska", "Čeština")
    assert (native_name("pt"), native_name("mt"), native_name("ga")) == ("Português", "Malti", "Gaeilge")


@pytest.mark.parametrize("reader", SHIPPED)
def test_every_language_has_a_name_in_every_other(reader: str) -> None:
    """No name falls back to the native one, unless the two are equal anyway."""
    names = {tag: language_name(tag, reader) for tag in SHIPPED}
    assert len(set(names.values())) == len(SHIPPED)
    assert reader == "nl" or names["nl"].casefold() != "nederlands"


def test_a_name_has_its_form_within_a_sentence() -> None:
    """Swedish uses lower case, English and Dutch do not."""
    assert language_name("nl", "sv") == "nederländska"
    assert language_name("sv", "nl") == "Zweeds"
    assert language_name("pt-BR", "nl") == "Portugees (Brazilië)"


def test_an_unknown_language_is_named_by_its_tag() -> None:
    """The native name is used in and for a language that CLDR does not know."""
    assert (native_name("qaa"), language_name("qaa", "nl"), language_name("nl", "qaa")) == ("qaa", "qaa", "Nederlands")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("nl", "a, b en c"), ("en", "a, b and c"), ("mt", "a, b u c"), ("ga", "a, b agus c"), ("ar", "a وb وc")],
)
def test_a_list_reads_as_in_a_sentence(tag: str, expected: str) -> None:
    """The language's word joins the last item."""
    assert join(["a", "b", "c"], tag) == expected


def test_short_lists() -> None:
    """No item gives "", one itself, two no comma."""
    assert (join([], "nl"), join(["a"], "nl"), join(["a", "b"], "nl")) == ("", "a", "a en b")


def test_spanish_changes_y_before_the_sound_i() -> None:
    """The word is "e" before "inglés", but "y" before "hielo"."""
    assert join(["alemán", "inglés"], "es") == "alemán e inglés"
    assert join(["agua", "hielo"], "es") == "agua y hielo"
