"""Spaces that a language keeps from breaking: French before high punctuation, Czech and others behind short words."""

from __future__ import annotations

import re
from functools import cache

from noticeboard.languages.markup_placeholders import OBJECT, SEAM

NO_BREAK, NARROW = "\u00a0", "\u202f"

_SPACES = " \t\n\u00a0\u202f\u2009"
_NO_SPACES = dict.fromkeys(map(ord, _SPACES))
_GAP = frozenset(_SPACES + SEAM)
_FOLLOWED = f"(?={SEAM}*(?:[\\s)\\]}}\u00bb\u201d\u2019\"'.,\u2026]|$))"
_BEFORE = (
    (re.compile(f"[;!?]+{_FOLLOWED}"), NARROW),
    (re.compile(f":{_FOLLOWED}"), NO_BREAK),
    (re.compile("\u00bb"), NO_BREAK),
)
_OPENING = re.compile(f"(\u00ab)([{_SPACES}{SEAM}]*)")
_CLOSING = re.compile(f"([{_SPACES}{SEAM}]+)(\u00bb)")
_CARRIERS = frozenset(f"{OBJECT})]}}\u00bb\u201d\u2019%\u00b0\u2026")
"""What high punctuation may follow, besides letters and digits."""

_SHORT_WORDS = {"cs": "aikosuvz", "pl": "aiouwz", "sk": "aikosuvz"}
"""Prepositions and conjunctions of one letter: Czech (ČSN 01 6910), Polish and Slovak typography."""


def set_french_spaces(text: str) -> str:
    """The text with no-break spaces before ; ! ? (narrow) and : and inside guillemets, typed or not.

    After the Lexique des règles typographiques en usage à l'Imprimerie nationale. Marks that no space or end follows
    are left alone (10:30).
    """
    for pattern, space in _BEFORE:
        text = _spaced_before(text, pattern, space)
    return _OPENING.sub(lambda match: match[1] + NO_BREAK + _seams(match[2]), text)


def without_inner_spaces(text: str) -> str:
    """The text with no space inside guillemets; without them, marks pair by their surroundings as elsewhere."""
    text = _OPENING.sub(lambda match: match[1] + _seams(match[2]), text)
    return _CLOSING.sub(lambda match: _seams(match[1]) + match[2], text)


def _spaced_before(text: str, pattern: re.Pattern[str], space: str) -> str:
    """The text with that one space before each place where the pattern is found."""
    parts, done = [], 0
    for match in pattern.finditer(text):
        gap = match.start()
        while gap > done and text[gap - 1] in _GAP:
            gap -= 1
        if gap > done and (match[0] == "\u00bb" or text[gap - 1].isalnum() or text[gap - 1] in _CARRIERS):
            parts += [text[done:gap], _seams(text[gap : match.start()]), space]
            done = match.start()
    return "".join(parts) + text[done:] if parts else text


def _seams(gap: str) -> str:
    return gap.translate(_NO_SPACES)


def bind_short_words(text: str, language: str) -> str:
    """The text with a no-break space behind words of one letter, in the languages that ask for it."""
    pattern = _short_words(language)
    return pattern.sub(rf"\1{NO_BREAK}", text) if pattern else text


@cache
def _short_words(language: str) -> re.Pattern[str] | None:
    if language not in _SHORT_WORDS:
        return None
    letter = f"[{_SHORT_WORDS[language]}{_SHORT_WORDS[language].upper()}]"
    alone = f"(?<![\\w{SEAM}{OBJECT}.'\u2019-]{letter})"
    behind_seam = f"(?<=[\\s(\u201e\u201a\u00ab\u00bb\u201c]{SEAM}{letter})|(?<=^{SEAM}{letter})"
    following = f"[ \n](?={SEAM}*[^\\s{SEAM}])"
    return re.compile(f"({letter}(?={SEAM}*[ \n])(?:{alone}|{behind_seam}){SEAM}*){following}")
