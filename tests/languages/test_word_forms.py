"""How words change, for the search."""

from __future__ import annotations

import re
import unicodedata

import pytest
from msgspec.structs import astuple

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.word_forms import WordForms, word_forms


@pytest.mark.parametrize("lang", [*OFFICIAL, "ar"])
def test_every_language_has_its_forms(lang: str) -> None:
    """All official languages and Arabic have endings, in the form in which the search compares words."""
    forms = word_forms(lang)
    assert forms.endings
    texts = [*forms.endings, *(part for pairs in (forms.changes, forms.fronts) for pair in pairs for part in pair)]
    assert [t for t in texts if t != "".join(c for c in unicodedata.normalize("NFD", t) if c.isalpha())] == []
    assert [t for t in texts if t != t.lower()] == []


@pytest.mark.parametrize("lang", [*OFFICIAL, "ar"])
def test_every_rule_changes_something(lang: str) -> None:
    """And none is repeated."""
    for pairs in (word_forms(lang).changes, word_forms(lang).fronts):
        assert [pair for pair in pairs if pair[0] == pair[1]] == []
        assert len(set(pairs)) == len(pairs)


def test_the_tables_fit_into_attributes() -> None:
    """With spaces and > as separators."""
    assert [lang for lang in OFFICIAL if re.search(r"[\s>]", "".join(word_forms(lang).endings))] == []


def test_a_language_that_is_not_known_has_none() -> None:
    """Its words are searched as they are."""
    assert word_forms("uk") == WordForms((), (), (), elided=False)


def test_a_region_changes_nothing() -> None:
    """Words of a language change in the same way everywhere."""
    assert astuple(word_forms("pt-BR")) == astuple(word_forms("pt"))
