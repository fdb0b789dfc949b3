"""The beginning of a text, for places with little room: whole sentences where they fit, else whole words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 160
"""In characters: about as much as search engines show of a description."""

_CLOSING = (
    "[\"'\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\u00ab\u00bb)\\]]*"
)
_END = re.compile(f"[.!?\u2026\u061f]+{_CLOSING}(?=\\s|$)")
"""What may end a sentence. In Greek a semicolon asks, but elsewhere it does not, so it counts for nothing."""

_OPENING = " \"'(\N{LEFT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}\u00ab\u00bb\u00bf\u00a1"
SHORT = 3
"""Letters of the longest word that may be abbreviated: "Nr.", "Dr.", "art."; in lower case only shorter ones are."""

_BEFORE = re.compile(r"[^\s(]*$")
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_PUNCTUATION = " ,;:.\N{EN DASH}\N{EM DASH}-(\u060c\u061b"


def excerpt(text: str, limit: int = LIMIT) -> str:
    """The text where it fits; else its first sentences that fit, or its first words with an ellipsis.

    `limit` counts characters (code points). The text's white space is single spaces.
    """
    words = " ".join(text.split())
    if len(words) <= limit:
        return words
    whole = [end for end in sentence_ends(words) if end <= limit]
    return words[: whole[-1]] if whole else _cut(words, limit)


def sentence_ends(text: str) -> Iterator[int]:
    """The places behind the sentences of a text with single spaces; doubtful ones are left out.

    A full stop behind a short word or an ordinal ("z. B.", "19. Februar") ends no sentence for certain; nor does any
    mark before a letter in lower case or a digit.
    """
    for match in _END.finditer(text):
        after = text[match.end() :].lstrip(_OPENING)
        doubtful = match.group().startswith(".") and _is_short(text[: match.start()])
        if not (doubtful or after[:1].islower() or after[:1].isdigit()):
            yield match.end()


def _is_short(before: str) -> bool:
    """Whether the word in front of a full stop may be an abbreviation or an ordinal."""
    found = _BEFORE.search(before)
    word = found.group() if found else ""
    return "." in word or len(word) < SHORT or (len(word) == SHORT and not word.islower())


def _cut(words: str, limit: int) -> str:
    """The first words and an ellipsis; a first word that does not fit is cut."""
    kept = words[:limit].rpartition(" ")[0].rstrip(_PUNCTUATION)
    return (kept or words[: limit - 1]) + _ELLIPSIS
