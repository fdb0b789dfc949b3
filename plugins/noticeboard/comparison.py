"""(Stamp, original, translation) -> what has changed since, segment by segment: then, now, and as it is translated."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.prose.stamps import Change, changes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from noticeboard.prose.segments import Passage
    from noticeboard.site.segmented import Piece


class Compared(NamedTuple):
    """A segment of an original, how it has changed, and the passages that belong together.

    `then` is None where the segment was added, or where nobody knows the old text; `now` is None where it was removed,
    `translation` where no passage of the translation belongs to it.
    """

    change: Change
    then: Passage | None
    now: Passage | None
    translation: Passage | None


def compared(
    stamped: Sequence[str], original: Sequence[Piece], translation: Sequence[Piece], old: Mapping[str, Passage]
) -> tuple[Compared, ...]:
    """Every segment of the original now, and those that are gone, in order.

    `stamped` are the digests of the text that the translation translates, `old` the passages known by digest.
    """
    found = changes(stamped, [piece.segment.digest for piece in original])
    known = dict(old) | {piece.segment.digest: piece.passage for piece in original}
    kinds = _kinds(found, stamped, original, known)
    places = aligned(kinds, [piece.passage.kind for piece in translation])
    return tuple(
        Compared(
            change,
            known.get(stamped[change.then]) if change.then >= 0 else None,
            original[change.now].passage if change.now >= 0 else None,
            translation[places[change.then]].passage if change.then in places else None,
        )
        for change in found
    )


def aligned(kinds: Sequence[str], others: Sequence[str]) -> dict[int, int]:
    """Which segment of one text belongs to which of the other, by their kinds and their order; none that is unsure.

    A kind of "" fits any.
    """
    if len(kinds) == len(others) and all(one in ("", other) for one, other in zip(kinds, others, strict=True)):
        return {place: place for place in range(len(kinds))}
    matcher = SequenceMatcher(None, kinds, others, autojunk=False)
    pairs: dict[int, int] = {}
    for tag, start, end, other, other_end in matcher.get_opcodes():
        if tag == "equal" or end - start == other_end - other:
            pairs |= zip(range(start, end), range(other, other_end), strict=True)
    return pairs


def _kinds(
    found: Sequence[Change], stamped: Sequence[str], original: Sequence[Piece], known: Mapping[str, Passage]
) -> list[str]:
    """The kinds of the segments that were stamped, as far as they are known; one that changed has kept its."""
    kinds = [known[digest].kind if digest in known else "" for digest in stamped]
    for change in found:
        if change.kind == "changed" and not kinds[change.then]:
            kinds[change.then] = original[change.now].passage.kind
    return kinds
