"""A version's file as it is exchanged: its segments, what they translate, and where they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from noticeboard.exchange.inline_codes import CodedSegment, code_segment
from noticeboard.exchange.paragraph_marks import JOINED
from noticeboard.exchange.stamp_fit import fitted
from noticeboard.markdown.segments.paragraph_breaks import regrouped
from noticeboard.markdown.segments.segment import HEADS, kind_of, passages, said, segments_of
from noticeboard.markdown.segments.stamps import digests, renewed
from noticeboard.markdown.source_map.blocks import references, split
from noticeboard.sources.front_matter import parse
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from noticeboard.markdown.segments.segment import Segment, SegmentText
    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.markdown.source_map.link_references import References


@dataclass(frozen=True, slots=True)
class VersionDocument:
    """A version's file, read.

    `passages` are its segments as they are written, the last of them its `blocks`; comments are none. `body` is the
    Markdown below the front matter. `original` is the language that it translates, "" for an original, and `stamp`
    holds the digests of what it was stamped with, None without a stamp. `decorative` says that its picture shows
    nothing. `fitted` has, of a translation, one digest of the stamp per segment, "" if it is not sure which.
    `joined` are the numbers of blocks that the version has joined to the ones before.
    """

    path: str
    body: str
    passages: tuple[SegmentText, ...]
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]
    references: References
    original: str = ""
    stamp: tuple[str, ...] | None = None
    draft: bool = False
    survey: str = ""
    decorative: bool = False
    fitted: tuple[str, ...] = ()
    joined: frozenset[int] = frozenset()

    @property
    def digests(self) -> tuple[str, ...]:
        """Those of the segments."""
        return tuple(segment.digest for segment in self.segments)

    @property
    def lang(self) -> str:
        """The language of the version, from its name."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    @property
    def heads(self) -> int:
        """The number of segments in the front matter."""
        return len(self.passages) - len(self.blocks)

    def coded(self, number: int) -> CodedSegment:
        """The segment with that number, counted from 0, as translators see it."""
        passage = self.passages[number]
        found = code_segment(passage.kind, passage.text, self.references)
        return found._replace(text=JOINED + found.text) if number - self.heads in self.joined else found


def read_version_document(data: bytes, path: str, survey: str = "") -> VersionDocument:
    """The content of a valid version's file.

    `survey` is the address that counts as the link to the questionnaire if the file states none.
    """
    text, _ = decode(data, path)
    front = parse(text, path)
    values = front.values
    survey = str(values.get("survey") or survey)
    heads = ((key, str(values.get(key) or ""), front.locations[(key,)].line) for key in HEADS if values.get(key))
    language, stamp = _translates(values.get("translates"))
    blocks, joined = split(front.body, path, front.body_line), frozenset[int]()
    if language:
        blocks, joined = regrouped(blocks, front.body)
    every = passages(heads, blocks)
    blocks, joined = _without_comments(blocks, joined)
    return VersionDocument(
        path=path,
        body=front.body,
        passages=said(every),
        segments=segments_of(every, survey),
        blocks=blocks,
        references=references(blocks),
        original=language,
        stamp=digests(stamp),
        draft=values.get("status") == "draft",
        survey=survey,
        decorative=values.get("image_alt") == "",
        joined=joined,
    )


def _without_comments(blocks: Sequence[Block], joined: frozenset[int]) -> tuple[tuple[Block, ...], frozenset[int]]:
    """The blocks that say something, and the numbers of the joined ones among them."""
    shown = [number for number, block in enumerate(blocks) if kind_of(block) != "comment"]
    places = frozenset(place for place, number in enumerate(shown) if number in joined)
    return tuple(blocks[number] for number in shown), places


def read_translation(data: bytes, path: str, original: VersionDocument) -> VersionDocument:
    """The file of a translation; its stamp holds the digests that the segments of its original have now."""
    found = read_version_document(data, path, original.survey)
    if found.stamp is None:
        return found
    stamp = renewed(found.stamp, original.segments)
    own = [passage.kind for passage in found.passages]
    return replace(found, stamp=stamp, fitted=fitted(stamp, original.segments, own))


def _translates(value: object) -> tuple[str, str]:
    if isinstance(value, dict):
        stated: Mapping[str, object] = value
        return str(stated.get("language") or ""), str(stated.get("digest") or "")
    return str(value or ""), ""
