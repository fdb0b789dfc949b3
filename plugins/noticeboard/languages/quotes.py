"""Quotation marks: straight ones paired and replaced by a language's own, level by level.

Marks that are typographic already take part in the pairing but are never changed, so that a mark whose partner was
typed properly finds it. A straight double mark without partner stays (inches, ditto marks); a single one becomes an
apostrophe, or a prime after a digit. Applied to its own result, this changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.languages.apostrophes import APOSTROPHE, PRIME
from noticeboard.languages.quote_marks import SINGLE, STRAIGHT, QuotationMark, marks_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.languages.language_data import Quotes


class Pair(Struct, frozen=True):
    """The two marks of a quotation."""

    opening: QuotationMark
    closing: QuotationMark


def set_quotes(text: str, quotes: Quotes) -> str:
    """The text with its straight marks replaced; apostrophes that are known by their word are expected to be set."""
    marks = tuple(marks_in(text, quotes))
    doubles = _pairs(mark for mark in marks if mark.double)
    singles = _single_pairs(marks, doubles)
    changes = {mark.position: _unpaired(text, mark) for mark in marks if mark.character == "'"}
    changes.update(_replacements((*doubles, *singles), quotes))
    parts, done = [], 0
    for position in sorted(changes):
        parts += [text[done:position], changes[position]]
        done = position + 1
    return "".join(parts) + text[done:]


def _unpaired(text: str, mark: QuotationMark) -> str:
    """What a single mark becomes that closes or opens nothing."""
    return PRIME if text[mark.position - 1 : mark.position].isdigit() else APOSTROPHE


def _pairs(marks: Iterable[QuotationMark]) -> tuple[Pair, ...]:
    """The pairs among marks of one kind: a mark closes the last one open if it can, else it opens one if it can."""
    opened: list[QuotationMark] = []
    pairs = []
    for mark in marks:
        if mark.closes and opened:
            pairs.append(Pair(opened.pop(), mark))
        elif mark.opens:
            opened.append(mark)
    return tuple(pairs)


def _single_pairs(marks: Sequence[QuotationMark], doubles: Sequence[Pair]) -> tuple[Pair, ...]:
    """The pairs among single marks, none of which crosses a double pair or holds a double mark without partner."""
    opening = {pair.opening.position for pair in doubles}
    closing = {pair.closing.position for pair in doubles}
    found: list[Pair] = []
    scopes: list[list[QuotationMark]] = [[]]
    for mark in marks:
        if mark.position in opening:
            scopes.append([])
        elif mark.position in closing:
            found += _pairs(scopes.pop())
        elif mark.double:
            found += _pairs(scopes.pop())
            scopes.append([])
        else:
            scopes[-1].append(mark)
    return (*found, *_pairs(scopes[0]))


def _replacements(pairs: Iterable[Pair], quotes: Quotes) -> Iterable[tuple[int, str]]:
    """What the straight mark at each position becomes; inside a pair of one level comes the other level."""
    around: list[tuple[int, bool]] = []
    for pair in sorted(pairs, key=lambda pair: pair.opening.position):
        while around and around[-1][0] < pair.opening.position:
            around.pop()
        outer = _is_outer(pair, quotes, inside_outer=around[-1][1] if around else None)
        around.append((pair.closing.position, outer))
        opening, closing = quotes[:2] if outer else quotes[2:]
        if pair.opening.character in STRAIGHT:
            yield pair.opening.position, opening
        if pair.closing.character in STRAIGHT:
            yield pair.closing.position, closing


def _is_outer(pair: Pair, quotes: Quotes, *, inside_outer: bool | None) -> bool:
    """Whether a pair takes the outer marks: what its typographic half says, else the level around it, else its kind.

    Single marks that stand alone stay single where the language's inner marks are.
    """
    if pair.opening.character not in STRAIGHT:
        return pair.opening.character == quotes[0]
    if pair.closing.character not in STRAIGHT:
        return pair.closing.character == quotes[1]
    if inside_outer is not None:
        return not inside_outer
    return pair.opening.double or quotes[2] not in SINGLE
