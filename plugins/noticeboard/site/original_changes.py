"""(Stamp, original, translation) -> what has changed since, segment by segment: then, now, and as it is translated."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.markdown.segments.sequence_match import opcodes
from noticeboard.markdown.segments.stamps import Change, changes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from noticeboard.markdown.segments.segment import SegmentText
    from noticeboard.site.segment_texts import SegmentPiece


class SegmentChange(NamedTuple):
    """A segment of an original, how it has changed, and the corresponding passages.

    `then` is None if the segment was added or the old text is not known, `now` if it was removed, `translation` if no
    passage of the translation belongs to it.
    """

    change: Change
    then: SegmentText | None
    now: SegmentText | None
    translation: SegmentText | None


def segment_changes(
    stamped: Sequence[str],
    original: Sequence[SegmentPiece],
    translation: Sequence[SegmentPiece],
    old: Mapping[str, SegmentText],
) -> tuple[SegmentChange, ...]:
    """Every segment of the original now, and those that are gone, in order.

    `stamped` are the digests of the text that the translation translates, `old` the passages known by digest.
    """
    found = changes(stamped, [piece.segment.digest for piece in original])
    known = dict(old) | {piece.segment.digest: piece.passage for piece in original}
    kinds = _kinds(found, stamped, original, known)
    locations = aligned_translation(kinds, [piece.passage.kind for piece in translation])
    return tuple(
        SegmentChange(
            change,
            known.get(stamped[change.then]) if change.then >= 0 else None,
            original[change.now].passage if change.now >= 0 else None,
            translation[locations[change.then]].passage if change.then in locations else None,
        )
        for change in found
    )


def aligned_translation(kinds: Sequence[str], others: Sequence[str]) -> dict[int, int]:
    """For each segment of one text, by index, that of the other with which it is paired by kind and order.

    A kind of "" fits any. Segments without a certain partner are left out.
    """
    if len(kinds) == len(others) and all(one in ("", other) for one, other in zip(kinds, others, strict=True)):
        return {location: location for location in range(len(kinds))}
    pairs: dict[int, int] = {}
    for _, start, end, other, other_end in opcodes(kinds, others):
        if end - start == other_end - other:
            pairs |= zip(range(start, end), range(other, other_end), strict=True)
    return pairs


def _kinds(
    found: Sequence[Change], stamped: Sequence[str], original: Sequence[SegmentPiece], known: Mapping[str, SegmentText]
) -> list[str]:
    """The kinds of the segments that were stamped, as far as they are known; one that changed has kept its."""
    kinds = [known[digest].kind if digest in known else "" for digest in stamped]
    for change in found:
        if change.kind == "changed" and not kinds[change.then]:
            kinds[change.then] = original[change.now].passage.kind
    return kinds
