"""Alternative texts and credits that say nothing, in each language."""

# These tests are about letters and marks that look like others.
# ruff: noqa: RUF001

from __future__ import annotations

import pytest

from noticeboard.languages.image_of import image_words, says_image_of
from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.phrase_ends import _NEVER_LAST, is_cut_off
from noticeboard.languages.picture_words import _CREDIT, _PICTURE, is_empty_alt, is_empty_credit


@pytest.mark.parametrize(
    ("alt", "lang"),
    [
        *(
            ("graph 0", "en"),
            ("Article image", "en"),
            ("alt", "nl"),
            ("IMG_2041", "sv"),
            ("image 2 of 3", "en"),
            ("…", "en"),
        ),
        *(
            ("Afbeelding", "nl"),
            ("Bild 3", "de"),
            ("εικόνα άρθρου", "el"),
            ("снимка", "bg"),
            ("Kuva 1.", "fi"),
            ("-", "pl"),
        ),
    ],
)
def test_a_placeholder_is_no_alternative_text(alt: str, lang: str) -> None:
    """Words for pictures, numbers and signs alone do not say what is shown."""
    assert is_empty_alt(alt, lang)


@pytest.mark.parametrize(
    ("alt", "lang"),
    [
        ("Bars for four groups", "en"),
        ("Logo of Erasmus", "en"),
        ("Een boom", "nl"),
        ("Слика 1", "mk"),
        ("Graphe", "fr"),
    ],
)
def test_a_description_is_an_alternative_text(alt: str, lang: str) -> None:
    """One other word is enough; a word of a language that is not listed counts."""
    assert not is_empty_alt(alt, lang)


def test_a_credit_names_somebody() -> None:
    """Words for "source" and "name" name nobody; a person's or program's name does."""
    said = {
        c: is_empty_credit(c, "sv")
        for c in ("Källa: okänd", "Name / Source", "© 2026", "Ann", "Bild: Pixabay", "a / b.py")
    }
    assert said == {
        **dict.fromkeys(("Källa: okänd", "Name / Source", "© 2026"), True),
        **dict.fromkeys(("Ann", "Bild: Pixabay", "a / b.py"), False),
    }


@pytest.mark.parametrize(
    ("alt", "lang", "expected"),
    [
        ("Image of two teachers", "en", "Image of"),
        ("A picture showing a class", "en", "A picture showing"),
        ("Une image d’une classe", "fr", "Une image d'"),
        ("Kuva kahdesta opettajasta", "fi", "Kuva"),
        ("Obrázek dvou učitelů", "cs", "Obrázek"),
        ("Photo of two teachers", "en", "Photo of"),
        ("Afbeelding: twee leraren", "nl", "Afbeelding"),
        ("Foto von zwei Lehrkräften", "de", "Foto von"),
        ("Ein Bild, das zwei Kinder zeigt", "de", "Ein Bild, das"),
        ("O imagine în care sunt doi copii", "ro", "O imagine în"),
        ("Zdjęcie nauczycieli", "pl", "Zdjęcie"),
        ("Na slici su dva učitelja", "hr", "Na slici"),
        ("Photographer at work", "en", ""),
        ("Fotografen bei der Arbeit", "de", ""),
        ("Picture books on a shelf", "en", ""),
        ("Drawing of a tablet", "en", ""),
        ("Imagination at work", "fr", ""),
        ("Bildung für alle", "de", ""),
        ("Vaizdas iš viršaus", "lt", ""),
        ("Kuvakirjoja hyllyllä", "fi", ""),
    ],
)
def test_a_needless_image_of_is_found(alt: str, lang: str, expected: str) -> None:
    """The result is that beginning; words that name the kind of picture, and compounds, are left alone."""
    assert says_image_of(alt, lang) == expected


@pytest.mark.parametrize(
    ("phrase", "lang"),
    [
        *(
            ("Two teachers and", "en"),
            ("Two teachers shake…", "en"),
            ("A class (in Rome", "en"),
            ("Twee leraren,", "nl"),
        ),
        *(
            ("Zwei Lehrerinnen mit einer", "de"),
            ("Une classe dans la", "fr"),
            ("Dva učitelé a", "cs"),
            ("Тема на", "bg"),
        ),
    ],
)
def test_a_truncated_phrase_is_found(phrase: str, lang: str) -> None:
    """Articles, conjunctions, commas and open brackets end no phrase."""
    assert is_cut_off(phrase, lang)


@pytest.mark.parametrize(
    ("phrase", "lang"),
    [
        *(("A child dives in", "en"), ("Class A", "en"), ("Vitamin A", "en"), ("Kinder machen mit", "de"), ("a", "en")),
        *(
            ("Lärare som går på", "sv"),
            ("Ο δάσκαλος με τον μαθητή του", "el"),
            ("Een kind doet mee", "nl"),
            ("Et barn", "da"),
        ),
    ],
)
def test_a_whole_phrase_is_left_alone(phrase: str, lang: str) -> None:
    """Particles, possessives and single letters may end a phrase."""
    assert not is_cut_off(phrase, lang)


@pytest.mark.parametrize("table", [image_words(), _NEVER_LAST])
def test_every_official_language_has_its_words(table: dict[str, str]) -> None:
    """All 24 languages are covered."""
    assert sorted(table) == sorted(OFFICIAL)


def test_every_official_language_has_words_for_pictures_and_credits() -> None:
    """All 24 languages are covered; placeholders that tools write in any language are listed separately."""
    assert (set(OFFICIAL) - set(_PICTURE), set(OFFICIAL) - set(_CREDIT) - {"en"}) == (set(), set())
