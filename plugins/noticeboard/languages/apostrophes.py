"""Apostrophes: the straight marks of a text that are no quotation marks, known by their place or their word.

Between letters a mark is an apostrophe in every language. At the edge of a word it could also open or close a
quotation; the lists hold the words of each language that are written with one there.
"""

from __future__ import annotations

import re
from functools import cache

from noticeboard.languages.markup_placeholders import OBJECT, SEAM

APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
PRIME = "\N{PRIME}"

_LEADING = {
    "de": "n|ne|nem|nen|ner|s",
    "en": "cause|em|n|til|tis|twas|twere",
    "ga": "gus|na|s|sea|se",
    "it": "l|n|na|ndrangheta|no|sta|ste|sti|sto|un",
    "nl": "er|ie|k|m|n|ns|r|s|t|tje|tjes",
}
"""Weak forms and shortened words that begin with an apostrophe."""

_TRAILING = {"it": "be|ca|co|da|de|di|fa|fe|mo|ne|pe|po|que|sta|to|va|vo"}
"""Words cut short at the end (Italian apocopes)."""

_ALWAYS = frozenset({"mt"})
"""Maltese ends so many words in an apostrophe (ta', jista') that none can be told to close a quotation."""

_LETTER = rf"[\w{OBJECT}]"


def set_apostrophes(text: str, language: str) -> str:
    """The text with the straight marks replaced that can only be apostrophes; `language` is a primary subtag."""
    if language in _ALWAYS:
        return text.replace("'", APOSTROPHE)
    return _pattern(language).sub(lambda match: match[0].replace("'", APOSTROPHE), text)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """What follows and precedes an apostrophe. It begins with the mark itself, by which a text is searched fast."""
    between = "|".join(f"(?<={_LETTER}{SEAM * seams}')" for seams in range(4))
    locations = [
        rf"(?:{between})(?={SEAM}*{_LETTER})(?!(?<=[0-9]')(?![0-9]{{3}}\b)[0-9])",
        r"(?<!\w')n'(?!\w)",
        r"(?<!\w')(?=[0-9]0s\b)",
    ]
    if language in _LEADING:
        locations.append(rf"(?<!\w')(?=(?:{_LEADING[language]})(?![\w']))")
    if language in _TRAILING:
        words = "|".join(rf"(?<=\b{word}')" for word in _TRAILING[language].split("|"))
        locations.append(rf"(?:{words})(?!\w)")
    return re.compile(f"'(?:{'|'.join(locations)})", re.IGNORECASE)
