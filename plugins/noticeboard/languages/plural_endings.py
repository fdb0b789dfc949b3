"""How nouns form their plural at their end: enough to see that two labels are one word, not to form any."""

from __future__ import annotations

from noticeboard.languages.tables import table

_SHORTEST = 4
"""Letters of a stem: of shorter words too many that are not related look like it."""


def same_word(one: str, other: str, lang: str) -> bool:
    """Whether two words, in lower case, are equal or singular and plural of one another in that language."""
    if one == other:
        return True
    return any(
        _pair(one, other, *pair) or _pair(other, one, *pair)
        for pair in table("plural_endings").get(lang, {}).get("endings", ())
    )


def _pair(singular: str, plural: str, ending: str, plural_ending: str) -> bool:
    stem = singular[: len(singular) - len(ending)]
    return len(stem) >= _SHORTEST and singular == stem + ending and plural == stem + plural_ending
