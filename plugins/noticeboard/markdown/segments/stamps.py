"""The stamp of a translation: which text it translates, segment by segment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.markdown.segments.sequence_match import opcodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from noticeboard.markdown.segments.segment import Segment
    from noticeboard.markdown.segments.sequence_match import Opcode

_VERSION = "v1:"
_FORM = re.compile(r"v1:(?:[a-z2-7]{8}(?:-[a-z2-7]{8})*)?")


class Change(NamedTuple):
    """How a segment then and a segment now belong together.

    `kind` is same, moved, changed, added (`then` is -1) or removed (`now` is -1); `then` and `now` count from 0.
    """

    kind: str
    then: int
    now: int

    @property
    def counts(self) -> bool:
        """Whether there is anything to translate or review; moved segments do not count."""
        return self.kind not in ("same", "moved")


def stamp(segments: Iterable[Segment]) -> str:
    """The digest to write into `translates`: "v1:" and the segments' digests, in order, joined by hyphens."""
    return joined(segment.digest for segment in segments)


def joined(found: Iterable[str]) -> str:
    """The stamp that holds these digests."""
    return _VERSION + "-".join(found)


def digests(written: str) -> tuple[str, ...] | None:
    """The digests in a stamp; None if there is no stamp, or one in an unknown form."""
    if not _FORM.fullmatch(written):
        return None
    return tuple(filter(None, written.removeprefix(_VERSION).split("-")))


def changes(then: Sequence[str], now: Sequence[str]) -> tuple[Change, ...]:
    """The change of each segment, in the current order; removed segments are in their former places."""
    if tuple(then) == tuple(now):  # most versions are current, and nothing has to be matched
        return tuple(Change("same", location, location) for location in range(len(now)))
    found = opcodes(then, now)
    moved = _moved(then, now, found)
    came = {to: at for at, to in moved.items()}
    return tuple(change for opcode in found for change in _changes(opcode, moved, came))


def renewed(stamped: Sequence[str], original: Sequence[Segment]) -> tuple[str, ...]:
    """A stamp with the digests that the original's segments have now, where it holds what they had before.

    Digests of comments are dropped.
    """
    now = {segment.former: segment.digest for segment in original if segment.former}
    silent = {digest for segment in original for digest in segment.silent}
    if not (now or silent):
        return tuple(stamped)
    return tuple(now.get(digest, digest) for digest in stamped if digest not in silent)


def _moved(then: Sequence[str], now: Sequence[str], found: Iterable[Opcode]) -> dict[int, int]:
    """Unchanged segments in a new place: former place -> current place."""
    gone = [(i1, i2, j1, j2) for tag, i1, i2, j1, j2 in found if tag != "equal"]
    places: dict[str, list[int]] = {}
    for _, _, j1, j2 in reversed(gone):
        for to in reversed(range(j1, j2)):
            places.setdefault(now[to], []).append(to)
    every = (at for i1, i2, _, _ in gone for at in range(i1, i2))
    return {at: places[then[at]].pop() for at in every if places.get(then[at])}


def _changes(opcode: Opcode, moved: Mapping[int, int], came: Mapping[int, int]) -> Iterator[Change]:
    tag, i1, i2, j1, j2 = opcode
    if tag == "equal":
        yield from (Change("same", i1 + step, j1 + step) for step in range(i2 - i1))
        return
    left = [at for at in range(i1, i2) if at not in moved]
    for to in range(j1, j2):
        if to in came:
            yield Change("moved", came[to], to)
        elif left:
            yield Change("changed", left.pop(0), to)
        else:
            yield Change("added", -1, to)
    yield from (Change("removed", at, -1) for at in left)
