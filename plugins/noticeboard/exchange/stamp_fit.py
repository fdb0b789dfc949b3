"""A stamp of a version that has other blocks than its original: which of its digests belongs to which block."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from noticeboard.markdown.segments.segment import HEADS
from noticeboard.markdown.segments.sequence_match import pairs
from noticeboard.markdown.segments.stamps import changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.markdown.segments.segment import Segment


def fitted(stamp: Sequence[str], original: Sequence[Segment], own: Sequence[str]) -> tuple[str, ...]:
    """What each of a version's segments, given by their kinds, was translated from; "" if that is not sure.

    Blocks belong together where the two texts have equally many of a kind in a row, in the same place.
    """
    kinds = _kinds(stamp, original)
    found = [""] * len(own)
    for number, kind in enumerate(own):
        if kind in HEADS and kind in kinds:
            found[number] = stamp[kinds.index(kind)]
    heads, theirs = sum(kind in HEADS for kind in own), [n for n, kind in enumerate(kinds) if kind not in HEADS]
    ours = _runs(own[heads:])
    stamped = _runs([kinds[number] for number in theirs])
    for then, now in pairs([kind for kind, *_ in stamped], [kind for kind, *_ in ours]):
        (_, first, length), (_, begin, count) = stamped[then], ours[now]
        for place in range(length if length == count else 0):
            found[heads + begin + place] = stamp[theirs[first + place]]
    return tuple(found)


def _kinds(stamp: Sequence[str], original: Sequence[Segment]) -> list[str]:
    """The kinds of the segments that were stamped: what has changed has kept its own; "" if it is gone."""
    found = [""] * len(stamp)
    for change in changes(stamp, [segment.digest for segment in original]):
        if change.then >= 0 and change.now >= 0:
            found[change.then] = original[change.now].kind
    return found


def _runs(kinds: Sequence[str]) -> list[tuple[str, int, int]]:
    """(kind, first, how many) of what is of one kind in a row."""
    found, at = [], 0
    for kind, group in groupby(kinds):
        length = len(list(group))
        found.append((kind, at, length))
        at += length
    return found
