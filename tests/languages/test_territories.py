"""The country of a language's locale."""

from __future__ import annotations

import pytest

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.locales import with_territory


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("sv", "sv_SE"),
        ("en", "en_IE"),
        ("pt", "pt_PT"),
        ("pt-BR", "pt_BR"),
        ("el", "el_GR"),
        ("ga", "ga_IE"),
        ("ar", "ar_EG"),
        ("de-AT", "de_AT"),
    ],
)
def test_a_locale_has_its_country(tag: str, expected: str) -> None:
    """That of the tag, else the locale's, else the one with most speakers (CLDR)."""
    assert with_territory(tag) == expected


def test_every_official_language_has_a_country() -> None:
    """All different."""
    assert len({with_territory(tag) for tag in OFFICIAL} - {""}) == len(OFFICIAL)


@pytest.mark.parametrize("tag", ["tlh", "qaa"])
def test_a_language_that_cldr_does_not_know_has_none(tag: str) -> None:
    """No country is invented."""
    assert with_territory(tag) == ""
