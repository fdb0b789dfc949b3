"""How words of a language change, as far as a search needs it: word_forms.toml."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from noticeboard.languages.tables import entry


class WordForms(Struct, frozen=True):
    """How words change in a language; every text is lower case and without diacritical marks (NFD, no category M).

    `endings` can be cut. `changes` and `fronts` are ("k", "c"): the end or the beginning of a word, and what stands for
    it in another form. `elided` says that a short word may be joined to the next with an apostrophe (l'enquête).
    """

    endings: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    fronts: tuple[tuple[str, str], ...] = ()
    elided: bool = False


def word_forms(lang: str) -> WordForms:
    """How words change in that language; nothing if it is not known."""
    own = entry("word_forms", lang)
    return WordForms(
        tuple(_bare(own.get("endings", "")).split()),
        _pairs(own.get("changes", "")),
        _pairs(own.get("fronts", "")),
        elided=own.get("elided", False),
    )


def _bare(text: str) -> str:
    """The text as a search compares it."""
    marked = unicodedata.normalize("NFD", text)
    return "".join(c for c in marked if not unicodedata.category(c).startswith("M"))


def _pairs(table: str) -> tuple[tuple[str, str], ...]:
    found = (pair.partition(">") for pair in _bare(table).split())
    return tuple((left, right) for left, _, right in found)
