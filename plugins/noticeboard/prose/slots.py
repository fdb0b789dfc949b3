"""Slots: the places in a text whose content is only known once the whole site is.

While Markdown runs, a slot is a token of characters that no text may contain (Unicode noncharacters); afterwards
the HTML is cut at the tokens into strings and slots.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from noticeboard.model import Stored

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_TOKEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_ATTRIBUTE = re.compile(f' (?:href|aria-labelledby)="{_OPEN}(\\d+){_CLOSE}"')


@dataclass(frozen=True, slots=True)
class Slot(Stored):
    """One place to fill. `value` and `fragment` are the target's; what they mean depends on the kind.

    Link kinds (announcement, listing, front, file, survey, fragment) stand for the href attribute as a whole, name for
    aria-labelledby: its value is the number of the heading that names a box, or "" for the page's title. Instant,
    words, heading, figure and back stand for themselves.
    """

    kind: str
    value: str = ""
    fragment: str = ""


Pieces = tuple[str | Slot, ...]


def token(index: int) -> str:
    """The characters that stand for slot number `index` while Markdown runs."""
    return f"{_OPEN}{index}{_CLOSE}"


def cut(html: str, slots: list[Slot]) -> Pieces:
    """The HTML cut at its tokens into strings and slots, empty strings left out."""
    pieces: list[str | Slot] = []
    marked = _ATTRIBUTE.sub(f"{_OPEN}\\1{_CLOSE}", html)
    for number, part in enumerate(_TOKEN.split(marked)):
        if number % 2:
            pieces.append(slots[int(part)])
        elif part:
            pieces.append(part)
    return tuple(pieces)
