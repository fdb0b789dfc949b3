"""Names of months in texts -> the number of the month, from CLDR through Babel."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from noticeboard.languages.locales import locale
from noticeboard.languages.tables import entry

_WORD = re.compile(r"[^\W\d_]{3,}")
_LENGTH = 3
"""The least number of letters of a month's name or abbreviation."""

_DROPPED, _ADDED = 2, 5
"""How many letters an ending of a month's name may replace, and how many it may have."""


def month(word: str, tag: str, *, inflected: bool = False) -> int:
    """The number of the month that the word names in the language; 0 if it names none.

    Names and abbreviations are CLDR's; with `inflected` there are other endings too ("veljači", "helmikuussa"), which
    is only safe if something else says that there is a month.
    """
    word = word.lower()
    found = _names(tag).get(word, 0)
    return found or (_inflected(word, tag) if inflected else 0)


def names_month(text: str, number: int, tag: str) -> bool:
    """Whether a word of the text is, in any form, the name of the month in the language."""
    return any(month(word, tag, inflected=True) == number for word in _WORD.findall(text))


@cache
def _names(tag: str) -> dict[str, int]:
    """The first words of the months' names and abbreviations, in lower case."""
    own: dict[str, int] = entry("months", tag).get("forms", {})
    forms = [locale(tag).months[use][width] for use in ("format", "stand-alone") for width in ("wide", "abbreviated")]
    named = {_first(name): number for names in forms for number, name in names.items()}
    return own | {name: number for name, number in named.items() if len(name) >= _LENGTH and name.isalpha()}


def _first(name: str) -> str:
    """The word that tells the month: Catalan writes "de maig", Irish "Meán Fómhair"."""
    words = name.lower().replace("d\u2019", "").removeprefix("de ").split()
    return words[0].rstrip(".") if words else ""


@lru_cache(maxsize=2048)
def _inflected(word: str, tag: str) -> int:
    """The month whose name agrees with the word except for the ending; 0 if there is none or more than one.

    Of names that share a beginning (juuni, juuli) the one that has most in common with the word counts.
    """
    common = {name: _common(word, name) for name in _names(tag)}
    longest = max(common.values(), default=0)
    found = {_names(tag)[name] for name, length in common.items() if length == longest}
    return found.pop() if longest and len(found) == 1 else 0


def _common(word: str, name: str) -> int:
    """How many letters word and name begin with together; 0 if they differ in more than an ending."""
    stem = max(len(name) - _DROPPED, _LENGTH)
    if word[:stem] != name[:stem]:
        return 0
    while stem < len(name) and word[: stem + 1] == name[: stem + 1]:
        stem += 1
    return stem if len(word) - stem <= _ADDED else 0
