"""How the items of two lists belong together, as difflib says it, in a time that grows as the lists do."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Opcode = tuple[str, int, int, int, int]
"""(tag, start, end, start, end), with the tags of difflib: equal, replace, delete and insert."""

_Pair = tuple[int, int]

MOST_STEPS = 2_000_000
"""Steps up to which difflib is asked: the pairs of equal items, as many times as the shorter list has items."""
_MOST_BETWEEN = 20_000
"""The same between two items of long lists that belong together."""


def opcodes(then: Sequence[str], now: Sequence[str]) -> Sequence[Opcode]:
    """What difflib finds; in lists that would keep it busy, it matches what begins, ends or is once in both."""
    if _steps(then, now) <= MOST_STEPS:
        return _matcher(then, now).get_opcodes()
    return [*_opcodes(_long_pairs(then, now), len(then), len(now))]


def pairs(then: Sequence[str], now: Sequence[str]) -> list[_Pair]:
    """The places (then, now) of the items that are equal and belong together, in order."""
    return [*(_pairs(then, now) if _steps(then, now) <= MOST_STEPS else _long_pairs(then, now))]


def _matcher(then: Sequence[str], now: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, then, now, autojunk=False)


def _pairs(then: Sequence[str], now: Sequence[str]) -> Iterator[_Pair]:
    for start, first, size in _matcher(then, now).get_matching_blocks():
        yield from ((start + step, first + step) for step in range(size))


def _steps(then: Sequence[str], now: Sequence[str]) -> int:
    others = Counter(now)
    equal = sum(number * others[item] for item, number in Counter(then).items())
    return (equal + len(then)) * min(len(then), len(now))


def _long_pairs(then: Sequence[str], now: Sequence[str]) -> Iterator[_Pair]:
    shorter = min(len(then), len(now))
    start = next((n for n in range(shorter) if then[n] != now[n]), shorter)
    end = next((n for n in range(shorter - start) if then[-1 - n] != now[-1 - n]), shorter - start)
    last, last_now = len(then) - end, len(now) - end
    yield from ((n, n) for n in range(start))
    anchors = [(start - 1, start - 1), *_anchors(then, now, (start, last), (start, last_now)), (last, last_now)]
    for (i1, j1), (i2, j2) in pairwise(anchors):
        between = then[i1 + 1 : i2], now[j1 + 1 : j2]
        if _steps(*between) <= _MOST_BETWEEN:
            yield from ((i1 + 1 + at, j1 + 1 + to) for at, to in _pairs(*between))
        if i2 < last:
            yield i2, j2
    yield from ((last + n, last_now + n) for n in range(end))


def _anchors(then: Sequence[str], now: Sequence[str], old: _Pair, new: _Pair) -> list[_Pair]:
    """As many as possible of the items that occur once on either side, in the same order on both."""
    once = {item for item, number in Counter(then[slice(*old)]).items() if number == 1}
    once &= {item for item, number in Counter(now[slice(*new)]).items() if number == 1}
    places = {now[to]: to for to in range(*new) if now[to] in once}
    return _rising([(at, places[then[at]]) for at in range(*old) if then[at] in once])


def _rising(found: Sequence[_Pair]) -> list[_Pair]:
    """The longest part of the pairs in which the second numbers rise, as the first do."""
    tops: list[int] = []
    chains: list[int] = []
    before = [-1] * len(found)
    for number, (_, to) in enumerate(found):
        height = bisect_left(tops, to)
        before[number] = chains[height - 1] if height else -1
        tops[height : height + 1] = [to]
        chains[height : height + 1] = [number]
    kept, at = [], chains[-1] if chains else -1
    while at >= 0:
        kept.append(found[at])
        at = before[at]
    return kept[::-1]


def _opcodes(equal: Iterator[_Pair], end: int, end_now: int) -> Iterator[Opcode]:
    """The runs of pairs that follow each other, and what is between them."""
    i = j = start = 0
    for at, to in (*equal, (end, end_now)):
        if (at, to) != (i, j) or at == end:
            if start < i:
                yield "equal", start, i, j - (i - start), j
            if i < at or j < to:
                yield "replace" if i < at and j < to else "delete" if i < at else "insert", i, at, j, to
            start = at
        i, j = at + 1, to + 1
