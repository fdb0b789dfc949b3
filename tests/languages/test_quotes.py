"""Quotation marks and apostrophes in plain text."""

# These tests are about quotation marks, so characters that look like others are intended.
# ruff: noqa: RUF001

from __future__ import annotations

import pytest

from noticeboard.languages.markup_placeholders import OBJECT, SEAM
from noticeboard.languages.typography import set_typography


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("bg", "„na „bb“ ce“"),
        ("cs", "„na ‚bb‘ ce“"),
        ("da", "»na ›bb‹ ce«"),
        ("el", "«na “bb” ce»"),
        ("en", "“na ‘bb’ ce”"),
        ("fi", "”na ’bb’ ce”"),
        ("fr", "«\u00a0na “bb” ce\u00a0»"),
        ("hr", "„na ‚bb’ ce”"),
        ("hu", "„na »bb« ce”"),
        ("mt", "“na ‘bb’ ce”"),
        ("pl", "„na «bb» ce”"),
        ("qaa", "“na ‘bb’ ce”"),
    ],
)
def test_marks_are_the_languages_own_and_nest(tag: str, expected: str) -> None:
    """A quotation within a quotation takes the inner marks."""
    assert set_typography('"na "bb" ce"', tag) == expected


def test_single_marks_open_and_close_too() -> None:
    """Inside double marks they are the inner level; alone they stay single if the language has single marks."""
    assert set_typography("\"a 'b' c\"", "sv") == "”a ’b’ c”"
    assert set_typography("'a \"b\" c'", "en") == "‘a “b” c’"
    assert set_typography("'a'", "pl") == "„a”"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Yes," he said.', "“Yes,” he said."),
        ('He said: "Yes."', "He said: “Yes.”"),
        ('("yes")', "(“yes”)"),
        ('"a"–"b"', "“a”–“b”"),
        ('Did he say "yes"?', "Did he say “yes”?"),
        ('"..." and "..."', "“…” and “…”"),
        ('the "teachers\' union"', "the “teachers’ union”"),
    ],
)
def test_the_characters_beside_a_mark_decide_its_direction(text: str, expected: str) -> None:
    """Brackets, dashes and punctuation do."""
    assert set_typography(text, "en") == expected


@pytest.mark.parametrize("text", ['a 6" disc', 'an "open end', 'an end" open', '""', '" "', 'a"b'])
def test_a_mark_without_partner_stays_straight(text: str) -> None:
    """Inch signs and unclosed quotations are not guessed."""
    assert set_typography(text, "en") == text


def test_a_mark_finds_its_typographic_partner() -> None:
    """A straight mark closes „ and the other way round; typographic marks never change."""
    assert set_typography('„tak"', "pl") == "„tak”"
    assert set_typography('"tak”', "pl") == "„tak”"
    assert set_typography('“yes” "ja"', "de") == "“yes” „ja“"


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("nl", "'s avonds, 't is zo'n foto's", "’s avonds, ’t is zo’n foto’s"),
        ("nl", "\"'s avonds\" en 'mooi'", "“’s avonds” en ‘mooi’"),
        ("nl", "de letter 's'", "de letter ‘s’"),
        ("en", "rock 'n' roll in the '90s, 'tis O'Brien's", "rock ’n’ roll in the ’90s, ’tis O’Brien’s"),
        ("fr", "l'école d'aujourd'hui", "l’école d’aujourd’hui"),
        ("it", "un po' di 'cose' dell'anno", "un po’ di «cose» dell’anno"),
        ("mt", "jista' jkun ta' Frar, minn 'l hawn", "jista’ jkun ta’ Frar, minn ’l hawn"),
        ("uk", "п'ять", "п’ять"),
        ("fi", "vaa'an", "vaa’an"),
    ],
)
def test_apostrophes_are_no_quotation_marks(tag: str, text: str, expected: str) -> None:
    """Between letters, and in listed words, a single mark is an apostrophe."""
    assert set_typography(text, tag) == expected


def test_a_single_mark_after_a_number_is_a_prime() -> None:
    """For feet and minutes; between thousands it is an apostrophe."""
    assert set_typography("5' high, 1'000 francs", "en") == "5′ high, 1’000 francs"


def test_marks_pair_across_seams_and_around_objects() -> None:
    """Tags are ignored, and code counts as a word."""
    text = f'"{SEAM}x{SEAM}" "{OBJECT}" l{SEAM}\'{SEAM}"x"'
    assert set_typography(text, "en") == f"“{SEAM}x{SEAM}” “{OBJECT}” l{SEAM}’{SEAM}“x”"
