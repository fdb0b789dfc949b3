"""A version's text as segments: title, summary, alt and each block, each with a digest of its meaning."""

from __future__ import annotations

import re
from base64 import b32encode
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.markdown.segments.normal_form import former_normal, normal
from noticeboard.markdown.segments.same_meaning import is_comment, same_meaning
from noticeboard.markdown.source_map.blanking import without_markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.markdown.source_map.blocks import Block

HEADS = ("title", "summary", "image_alt")
"""The keys of the front matter that are segments, in their order."""

_WORD_SIGN = re.compile(r"\w")
"""What a word has at least one of: signs between the cells of a table are none, nor are dashes."""

_BYTES = 5
"""Of BLAKE2b: eight letters of base 32, and one chance in 2^40 that a changed segment has its old digest."""


class SegmentText(NamedTuple):
    """A segment with its text as it is written, for people who translate or compare it.

    `kind` is a key of HEADS, a block's kind (markdown/source_map/blocks.py), or comment for what readers do not see,
    which is no segment; `line` is its first line in the file.
    """

    kind: str
    line: int
    text: str


class Segment(NamedTuple):
    """What is kept of a segment: its kind, its first line in the file, the number of its words and its digest.

    `former` is the digest that stamps had for it before, "" if it is the same; the first segment holds in `silent`
    those of comments, which were segments once.
    """

    kind: str
    line: int
    words: int
    digest: str
    former: str = ""
    silent: tuple[str, ...] = ()


def passages(heads: Iterable[tuple[str, str, int]], blocks: Sequence[Block]) -> tuple[SegmentText, ...]:
    """The segments of a version with their text, and its comments: heads as (key, text, line), then blocks.

    Empty heads are none.
    """
    found = [SegmentText(key, line, text) for key, text, line in heads if text.strip()]
    return (*found, *(SegmentText(kind_of(block), block.line, block.text) for block in blocks))


def kind_of(block: Block) -> str:
    """The kind of a block as a segment: comment for raw HTML that holds nothing else."""
    return "comment" if block.kind == "html" and is_comment(block.text) else block.kind


def said(found: Iterable[SegmentText]) -> tuple[SegmentText, ...]:
    """The passages that are segments: all but comments."""
    return tuple(passage for passage in found if passage.kind != "comment")


def segments_of(found: Iterable[SegmentText], survey: str = "") -> tuple[Segment, ...]:
    """The segments of these passages; `survey` is the address that counts as the link to the questionnaire."""
    every = tuple(found)
    segments = tuple(_segment(passage, survey) for passage in said(every))
    silent = tuple(_digest(f"\0{former_normal(p.text, 'html', survey)}") for p in every if p.kind == "comment")
    if not (silent and segments):
        return segments
    return (segments[0]._replace(silent=silent), *segments[1:])


def _segment(passage: SegmentText, survey: str) -> Segment:
    kind, line, text = passage
    role = kind if kind in HEADS else "code" if kind == "code" else ""
    meant = normal(text, kind, survey)
    digest, former = _digest(f"{role}\0{meant}"), ""
    if same_meaning(text, kind) != text:
        before = _digest(f"{role}\0{former_normal(text, kind, survey)}")
        former = before if before != digest else ""
    words = sum(1 for word in without_markup(meant).split() if _WORD_SIGN.search(word))
    return Segment(kind, line, words, digest, former)


def _digest(said: str) -> str:
    return b32encode(blake2b(said.encode(), digest_size=_BYTES).digest()).decode().lower()
