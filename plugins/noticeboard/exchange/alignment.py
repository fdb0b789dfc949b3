"""Pairs the segments of a translation with those of its original; uncertain ones get no pair."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.markdown.segments.segment import HEADS
from noticeboard.markdown.segments.sequence_match import pairs
from noticeboard.markdown.segments.stamps import changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from noticeboard.exchange.version_document import VersionDocument

UNKNOWN = "aaaaaaaa"
"""The digest in a stamp for a segment with an unknown source; another segment has it with a probability of 2^-40."""

_ALIKE = 0.5
"""The share of equal words from which a text counts as an edited form of another."""
_MOST_WORDS = 50_000
"""The most words that are compared in one place; beyond it, nothing there is paired."""
_ORDERED = 80
"""Words of the longer of two texts up to which their order counts."""


class Match(NamedTuple):
    """A segment of the translation that belongs to one of the original.

    `segment` is its index in the translation, `then` the digest of what it translates ("" if that is not known), `how`
    is same, changed, moved or unstamped.
    """

    segment: int
    then: str
    how: str


class OriginalSegment(NamedTuple):
    """A segment of the original: its kind, its digest, and its source if that is known."""

    kind: str
    digest: str
    text: str = ""


def aligned(
    original: Sequence[OriginalSegment], translation: VersionDocument, before: Mapping[str, str]
) -> tuple[Match | None, ...]:
    """For each segment of the original, the translation's segment, or None if that is not certain.

    `before` maps digests of former segments to their source, as far as it is known.
    """
    heads = sum(part.kind in HEADS for part in original)
    then = stamped(translation)
    blocks = dict(_blocks(original[heads:], translation, then, before))
    found = [_head(part, translation, then) for part in original[:heads]]
    return (*found, *(blocks.get(number) for number in range(len(original) - heads)))


def stamped(translation: VersionDocument) -> tuple[str, ...] | None:
    """For each segment of the translation, the digest of what it was translated from; None if no block's is known.

    It is "" where it is not known: a version may lack a summary or an alternative text of its original, or have blocks
    of its own, and the stamp does not say which.
    """
    if translation.stamp is None:
        return None
    heads = len(translation.stamp) - len(translation.blocks)
    if not fits(translation):
        return translation.fitted if any(translation.fitted[translation.heads :]) else None
    if heads == translation.heads:
        return translation.stamp
    return (*translation.stamp[:1], *[""] * (translation.heads - 1), *translation.stamp[heads:])


def fits(translation: VersionDocument) -> bool:
    """Whether a translation's stamp has one digest for each of its blocks."""
    return translation.stamp is not None and 0 < len(translation.stamp) - len(translation.blocks) <= len(HEADS)


def _head(part: OriginalSegment, translation: VersionDocument, then: tuple[str, ...] | None) -> Match | None:
    heads = translation.passages[: translation.heads]
    number = next((n for n, passage in enumerate(heads) if passage.kind == part.kind), -1)
    if number < 0:
        return None
    if part.digest in (translation.stamp or ()):
        return Match(number, part.digest, "same")
    if translation.stamp is None:
        return Match(number, "", "unstamped")
    return Match(number, then[number] if then else "", "changed")


def _blocks(
    original: Sequence[OriginalSegment],
    translation: VersionDocument,
    then: tuple[str, ...] | None,
    before: Mapping[str, str],
) -> Iterator[tuple[int, Match]]:
    """The numbers of the original's blocks, with what belongs to them."""
    own, first = [block.kind for block in translation.blocks], translation.heads
    if translation.stamp is None and own == [part.kind for part in original]:
        yield from ((number, Match(first + number, "", "unstamped")) for number in range(len(own)))
    if then is None:
        return
    runs = _Runs(then[first:], own, original, before)
    if runs.fit:
        yield from ((to, Match(first + at, then[first + at], how)) for at, to, how in runs.pairs())


class _Runs:
    """The blocks of a translation with what they translate, beside those of the original as it is."""

    def __init__(
        self, old: Sequence[str], own: Sequence[str], original: Sequence[OriginalSegment], before: Mapping[str, str]
    ) -> None:
        self._old, self._own, self._new, self._before = old, own, original, before
        new = [part.digest for part in original]
        found = changes(old, new)
        self._same = [(c.then, c.now) for c in found if c.kind == "same"]
        self._moved = [(c.then, c.now) for c in found if c.kind == "moved"]

    @property
    def fit(self) -> bool:
        """Whether all unchanged segments have the same kind on both sides."""
        return all(self._own[at] == self._new[to].kind for at, to in (*self._same, *self._moved))

    def pairs(self) -> Iterator[tuple[int, int, str]]:
        """(own index, original's index, how) for everything that is certain."""
        yield from ((at, to, "same") for at, to in self._same)
        yield from ((at, to, "moved") for at, to in self._moved)
        taken = {at for at, _ in self._moved}
        given = {to for _, to in self._moved}
        edges = [(-1, -1), *self._same, (len(self._old), len(self._new))]
        for (first, begin), (last, end) in pairwise(edges):
            # A block with an unknown source may be the version's own, so it is not the old form of anything.
            ours = [at for at in range(first + 1, last) if at not in taken and self._old[at]]
            theirs = [to for to in range(begin + 1, end) if to not in given]
            yield from ((at, to, "changed") for at, to in self._changed(ours, theirs))

    def _changed(self, ours: list[int], theirs: list[int]) -> Iterator[tuple[int, int]]:
        """The pairs of one place where the original has changed: by what is alike, else by kind where that is clear."""
        for kind in dict.fromkeys(self._own[at] for at in ours):
            left = [at for at in ours if self._own[at] == kind]
            right = [to for to in theirs if self._new[to].kind == kind]
            if len(left) == len(right):
                yield from zip(left, right, strict=True)
            else:
                yield from self._alike(left, right)

    def _alike(self, left: list[int], right: list[int]) -> Iterator[tuple[int, int]]:
        texts = {to: self._new[to].text.split() for to in right}
        olds = {at: self._before.get(self._old[at], "").split() for at in left}
        if len(left) * sum(map(len, texts.values())) + len(right) * sum(map(len, olds.values())) > _MOST_WORDS:
            return
        free = list(right)
        for at, words in olds.items():
            shares = [(_share(words, texts[to]), -to) for to in free] if words else []
            share, best = max(shares, default=(0.0, 0))
            if share >= _ALIKE:
                free = [to for to in free if to > -best]
                yield at, -best


def _share(left: list[str], right: list[str]) -> float:
    ordered = max(len(left), len(right)) <= _ORDERED
    equal = len(pairs(left, right)) if ordered else (Counter(left) & Counter(right)).total()
    return 2 * equal / (len(left) + len(right))
