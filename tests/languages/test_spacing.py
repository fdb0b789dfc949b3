"""No-break spaces, and dashes in ranges."""

# These tests are about dashes, so characters that look like others are intended.
# ruff: noqa: RUF001

from __future__ import annotations

import pytest

from noticeboard.languages.markup_placeholders import OBJECT, SEAM
from noticeboard.languages.typography import set_typography

NBSP, NARROW, JOINER = "\u00a0", "\u202f", "\u2060"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quoi ?", f"Quoi{NARROW}?"),
        ("Quoi?", f"Quoi{NARROW}?"),
        ("un ; deux", f"un{NARROW}; deux"),
        ("Vraiment ?!", f"Vraiment{NARROW}?!"),
        ("Date : demain", f"Date{NBSP}: demain"),
        ("«oui»", f"«{NBSP}oui{NBSP}»"),
        ("« oui » !", f"«{NBSP}oui{NBSP}»{NARROW}!"),
        (f"mot{SEAM} !", f"mot{SEAM}{NARROW}!"),
        (f"{OBJECT} :", f"{OBJECT}{NBSP}:"),
        ("à 10:30 (?) a::b", "à 10:30 (?) a::b"),
    ],
)
def test_french_marks_have_spaces(text: str, expected: str) -> None:
    """High punctuation and guillemets get a no-break space, however it was typed."""
    assert set_typography(text, "fr") == expected


def test_other_languages_have_no_such_spaces() -> None:
    """Only French does."""
    assert set_typography("Wat ? «x»", "nl") == "Wat ? «x»"


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("cs", "a v lese s ním k\ndomu", f"a{NBSP}v{NBSP}lese s{NBSP}ním k{NBSP}domu"),
        ("sk", "V škole a o nej", f"V{NBSP}škole a{NBSP}o{NBSP}nej"),
        ("pl", "W domu i z psem (o nim)", f"W{NBSP}domu i{NBSP}z{NBSP}psem (o{NBSP}nim)"),
        ("cs", f"{SEAM}v{SEAM} lese, ale", f"{SEAM}v{SEAM}{NBSP}lese, ale"),
        ("cs", f"jde {SEAM}k{SEAM} {SEAM}domu", f"jde {SEAM}k{SEAM}{NBSP}{SEAM}domu"),
        ("cs", "Wi-Fi a", "Wi-Fi a"),
        ("sl", "v gozdu", "v gozdu"),
    ],
)
def test_short_words_stay_with_the_next_word(tag: str, text: str, expected: str) -> None:
    """Czech, Slovak and Polish words of one letter do not end a line."""
    assert set_typography(text, tag) == expected


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("mt", "L-iskola fl-iskola, mill-għalliema", "L-+iskola fl-+iskola, mill-+għalliema"),
        ("mt", "għall-ħin tal-Unjoni, ix-xahar (it-tfal)", "għall-+ħin tal-+Unjoni, ix-+xahar (it-+tfal)"),
        ("mt", f"bħaċ-{SEAM}ċavetta{SEAM} f'il-ħin", f"bħaċ-+{SEAM}ċavetta{SEAM} f’il-+ħin"),
        ("mt", "fis-17:00, anti-l-ħin, A4-il-B", "fis-17:00, anti-l-ħin, A4-il-B"),
        (
            "ga",
            "an t-ábhar, go n-ólfaidh, na h-Éireann, sean-nós",
            "an t-+ábhar, go n-+ólfaidh, na h-+Éireann, sean-nós",
        ),
        ("ro", "s-a dus, a V-a, într-o", "s-+a dus, a V-+a, într-o"),
        ("de", "die S-Bahn", "die S-Bahn"),
    ],
)
def test_prefixes_stay_with_their_word(tag: str, text: str, expected: str) -> None:
    """No line ends after the hyphen of a Maltese article, an Irish prefix or a short Romanian pronoun."""
    assert set_typography(text, tag) == expected.replace("+", JOINER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("£9.99-£12.50, €10-€20, €9.99-12.50", "£9.99–£12.50, €10–€20, €9.99–12.50"),
        ("5%-10%, 2,5 %-5 %, 10€-20€", f"5%–10%, 2,5{NBSP}%–5{NBSP}%, 10€–20€"),
        ("'50-'60", "’50–’60"),
        ("10-15-jarigen, 13-15letí", "10–15-jarigen, 13–15letí"),
        ("10-20 minuten", "10–20 minuten"),
        ("blz. 9-12.", f"blz.{NBSP}9–12."),
        ("2019-2023, 2023-24", "2019–2023, 2023–24"),
        ("(09:00-17:30)", "(09:00–17:30)"),
        ("€10-20", "€10–20"),
        ("500-1000 scholen", "500–1000 scholen"),
        ("1.000-2.000 scholen", "1.000–2.000 scholen"),
        ("1,5-2,5 uur", "1,5–2,5 uur"),
        ("1.-3. maart", "1.–3. maart"),
    ],
)
def test_ranges_take_a_dash(text: str, expected: str) -> None:
    """An en dash joins rising numbers, years and times."""
    assert set_typography(text, "nl") == expected


@pytest.mark.parametrize(
    "text",
    [
        *("2023-02-19", "2023-02", "19-02-2023", "COVID-19", "A4-20", "20-10", "1-2-3", "12-34/56", "02-555"),
        *("2008-11", "01-05", "9-12.30", "555-1234", "2.000-1.000", "2,5-1,5", "3.-1. maart"),
        *("2.5-3.5", "2.5-3.5.1", "v2.5-3.5%", "’50-6", "12. 5. 20", "1.2. 3. 2027"),
        *("€10-€20-bon", "£10-€20", "5%-regel", "5%-10%-regel", "€1.2.3-€4", "10-20cm", "ISSN 1350-4630"),
        *("+32 2 123-456", "tel. 123-456", "(02) 123-456", "ISO 20-30", "9-12a", "v1.2-3", "10-20 000", "10 -20"),
        f"10{SEAM}-20",
    ],
)
def test_hyphens_that_may_be_no_range_stay(text: str) -> None:
    """In dates, telephone numbers, standards and identifiers."""
    assert set_typography(text, "nl") == text


@pytest.mark.parametrize("tag", ["es", "pt"])
def test_spanish_and_portuguese_ranges_keep_the_hyphen(tag: str) -> None:
    """It is their norm."""
    assert set_typography("10-20", tag) == "10-20"
