"""The original's segments as they were when a file was made, as far as they are known now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.inline_codes import CodedSegment, code_segment
from noticeboard.exchange.placeholders import numbers, paired_numbers
from noticeboard.markdown.segments.stamps import changes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from noticeboard.exchange.returned_file import ReturnedMessage
    from noticeboard.exchange.version_document import VersionDocument

_FRAMELESS = ("title", "summary", "image_alt", "paragraph", "list", "table", "quote", "definitions", "abbreviation")
"""Kinds whose words are all that there is of them, where they hold no placeholder."""


class PreviousSegment(NamedTuple):
    """A segment of the original as it was.

    `text` is its source, "" if it is not known. `words` are None if its placeholders cannot be put back. `feeds`
    counts the line breaks in front of it, at least the two of a blank line.
    """

    text: str
    words: CodedSegment | None
    moved: bool
    feeds: int = 2


def previous_segments(
    messages: Sequence[ReturnedMessage], original: VersionDocument, before: Mapping[str, str]
) -> tuple[PreviousSegment, ...]:
    """What these segments were, given the original as it is and the source of former segments by their digests."""
    then, now = [message.record.digest for message in messages], original.digests
    came = {change.then: change.now for change in changes(then, now) if change.kind in ("same", "moved", "changed")}
    keys = [(passage.kind, digest) for passage, digest in zip(original.passages, now, strict=True)]
    locations = {key: number for number, key in reversed(list(enumerate(keys)))}

    def same(message: ReturnedMessage, near: int) -> int:
        # Of several that are equal, the one that this one became: what is in front of it may differ.
        return near if near >= 0 and keys[near] == message.record[:2] else locations.get(message.record[:2], -1)

    return tuple(
        _former(message, original, before, same(message, near), near)
        for number, message in enumerate(messages)
        for near in [came.get(number, -1)]
    )


def _former(
    message: ReturnedMessage, original: VersionDocument, before: Mapping[str, str], same: int, near: int
) -> PreviousSegment:
    kind, digest = message.record.kind, message.record.digest
    if same >= 0:
        return PreviousSegment(
            original.passages[same].text, original.coded(same), moved=False, feeds=_feeds(original, same)
        )
    if text := before.get(digest, ""):
        return PreviousSegment(text, code_segment(kind, text, original.references), moved=True)
    if near >= 0 and original.passages[near].kind == kind:
        words = original.coded(near)
        if _form(words.text) == _form(message.source):
            return PreviousSegment("", words, moved=True)
    plain = not numbers(message.source) and kind in _FRAMELESS
    return PreviousSegment("", CodedSegment(message.source) if plain else None, moved=True)


def _feeds(original: VersionDocument, number: int) -> int:
    at = number - original.heads
    if at < 1:
        return 2
    gap = original.body[original.blocks[at - 1].end : original.blocks[at].start]
    return max(2, gap.count("\n"))


def _form(text: str) -> tuple[frozenset[int], frozenset[int]]:
    return numbers(text), paired_numbers(text)
