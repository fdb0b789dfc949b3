"""Plural forms: CLDR's, and the same as a C expression for gettext."""

from __future__ import annotations

from gettext import c2py

import pytest

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.locales import locale
from noticeboard.languages.plural_rules import plural_categories, plural_forms_header, plural_index

SHIPPED = (*OFFICIAL, "ar", "uk")
NUMBERS = (*range(201), 1_000, 21_000, 100_000, 1_000_000, 1_000_001, 2_000_000)


@pytest.mark.parametrize("tag", [*SHIPPED, "br", "cy", "gv", "kw", "mk", "qaa"])
def test_the_header_chooses_as_cldr_does(tag: str) -> None:
    """For every tried number the expression gives the index of CLDR's category."""
    count, _, expression = plural_forms_header(tag).removesuffix(";").partition("; plural=")
    choose = c2py(expression)
    categories = plural_categories(tag)
    assert count == f"nplurals={len(categories)}"
    assert [categories[choose(n)] for n in NUMBERS] == [locale(tag).plural_form(n) for n in NUMBERS]
    assert [choose(n) for n in NUMBERS] == [plural_index(tag, n) for n in NUMBERS]


def test_categories_are_those_of_whole_numbers() -> None:
    """Without forms for fractions only (cs many, pl other), but with millions if CLDR has them."""
    expected = {
        **dict.fromkeys(("bg", "da", "de", "el", "en", "et", "fi", "hu", "nl", "sv"), "one other"),
        **dict.fromkeys(("es", "fr", "it", "pt"), "one many other"),
        **dict.fromkeys(("cs", "hr", "lt", "ro", "sk"), "one few other"),
        **dict.fromkeys(("pl", "uk"), "one few many"),
        **dict.fromkeys(("ga", "mt"), "one two few many other"),
        "ar": "zero one two few many other",
        "lv": "zero one other",
        "sl": "one two few other",
    }
    assert {tag: " ".join(plural_categories(tag)) for tag in SHIPPED} == expected


def test_headers_are_plain_where_they_can_be() -> None:
    """Two forms are written as in other PO files; a language without rules has one form."""
    assert plural_forms_header("nl") == "nplurals=2; plural=(n != 1);"
    assert plural_forms_header("qaa") == "nplurals=1; plural=0;"


def test_numbers_below_zero_count_like_those_above() -> None:
    """Minus one has the form of one."""
    assert plural_index("nl", -1) == plural_index("nl", 1)
