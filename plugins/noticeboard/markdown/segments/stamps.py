"""The stamp of a translation: which text it translates, segment by segment."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from noticeboard.markdown.segments.segment import Segment

_VERSION = "v1:"
_FORM = re.compile(r"v1:(?:[a-z2-7]{8}(?:-[a-z2-7]{8})*)?")


class Change(NamedTuple):
    """How a segment then and a segment now belong together.

    `kind` is same, changed, added (`then` is -1) or removed (`now` is -1); `then` and `now` count from 0.
    """

    kind: str
    then: int
    now: int


def stamp(segments: Iterable[Segment]) -> str:
    """The digest to write into `translates`: "v1:" and the segments' digests, in order, joined by hyphens."""
    return joined(segment.digest for segment in segments)


def joined(found: Iterable[str]) -> str:
    """The stamp that holds these digests."""
    return _VERSION + "-".join(found)


def digests(written: str) -> tuple[str, ...] | None:
    """The digests in a stamp; None where there is none, or one of a form that this program does not know."""
    if not _FORM.fullmatch(written):
        return None
    return tuple(filter(None, written.removeprefix(_VERSION).split("-")))


def changes(then: Sequence[str], now: Sequence[str]) -> tuple[Change, ...]:
    """What became of the segments with these digests, in the order of now; what is gone stands where it was."""
    if tuple(then) == tuple(now):  # most versions are current, and nothing has to be matched
        return tuple(Change("same", location, location) for location in range(len(now)))
    matcher = SequenceMatcher(None, then, now, autojunk=False)
    return tuple(change for opcode in matcher.get_opcodes() for change in _changes(*opcode))


def _changes(tag: str, i1: int, i2: int, j1: int, j2: int) -> Iterator[Change]:
    both = min(i2 - i1, j2 - j1)
    for step in range(both):
        yield Change("same" if tag == "equal" else "changed", i1 + step, j1 + step)
    for then in range(i1 + both, i2):
        yield Change("removed", then, -1)
    for now in range(j1 + both, j2):
        yield Change("added", -1, now)
