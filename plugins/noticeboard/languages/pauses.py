"""Dashes and ellipses: the hyphens with a space on either side, and the three full stops, that people type for them."""

from __future__ import annotations

import re

from noticeboard.languages.markup_placeholders import SEAM
from noticeboard.languages.spacing import UNIT_SYMBOLS
from noticeboard.languages.tables import entry

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"

_SPACE = "[ \u00a0]"
_STOPS = re.compile(r"(?<![.\u2026/\\])\.\.\.(?![.\u2026/\\])(?!(?<=\d\.\.\.)\d)")
_HYPHENS = re.compile(rf"(?<={_SPACE})--?(?=[ \u00a0\n,;:])")
_COUNTED = re.compile(rf"[ \u00a0\n]\d+\.?[ \u00a0](?!(?:{UNIT_SYMBOLS})(?!\w))[^\W\d_]{{2}}")
"""A number that counts what follows it, as in dates: a negative number is before a sign or a unit."""
_TERM_LEFT = re.compile(rf"(?<!\w)(?:\d+|[^\W\d_]){_SPACE}\Z")
_TERM_RIGHT = re.compile(r"[ \u00a0\n](?:\d+|[^\W\d_](?![ \u00a0][^\W\d_]{2}))(?!\w)")
"""A number or a letter by itself: a term of a formula."""
_ATTACHED = re.compile(
    rf"(?<=[\w)\]\u00bb\u201d%]){_SPACE}--?{_SPACE}(?=[^\W\d_A-Z])((?:(?!{_SPACE}-)[^.?!\u2026\u2014\n])*)"
    rf"{_SPACE}--?(?=[,;:]|{_SPACE}[^\W\d_A-Z])"
)
"""Two hyphens around an aside in small letters; between capitals they could part the items of a list."""
_UNREADABLE = frozenset(" \t\n\u00a0\u202f\u2028-\u2010\u2011\u2012\u2013\u2014\u2212:([{=+*/<>|")
_LOOK_BACK = 24


def set_ellipses(text: str, language: str) -> str:
    """The text with an ellipsis for three full stops, where the language's table has one.

    Paths (.../x) and what is between digits stay.
    """
    return _STOPS.sub(ELLIPSIS, text) if entry("typography", language).get("ellipsis") else text


def set_dashes(text: str, language: str) -> str:
    """The text with the language's dash for a hyphen, or two, with a space on either side.

    Left alone are bullets, differences (5 - 3, a - b), negative numbers and ranges of numbers. Where the dash is
    attached to an aside, only two hyphens around one are replaced. `language` is a language tag.
    """
    own = entry("typography", language)
    dash = own.get("dash")
    if dash is None:
        return text
    if own.get("dash_attached"):
        return _ATTACHED.sub(lambda match: _attached(match, dash), text)
    return _HYPHENS.sub(lambda match: dash if _is_dash(text, match) else match[0], text)


def _attached(match: re.Match[str], dash: str) -> str:
    """The aside between its dashes."""
    return f" {dash}{match[1]}{dash}" if match[1].islower() else match[0]


def _is_dash(text: str, hyphens: re.Match[str]) -> bool:
    """Whether there are words on both sides, and not two terms of a formula or the ends of a range."""
    before = text[max(hyphens.start() - _LOOK_BACK, 0) : hyphens.start()].replace(SEAM, "")
    behind = text[hyphens.end() : hyphens.end() + _LOOK_BACK].replace(SEAM, "")
    if not before[:-1] or before[-2] in _UNREADABLE or not behind.strip():
        return False
    if behind[0] in ",;:":
        return True
    if behind[1:2] in _UNREADABLE:
        return False
    if behind[1:2].isdigit() and not _COUNTED.match(behind):
        return False
    return not (_TERM_LEFT.search(before) and _TERM_RIGHT.match(behind))
