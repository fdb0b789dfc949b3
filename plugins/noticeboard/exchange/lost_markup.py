"""Emphasis and links of a message that a translation has emptied, lost or left open."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from noticeboard.exchange.placeholders import TOKEN, PlaceholderFault, opened
from noticeboard.exchange.xliff_inline import delimiter, is_emphasis, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOOSE = re.compile(r"(?<!\\)(?:(?<![\s\w*_])|(?<=\w)|^|(?<=\s))(\*+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w))")
_MARKER = re.compile(r"^[ \t>]*\*[ \t]+", re.MULTILINE)


def emptied(target: str, source: str) -> PlaceholderFault | None:
    """The first placeholder that is around words in the source but not in the translation."""
    full = {number for number, words in _contents(source) if words}
    for number, words in _contents(target):
        if number in full and not words:
            return PlaceholderFault("The placeholder {mark} has no words between its tags.", opened(number))
    return None


def unbalanced(target: str, source: str) -> PlaceholderFault | None:
    """Emphasis that is lost, or an unpaired mark of it, unless the source has one too."""
    before, after = _emphasis(source), _emphasis(target)
    if sum(after.values()) < sum(before.values()):
        mark = next(iter(before - after), "*")
        return PlaceholderFault("Emphasis of the original is lost here: {mark}.", mark[0])
    loose = _loose(target) - _loose(source)
    mark = next(iter(loose), "")
    return PlaceholderFault("A mark of emphasis, {mark}, pairs with no other.", mark) if mark else None


def _contents(text: str) -> Iterator[tuple[int, bool]]:
    """(number, whether there are words or placeholders within) of each placeholder that is around words."""
    waiting: list[tuple[int, int]] = []
    for token in TOKEN.finditer(text):
        if token[1] and waiting:
            number, start = waiting.pop()
            yield number, bool(text[start : token.start()].strip())
        elif token[2] == "g":
            waiting.append((int(token[3]), token.end()))


def _emphasis(text: str) -> Counter[str]:
    return Counter(delimiter(p.id) for p in pieces(text) if p.kind == "open" and is_emphasis(p.id))


def _loose(text: str) -> Counter[str]:
    """The marks that are no part of emphasis, of a list, or of a placeholder, and touch a word."""
    plain = "\n".join(_MARKER.sub("", piece.text) for piece in pieces(text) if piece.kind == "text")
    return Counter(found[1][0] for found in _LOOSE.finditer(plain) if _touches(plain, found))


def _touches(text: str, found: re.Match[str]) -> bool:
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    return bool((before.strip() or after.strip()) and found[1][0] in "*_")
