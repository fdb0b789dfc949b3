"""How nouns form their plural at their end: enough to see that two labels are one word, not to form any."""

from __future__ import annotations

from noticeboard.languages.tables import table

_SHORTEST = 4
"""Letters of a stem: of shorter words too many that are not related look like it."""


def same_words(word: str, lang: str) -> frozenset[str]:
    """The word, in lower case, and all that could be its singular or plural in that language.

    Two words are the same if and only if each is among the other's, so twins are found without comparing all pairs.
    """
    pairs = table("plural_endings").get(lang, {}).get("endings", ())
    forms = ((old, new) for one, many in pairs for old, new in ((one, many), (many, one)))
    found = (_with(word, old, new) for old, new in forms if word.endswith(old))
    return frozenset((word, *(other for other in found if other)))


def _with(word: str, old: str, new: str) -> str:
    """The word with another ending; "" if the stem is too short to tell."""
    stem = word.removesuffix(old)
    return stem + new if len(stem) >= _SHORTEST else ""
