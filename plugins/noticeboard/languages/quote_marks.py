"""Which marks in a text may open or close a quotation, from the characters on either side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.languages.apostrophes import APOSTROPHE, PRIME
from noticeboard.languages.markup_placeholders import IDEOGRAPH, SEAM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.languages.language_data import Quotes

STRAIGHT = "\"'"
DOUBLE = '"\u201c\u201d\u201e\u201f\u00ab\u00bb'
SINGLE = "'\u2018\u2019\u201a\u201b\u2039\u203a"

_MARK = re.compile(f"[{DOUBLE}{SINGLE}]")
_IDEOGRAPH = re.compile(IDEOGRAPH)
_PASSED = DOUBLE + SINGLE + PRIME + SEAM
_CLASSES = {
    **dict.fromkeys("([{\u00bf\u00a1", "bracket"),
    **dict.fromkeys(".,;:!?)]}%\u2026", "stop"),
    **dict.fromkeys("-/=\u2010\u2011\u2012\u2013\u2014\u2212", "dash"),
}


class QuotationMark(Struct, frozen=True):
    """One quotation mark of a text, and what its neighbours let it do; `double` tells its kind."""

    position: int
    character: str
    double: bool
    opens: bool
    closes: bool


def marks_in(text: str, quotes: Quotes) -> Iterator[QuotationMark]:
    """The straight marks of a text and those of the language, in order; marks of other languages are only passed by.

    A mark that can only open, or only close, in the language does so in every place.
    """
    openers, closers = {quotes[0], quotes[2]}, {quotes[1], quotes[3]}
    for match in _MARK.finditer(text):
        character, position = match[0], match.start()
        own = character in openers or character in closers
        if not own and character not in STRAIGHT:
            continue
        if own and character != APOSTROPHE and not (character in openers and character in closers):
            opens, closes = character in openers, character in closers
        else:
            left, right = _left(text, position), _right(text, position)
            opens, closes = _may_open(left, right), _may_close(left, right)
            opens = opens and (character in STRAIGHT or character in openers)
        yield QuotationMark(position, character, character in DOUBLE, opens, closes)


def _may_open(left: str, right: str) -> bool:
    if left in ("space", "bracket", "ideograph"):
        return right != "space"
    return left in ("dash", "stop") and right in ("word", "bracket", "ideograph")


def _may_close(left: str, right: str) -> bool:
    return left in ("word", "stop", "ideograph") or (left == "dash" and right in ("space", "stop"))


def _left(text: str, position: int) -> str:
    """The class of what is before a mark, looking through seams and other marks.

    A mark after a letter may be an apostrophe (l'"école"): that leaves both open, as a dash does.
    """
    before = text[:position].rstrip(_PASSED)
    if not before:
        return "space"
    if before[-1].isalnum() and text[len(before) : position].strip(SEAM):
        return "dash"
    return _class(before[-1])


def _right(text: str, position: int) -> str:
    """The class of what is after a mark."""
    behind = text[position + 1 : position + 9].lstrip(_PASSED) or text[position + 1 :].lstrip(_PASSED)
    return _class(behind[0]) if behind else "space"


def _class(character: str) -> str:
    if character.isspace():
        return "space"
    return "ideograph" if _IDEOGRAPH.match(character) else _CLASSES.get(character, "word")
