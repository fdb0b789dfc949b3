"""The raw HTML of blocks: its tags with line and column, and their attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.markdown.source_map.brackets import plain_entities
from noticeboard.markdown.source_map.link_references import NO_REFERENCES
from noticeboard.markdown.source_map.masks import CONTAINERS, html_blocks, mask
from noticeboard.markdown.source_map.positions import Positions
from noticeboard.markdown.source_map.raw_html import ATTRIBUTE, TAG, raw_html
from noticeboard.markdown.source_map.spans import Span, spans

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from noticeboard.markdown.source_map.attribute_lists import Attributes
    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.markdown.source_map.link_references import References


class HtmlTag(Struct, frozen=True):
    """A tag of raw HTML, its name in lower case; "!--" is a comment, "!" a declaration, "?" an instruction."""

    name: str
    attributes: Attributes
    line: int
    column: int
    closing: bool = False


def html_tags(block: Block, references: References = NO_REFERENCES) -> tuple[HtmlTag, ...]:
    """The tags, comments, declarations and instructions of raw HTML in a block, in order, without those in code."""
    if "<" not in block.text:
        return ()
    locations = Positions(block.text, block.line)
    found = markup_spans(block, mask(block), references)
    return tuple(_tag(block.text, span, *locations.at(span.start)) for span in found if span.kind in ("tag", "comment"))


def markup_spans(block: Block, masked: str, references: References) -> list[Span]:
    """The spans of a block in order: those of its Markdown and, as "tag", those of its raw HTML."""
    found = spans(masked, references)
    raw = [Span("tag", start, end, start, start) for start, end in html_ranges(block)]
    return sorted([*raw, *found], key=lambda span: span.start) if raw else found


def html_ranges(block: Block) -> Iterator[tuple[int, int]]:
    """The (start, end) offsets of the tags, comments and declarations in a block's raw HTML."""
    if block.kind == "html":
        yield from raw_html(block.text)
    for start, end in html_blocks(block.text) if block.kind in CONTAINERS else ():
        yield from ((start + first, start + last) for first, last in raw_html(block.text[start:end]))


def tag_attributes(tag: re.Match[str]) -> Attributes:
    """The (name, value) pairs of a tag that TAG matched: names in lower case, entities resolved."""
    return tuple(
        (found[1].lower(), plain_entities(found[2] or found[3] or found[4] or ""))
        for found in ATTRIBUTE.finditer(tag["attributes"])
    )


def _tag(text: str, span: Span, line: int, column: int) -> HtmlTag:
    tag = TAG.match(text, span.start)
    if tag:
        return HtmlTag(tag["name"].lower(), tag_attributes(tag), line, column, closing=bool(tag["closing"]))
    name = "!--" if text.startswith("<!--", span.start) else text[span.start + 1]
    return HtmlTag(name, (), line, column)
