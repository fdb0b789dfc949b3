"""The parts of a segment's Markdown that become placeholders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.markdown.source_map.attribute_lists import read
from noticeboard.markdown.source_map.mask_break import BREAK
from noticeboard.markdown.source_map.raw_html import raw_html
from noticeboard.markdown.source_map.spans import Span, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.source_map.link_references import References

_CONTAINERS = ("list", "quote", "definitions", "footnote")
_PASSAGE = re.compile(r"(?<![\w\\*_])(\*{1,3}|_{1,3})(?![\s*_])([^*_\0`\[\]<>\\{}\n]+)(?<![\s])(\1)(?=\{)")


class CodedPiece(NamedTuple):
    """A part of the source that becomes a placeholder, or one half of a pair."""

    start: int
    end: int
    kind: str
    span: Span | None = None
    half: str = ""


def markup_pieces(kind: str, text: str, masked: str, references: References) -> list[CodedPiece]:
    """The pieces of a block in Markdown; `masked` is its text without code."""
    return [*_spans(masked, references), *_passages(masked), *_lines(kind, text, masked)]


def _spans(masked: str, references: References) -> Iterator[CodedPiece]:
    for span in spans(masked, references) if masked else ():
        if span.kind in ("link", "picture") and span.inner < span.close:
            yield CodedPiece(span.start, span.inner, span.kind, span, "open")
            yield CodedPiece(span.close, span.end, span.kind, span, "close")
        else:
            yield CodedPiece(span.start, span.end, span.kind, span)


def _passages(masked: str) -> Iterator[CodedPiece]:
    """Passages in another language, `*words*{lang=fr}`, each as a pair around its words."""
    for found in _PASSAGE.finditer(masked) if "{" in masked else ():
        attributes, end = read(masked, found.end())
        lang = dict(attributes).get("lang", "")
        if lang and end > found.end():
            span = Span("passage", found.start(), end, found.end(1), found.start(3), lang)
            yield CodedPiece(span.start, span.inner, span.kind, span, "open")
            yield CodedPiece(span.close, span.end, span.kind, span, "close")


def tag_pieces(text: str) -> Iterator[CodedPiece]:
    """The pieces of a block of HTML: its tags."""
    return (CodedPiece(start, end, "tag") for start, end in raw_html(text))


def _lines(kind: str, text: str, masked: str) -> Iterator[CodedPiece]:
    """Lines of code in lists and quotations."""
    at = 0
    for line in text.split("\n") if kind in _CONTAINERS else ():
        if line.strip().strip(" \t>") and not masked[at : at + len(line)].strip(BREAK):
            indent = len(line) - len(line.lstrip(" \t"))
            yield CodedPiece(at + indent, at + len(line.rstrip(" \t")), "lines")
        at += len(line) + 1
