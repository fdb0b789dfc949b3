"""A version's text as segments: title, summary, alt and each block, each with a digest of what it says."""

from __future__ import annotations

from base64 import b32encode
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.markdown.segments.normal_form import normal
from noticeboard.markdown.source_map.blanking import without_markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.markdown.source_map.blocks import Block

HEADS = ("title", "summary", "image_alt")
"""The keys of the front matter that are segments, in their order."""

_BYTES = 5
"""Of BLAKE2b: eight letters of base 32, and one chance in 2^40 that a changed segment has its old digest."""


class SegmentText(NamedTuple):
    """A segment with its text as it is written, for people who translate or compare it.

    `kind` is a key of HEADS or a block's kind (markdown/source_map/blocks.py), `line` its first line in the file.
    """

    kind: str
    line: int
    text: str


class Segment(NamedTuple):
    """What is kept of a segment: its kind, its first line in the file, the number of its words and its digest."""

    kind: str
    line: int
    words: int
    digest: str


def passages(heads: Iterable[tuple[str, str, int]], blocks: Sequence[Block]) -> tuple[SegmentText, ...]:
    """The segments of a version with their text: heads as (key, text, line), then blocks; empty heads are none."""
    found = [SegmentText(key, line, text) for key, text, line in heads if text.strip()]
    return (*found, *(SegmentText(block.kind, block.line, block.text) for block in blocks))


def segments_of(found: Iterable[SegmentText], survey: str = "") -> tuple[Segment, ...]:
    """The segments of these passages; `survey` is the address that counts as the link to the questionnaire."""
    return tuple(_segment(passage, survey) for passage in found)


def _segment(passage: SegmentText, survey: str) -> Segment:
    kind, line, text = passage
    said = normal(text, kind, survey)
    role = kind if kind in HEADS else "code" if kind == "code" else ""
    return Segment(kind, line, len(without_markup(said).split()), _digest(f"{role}\0{said}"))


def _digest(said: str) -> str:
    return b32encode(blake2b(said.encode(), digest_size=_BYTES).digest()).decode().lower()
