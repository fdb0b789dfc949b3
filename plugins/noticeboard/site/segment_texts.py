"""The bytes of one language version -> its segments with their text, for people who compare or translate them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.markdown.segments.paragraph_breaks import regrouped
from noticeboard.markdown.segments.segment import HEADS, Segment, SegmentText, passages, said, segments_of
from noticeboard.markdown.source_map.blocks import split
from noticeboard.sources.front_matter import parse
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from noticeboard.sources.front_matter import FrontMatter


class SegmentPiece(NamedTuple):
    """A segment as it is written, and its record."""

    passage: SegmentText
    segment: Segment


def segmented(data: bytes, path: str = "") -> tuple[SegmentPiece, ...]:
    """The segments of a version; of a file that has problems those that can be made out.

    For a file without problems they are those that `site/version_parser.py` finds.
    """
    front = parse(decode(data, path)[0], path)
    blocks = split(front.body, path, front.body_line)
    blocks = regrouped(blocks, front.body).blocks if front.values.get("translates") else blocks
    found = passages(_heads(front), blocks)
    survey = front.values.get("survey")
    counted = segments_of(found, survey if isinstance(survey, str) else "")
    return tuple(SegmentPiece(passage, segment) for passage, segment in zip(said(found), counted, strict=True))


def _heads(front: FrontMatter) -> list[tuple[str, str, int]]:
    texts = ((key, front.values.get(key)) for key in HEADS)
    return [(key, " ".join(text.split()), front.locations[key,].line) for key, text in texts if isinstance(text, str)]
