"""The links, pictures and footnote marks of blocks, each with its line and column or offset."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.markdown.source_map.brackets import plain
from noticeboard.markdown.source_map.html_tags import markup_spans, tag_attributes
from noticeboard.markdown.source_map.link_references import NO_REFERENCES
from noticeboard.markdown.source_map.mask_break import BREAK
from noticeboard.markdown.source_map.masks import mask
from noticeboard.markdown.source_map.plain_text import html_text, inline_text
from noticeboard.markdown.source_map.positions import Positions
from noticeboard.markdown.source_map.raw_html import TAG
from noticeboard.markdown.source_map.spans import Span, spans

if TYPE_CHECKING:
    from noticeboard.markdown.source_map.attribute_lists import Attributes
    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.markdown.source_map.link_references import References

_ANCHOR = re.compile(r"<(/?)a(?=[\s/>])", re.IGNORECASE)


class MarkdownLink(Struct, frozen=True):
    """A link: its visible words, its target and title as meant (escapes and entities resolved), its attributes.

    `line` and `column` are those of its first character in the file.
    """

    text: str
    target: str
    title: str
    line: int
    column: int
    attributes: Attributes = ()


class MarkdownPicture(Struct, frozen=True):
    """A picture: its alternative text, file and title (the caption), and attributes such as credit and lang."""

    alt: str
    target: str
    title: str
    line: int
    column: int
    attributes: Attributes = ()


def links(block: Block, references: References = NO_REFERENCES) -> tuple[MarkdownLink, ...]:
    """The links of a block in order of appearance, without those in code.

    They are inline links, links by reference, addresses in <> and the <a href> of raw HTML.
    """
    if "[" not in block.text and "<" not in block.text:
        return ()
    masked, locations = mask(block), Positions(block.text, block.line)
    found = markup_spans(block, masked, references)
    ends = _anchor_ends(block.text, found)
    result = []
    for span in found:
        if span.kind == "link":
            text = inline_text(masked[span.inner : span.close], references)
            result.append(MarkdownLink(text, span.target, span.title, *locations.at(span.start), span.attributes))
        elif span.kind == "autolink":
            text = masked[span.inner : span.close]
            result.append(MarkdownLink(text, span.target, "", *locations.at(span.start), span.attributes))
        elif span.start in ends and (tag := TAG.match(block.text, span.start)):
            raw = block.kind == "html" and masked[span.start] == BREAK
            shown = block.text[span.end : ends[span.start]]
            text = html_text(shown) if raw else inline_text(shown, references)
            result += _anchor(text, tag_attributes(tag), locations.at(span.start))
    return tuple(result)


def pictures(block: Block, references: References = NO_REFERENCES) -> tuple[MarkdownPicture, ...]:
    """The pictures that a block shows, in order of appearance; raw HTML is not looked at."""
    if "![" not in block.text:
        return ()
    masked, locations = mask(block), Positions(block.text, block.line)
    return tuple(
        MarkdownPicture(
            plain(masked[span.inner : span.close]),
            span.target,
            span.title,
            *locations.at(span.start),
            span.attributes,
        )
        for span in spans(masked, references)
        if span.kind == "picture"
    )


def notes(block: Block) -> tuple[tuple[str, int], ...]:
    """The labels of the footnotes that a block refers to, and the offset of each mark in the block's text."""
    if "[^" not in block.text:
        return ()
    masked = mask(block)
    found = spans(masked, NO_REFERENCES)
    return tuple((masked[span.inner + 1 : span.close], span.start) for span in found if span.kind == "note")


def _anchor_ends(text: str, found: list[Span]) -> dict[int, int]:
    """Where the words of each <a> end: at the next tag of a link, by the offset of the start tag."""
    ends: dict[int, int] = {}
    behind = len(text)
    for span in reversed(found):
        if anchor := _ANCHOR.match(text, span.start):
            if not anchor[1]:
                ends[span.start] = behind
            behind = span.start
    return ends


def _anchor(text: str, attributes: Attributes, location: tuple[int, int]) -> list[MarkdownLink]:
    values = dict(attributes)
    others = tuple(pair for pair in attributes if pair[0] not in ("href", "title"))
    return [MarkdownLink(text, values["href"], values.get("title", ""), *location, others)] if "href" in values else []
