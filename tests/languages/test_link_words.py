"""Link texts that say nothing."""

# These tests are about letters and marks that look like others.
# ruff: noqa: RUF001

from __future__ import annotations

import pytest

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.link_words import link_words, says_nothing


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        *(("Read", "en"), ("Lesen", "de"), ("Czytaj", "pl"), ("Læs", "da"), ("Léigh", "ga"), ("Skaityti", "lt")),
        *(("here", "en"), ("Click here!", "en"), ("» Read more …", "en"), ("ici", "fr"), ("Plus d’informations", "fr")),
        *(
            ("diese Seite", "de"),
            ("cette page", "fr"),
            ("esta página", "es"),
            ("questa pagina", "it"),
            ("weitere Infos", "de"),
        ),
        *(
            ("den här sidan", "sv"),
            ("denne side", "da"),
            ("hier klikken", "nl"),
            ("haga click aquí", "es"),
            ("klicka", "sv"),
        ),
        *(
            ("plus d'infos", "fr"),
            ("vedi qui", "it"),
            ("via länken", "sv"),
            ("hawnhekk", "mt"),
            ("ikklikkja hawnhekk", "mt"),
        ),
        *(
            ("dan il-link", "mt"),
            ("aqra iktar", "mt"),
            ("kliknij", "pl"),
            ("tym linkiem", "pl"),
            ("sprawdź tutaj", "pl"),
        ),
        *(
            ("klikněte na odkaz", "cs"),
            ("na tomto odkazu", "cs"),
            ("pokračovat", "cs"),
            ("tule", "sl"),
            ("klikni tukaj", "sl"),
        ),
        *(
            ("to povezavo", "sl"),
            ("beri dalje", "sl"),
            ("na tomto odkaze", "sk"),
            ("kliknite na odkaz", "sk"),
            ("tu", "hr"),
        ),
        *(
            ("klikni ovdje", "hr"),
            ("ovu poveznicu", "hr"),
            ("оттук", "bg"),
            ("тази страница", "bg"),
            ("още информация", "bg"),
        ),
        *(
            ("šioje nuorodoje", "lt"),
            ("skaityti toliau", "lt"),
            ("spied šeit", "lv"),
            ("šajā saitē", "lv"),
            ("lasīt tālāk", "lv"),
        ),
        *(
            ("vajuta siia", "et"),
            ("kliki siia", "et"),
            ("sellel lingil", "et"),
            ("tätä linkkiä", "fi"),
            ("jatka lukemista", "fi"),
        ),
        *(
            ("erre a linkre", "hu"),
            ("részletek", "hu"),
            ("brúigh anseo", "ga"),
            ("cliceáil ar an nasc", "ga"),
            ("léigh níos mó", "ga"),
        ),
        *(
            ("clique nesta ligação", "pt"),
            ("pe acest link", "ro"),
            ("σε αυτόν τον σύνδεσμο", "el"),
            ("website", "nl"),
            ("website", "en"),
        ),
        *(("Hier klicken", "de"), ("klik hier", "nl"), ("εδώ", "el"), ("тук", "bg"), ("aquí", "es"), ("itt", "hu")),
    ],
)
def test_empty_link_texts_are_found(words: str, lang: str) -> None:
    """Case, punctuation and the kind of apostrophe do not matter."""
    assert says_nothing(words, lang)


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("results here", "en"),
        ("Read the survey", "en"),
        ("der Fragebogen", "de"),
        ("to the questionnaire", "en"),
        ("la page des résultats", "fr"),
        ("Strona główna projektu", "pl"),
        ("Webseite der Schule", "de"),
        ("more", "hr"),
        ("more", "sl"),
        ("her", "en"),
        ("te", "nl"),
        ("hier", "fr"),
        ("here", "tr"),
    ],
)
def test_other_link_texts_are_left_alone(words: str, lang: str) -> None:
    """A word counts in its own language only ("more" is the sea in Croatian)."""
    assert not says_nothing(words, lang)


def test_every_official_language_has_its_words() -> None:
    """link_words.toml has the same three rows for all 24 languages, and every phrase in lower case."""
    tables = link_words()
    assert sorted(tables) == sorted(OFFICIAL)
    assert {tuple(table) for table in tables.values()} == {("phrases", "telling", "beside")}
    assert [p for table in tables.values() for p in table["phrases"] if p != p.lower()] == []
