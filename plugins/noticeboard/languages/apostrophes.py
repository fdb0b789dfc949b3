"""Apostrophes: the straight marks of a text that are no quotation marks, known by their place or their word.

Between letters a mark is an apostrophe in every language, and before two digits that stand for a year. At the edge of
a word it could also open or close a quotation; typography.toml holds the words of each language that are written with
one there.
"""

from __future__ import annotations

import re
from functools import cache

from noticeboard.languages.markup_placeholders import IDEOGRAPH, OBJECT, SEAM
from noticeboard.languages.tables import entry

APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
PRIME = "\N{PRIME}"

# Ideographs have no capitals; with those in mind, the pattern of a language would take three times as long to compile.
_LETTER = rf"(?:(?!(?-i:{IDEOGRAPH}))[\w{OBJECT}])"
_DOUBLE = '["\u00ab\u00bb\u201c-\u201e]'
_YEAR = re.compile(r"(?<!\w)'(?=\d\d(?!\d))")
_CLOSES = re.compile(r"(?<=[^\W\d_sxz])'(?!\w)|(?<!\w)'(?=\w)", re.IGNORECASE)


def set_apostrophes(text: str, language: str) -> str:
    """The text with the straight marks replaced that can only be apostrophes; `language` is a language tag."""
    text = _pattern(language).sub(lambda match: match[0].replace("'", APOSTROPHE), text)
    return _YEAR.sub(lambda match: "'" if _opens(text, match.end()) else APOSTROPHE, text)


def _opens(text: str, behind: int) -> bool:
    """Whether the mark before a number opens a quotation ('24 hours') and cuts no year short ('68)."""
    other = _CLOSES.search(text, behind)
    return other is not None and text[other.start() - 1].isalpha()


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """What follows and precedes an apostrophe. It begins with the mark itself, by which a text is searched fast."""
    between = "|".join(f"(?<={_LETTER}{SEAM * seams}')" for seams in range(4))
    locations = [
        rf"(?:{between})(?={SEAM}*{_LETTER})(?!(?<=[0-9]')(?![0-9]{{3}}\b)[0-9])",
        # An elision before a quotation: l'"école".
        rf"(?<=[^\W\d_]')(?={SEAM}*{_DOUBLE}{SEAM}*{_LETTER})",
        # A case ending after one: "Emma"'s.
        rf"(?<={_DOUBLE}')(?=s\b)",
        r"(?<!\w')n'(?!\w)",
        r"(?<!\w')(?=[0-9]0s\b)",
    ]
    own = entry("typography", language)
    if leading := own.get("leading"):
        edge = "[\\w'-]" if own.get("leading_apart") else "[\\w']"
        locations.append(rf"(?<!\w')(?=(?:{'|'.join(map(_word, leading.split()))})(?!{edge}))")
    if trailing := own.get("trailing"):
        words = "|".join(rf"(?<=\b{word}')" for word in trailing.split() if "*" not in word)
        locations.append(rf"(?:{words})(?!\w)")
    return re.compile(f"'(?:{'|'.join(locations)})", re.IGNORECASE)


def _word(pattern: str) -> str:
    """The regular expression for a word of the table."""
    return re.escape(pattern).replace(r"\*", r"\w*")
