"""The beginning of a text for small places: whole sentences if they fit, else whole words."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 160
"""In characters: about as much as search engines show of a description."""

_CLOSING = (
    "[\"'\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\u00ab\u00bb)\\]]*"
)
_MARK = "[.!?\u2026\u061f]"
_END = re.compile(f"(?<!{_MARK}){_MARK}+{_CLOSING}(?=\\s|$)")
"""What may end a sentence. In Greek a semicolon asks, but elsewhere it does not, so it counts for nothing."""

_OPENING = re.compile(
    "[\\s\"'(\N{LEFT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}\u00ab\u00bb\u00bf\u00a1]*(.?)", re.DOTALL
)
"""What is in front of a sentence, and its first letter."""

SHORT = 3
"""Letters of the longest word that may be abbreviated: "Nr.", "Dr.", "art."; in lower case only shorter ones are."""

_BREAKING = re.compile(r"[^\S\u00a0\u202f]+")
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_PUNCTUATION = " ,;:.\N{MIDDLE DOT}\N{EN DASH}\N{EM DASH}-(\u060c\u061b"


def excerpt(text: str, limit: int = LIMIT) -> str:
    """The text where it fits; else its first sentences that fit, or its first words with an ellipsis.

    `limit` counts characters (code points). White space becomes single spaces; those that do not break stay.
    """
    words = _BREAKING.sub(" ", text.strip())
    if len(words) <= limit:
        return words
    *_, end = (0, *takewhile(limit.__ge__, sentence_ends(words)))
    return words[:end] if end else _cut(words, limit)


def sentence_ends(text: str) -> Iterator[int]:
    """The places after the sentences of a text with single spaces; doubtful ones are left out.

    A full stop after a short word or an ordinal ("z. B.", "19. Februar") ends no sentence for certain; nor does any
    mark before a letter in lower case or a digit.
    """
    for match in _END.finditer(text):
        behind = _OPENING.match(text, match.end())
        first = behind[1] if behind else ""
        doubtful = match.group().startswith(".") and _is_short(text, match.start())
        if not (doubtful or first.islower() or first.isdigit()):
            yield match.end()


def _is_short(text: str, end: int) -> bool:
    """Whether the word in front of the full stop at `end` may be an abbreviation or an ordinal."""
    start = text.rfind(" ", 0, end) + 1
    word = text[text.rfind("(", start, end) + 1 or start : end]
    return "." in word or len(word) < SHORT or (len(word) == SHORT and not word.islower())


def _cut(words: str, limit: int) -> str:
    """The first words and an ellipsis; a first word that does not fit is cut."""
    kept = words[:limit].rpartition(" ")[0].rstrip(_PUNCTUATION)
    return (kept or words[: limit - 1]) + _ELLIPSIS
