"""The original's segments as they were when a file was made, as far as they are known now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.coding import Coded, coded
from noticeboard.exchange.placeholders import numbers, paired_numbers
from noticeboard.prose.stamps import changes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from noticeboard.exchange.arriving import Message
    from noticeboard.exchange.document import Document

_FRAMELESS = ("title", "summary", "image_alt", "paragraph", "list", "table", "quote", "definitions", "abbreviation")
"""Kinds whose words are all that there is of them, where they hold no placeholder."""


class Former(NamedTuple):
    """A segment of the original as it was.

    `text` is its source, "" where it is not known. `words` are None where its placeholders cannot be put back. `feeds`
    counts the line breaks in front of it, at least the two of a blank line.
    """

    text: str
    words: Coded | None
    moved: bool
    feeds: int = 2


def formers(messages: Sequence[Message], original: Document, before: Mapping[str, str]) -> tuple[Former, ...]:
    """What these segments were, given the original as it is and the source of former segments by their digests."""
    then, now = [message.record.digest for message in messages], original.digests
    came = {change.then: change.now for change in changes(then, now) if change.kind in ("same", "changed")}
    keys = [(passage.kind, digest) for passage, digest in zip(original.passages, now, strict=True)]
    places = {key: number for number, key in reversed(list(enumerate(keys)))}

    def same(message: Message, near: int) -> int:
        # Of several that are equal, the one that this one became: what stands in front of it may differ.
        return near if near >= 0 and keys[near] == message.record[:2] else places.get(message.record[:2], -1)

    return tuple(
        _former(message, original, before, same(message, near), near)
        for number, message in enumerate(messages)
        for near in [came.get(number, -1)]
    )


def _former(message: Message, original: Document, before: Mapping[str, str], same: int, near: int) -> Former:
    kind, digest = message.record.kind, message.record.digest
    if same >= 0:
        return Former(original.passages[same].text, original.coded(same), moved=False, feeds=_feeds(original, same))
    if text := before.get(digest, ""):
        return Former(text, coded(kind, text, original.references), moved=True)
    if near >= 0 and original.passages[near].kind == kind:
        words = original.coded(near)
        if _form(words.text) == _form(message.source):
            return Former("", words, moved=True)
    plain = not numbers(message.source) and kind in _FRAMELESS
    return Former("", Coded(message.source) if plain else None, moved=True)


def _feeds(original: Document, number: int) -> int:
    at = number - original.heads
    if at < 1:
        return 2
    gap = original.body[original.blocks[at - 1].end : original.blocks[at].start]
    return max(2, gap.count("\n"))


def _form(text: str) -> tuple[frozenset[int], frozenset[int]]:
    return numbers(text), paired_numbers(text)
