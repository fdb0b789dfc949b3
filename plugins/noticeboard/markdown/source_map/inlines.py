"""Links, pictures and raw HTML of blocks, each with line and column, and a text's visible words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.markdown.source_map.blocks import references
from noticeboard.markdown.source_map.brackets import plain, plain_entities
from noticeboard.markdown.source_map.character_references import REFERENCE, is_invalid
from noticeboard.markdown.source_map.link_references import NO_REFERENCES
from noticeboard.markdown.source_map.mask_break import BREAK
from noticeboard.markdown.source_map.masks import CONTAINERS, html_blocks, mask
from noticeboard.markdown.source_map.plain_text import block_text, html_text, inline_text, plain_text
from noticeboard.markdown.source_map.positions import Positions
from noticeboard.markdown.source_map.raw_html import ATTRIBUTE, TAG, raw_html
from noticeboard.markdown.source_map.spans import Span, spans
from noticeboard.model import Location, Problem, error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.source_map.attribute_lists import Attributes
    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.markdown.source_map.link_references import References

_INVALID = "'{reference}' stands for a character that no text may hold."
_TODO = "Delete it, or write the character that is meant."
_ANCHOR = re.compile(r"<(/?)a(?=[\s/>])", re.IGNORECASE)

__all__ = [
    "HtmlTag",
    "MarkdownLink",
    "MarkdownPicture",
    "block_text",
    "html_tags",
    "links",
    "pictures",
    "plain_text",
    "references",
]


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


class HtmlTag(Struct, frozen=True):
    """A tag of raw HTML, its name in lower case; "!--" is a comment, "!" a declaration, "?" an instruction."""

    name: str
    attributes: Attributes
    line: int
    column: int
    closing: bool = False


def links(block: Block, references: References = NO_REFERENCES) -> tuple[MarkdownLink, ...]:
    """The links of a block in order of appearance, none of them in code.

    They are inline links, links by reference, addresses in <> and the <a href> of raw HTML.
    """
    if "[" not in block.text and "<" not in block.text:
        return ()
    masked, locations = mask(block), Positions(block.text, block.line)
    found = _spans(block, masked, references)
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
            result += _anchor(text, _attributes(tag), locations.at(span.start))
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


def html_tags(block: Block, references: References = NO_REFERENCES) -> tuple[HtmlTag, ...]:
    """The tags, comments, declarations and instructions of raw HTML in a block, in order, none of them in code."""
    if "<" not in block.text:
        return ()
    locations = Positions(block.text, block.line)
    found = _spans(block, mask(block), references)
    return tuple(_tag(block.text, span, *locations.at(span.start)) for span in found if span.kind in ("tag", "comment"))


def notes(block: Block) -> tuple[tuple[str, int], ...]:
    """The labels of the footnotes that a block refers to, and the offset of each mark in the block's text."""
    if "[^" not in block.text:
        return ()
    masked = mask(block)
    found = spans(masked, NO_REFERENCES)
    return tuple((masked[span.inner + 1 : span.close], span.start) for span in found if span.kind == "note")


def invalid_references(block: Block) -> tuple[Problem, ...]:
    """An error `invalid-character` for each character reference, outside code, to a character no text may hold."""
    if "&#" not in block.text or block.kind == "code":
        return ()
    locations = Positions(block.text, block.line)
    code = [span for span in spans(mask(block), NO_REFERENCES) if span.kind == "code"]
    return tuple(
        error(
            Location(block.path, *locations.at(found.start())), "invalid-character", _INVALID, _TODO, reference=found[0]
        )
        for found in REFERENCE.finditer(block.text)
        if is_invalid(found[0]) and not any(span.start <= found.start() < span.end for span in code)
    )


def _spans(block: Block, masked: str, references: References) -> list[Span]:
    found = spans(masked, references)
    raw = [Span("tag", start, end, start, start) for start, end in html_ranges(block)]
    return sorted([*raw, *found], key=lambda span: span.start) if raw else found


def html_ranges(block: Block) -> Iterator[tuple[int, int]]:
    """Where tags, comments and declarations stand in blocks of raw HTML, which may be inside the block."""
    if block.kind == "html":
        yield from raw_html(block.text)
    for start, end in html_blocks(block.text) if block.kind in CONTAINERS else ():
        yield from ((start + first, start + last) for first, last in raw_html(block.text[start:end]))


def _tag(text: str, span: Span, line: int, column: int) -> HtmlTag:
    tag = TAG.match(text, span.start)
    if tag:
        return HtmlTag(tag["name"].lower(), _attributes(tag), line, column, closing=bool(tag["closing"]))
    name = "!--" if text.startswith("<!--", span.start) else text[span.start + 1]
    return HtmlTag(name, (), line, column)


def _attributes(tag: re.Match[str]) -> Attributes:
    return tuple(
        (found[1].lower(), plain_entities(found[2] or found[3] or found[4] or ""))
        for found in ATTRIBUTE.finditer(tag["attributes"])
    )


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
