"""Inline Markdown: the positions of code, links, pictures, tags and footnote marks in a text, found in one pass.

The text is a mask (masks.py): BREAK is where inline markup cannot continue, such as between list items.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.markdown.source_map.attribute_lists import Attributes, read
from noticeboard.markdown.source_map.brackets import ESCAPED, Brackets, plain
from noticeboard.markdown.source_map.code_spans import CodeSpans
from noticeboard.markdown.source_map.mask_break import BREAK
from noticeboard.markdown.source_map.raw_html import TAG, RawHtmlFinder

if TYPE_CHECKING:
    from noticeboard.markdown.source_map.link_references import References

_TOKEN = re.compile(rf"{ESCAPED}|`+|!?\[|[\]()]|<(?=[A-Za-z/!?])|{BREAK}")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*+://[^<>\0]*+)>")
_MAIL = re.compile(r"<(?:mailto:)?([^<>!@\s\\\0]++@[^@<>\s\\\0]++)>")
_LONGEST_LABEL = 1000
_KEPT = 64


class Span(Struct, frozen=True):
    """Inline markup from `start` to `end`, including its attribute list; what it shows is from `inner` to `close`.

    `kind` is code, link, picture, autolink, tag, comment or note (a footnote's mark).
    """

    kind: str
    start: int
    end: int
    inner: int
    close: int
    target: str = ""
    title: str = ""
    attributes: Attributes = ()


def spans(mask: str, references: References) -> list[Span]:
    """The inline markup of a mask in order of appearance; pictures and tags may be inside a link."""
    return _found(mask, references) if references else [*_without_references(mask)]


# Rules, positions and visible words ask for the same blocks of a text before the next text.
@lru_cache(_KEPT)
def _without_references(mask: str) -> tuple[Span, ...]:
    return tuple(_found(mask, {}))


def _found(mask: str, references: References) -> list[Span]:
    brackets, found = _tokens(mask)
    links: list[Span] = []
    behind = close = end = 0
    for start in brackets.opened:
        # Nothing counts inside a picture or after a link's text, and no link inside a link.
        if start < behind or close < start < end or (start < close and mask[start] == "["):
            continue
        span = _bracketed(mask, start, brackets, references)
        if span:
            links.append(span)
            if span.kind == "link":
                close, end = span.close, span.end
            else:
                behind = span.end
    return sorted([*links, *_outside(found, links)], key=lambda span: span.start) if links else found


def _tokens(mask: str) -> tuple[Brackets, list[Span]]:
    """The brackets that may be links, and what binds tighter: code, tags, comments and addresses in <>."""
    brackets, found = Brackets(mask), []
    code, markup, behind = CodeSpans(mask), RawHtmlFinder(mask), 0
    for token in _TOKEN.finditer(mask):
        at, character = token.start(), token[0][0]
        if at < behind or character == "\\":
            continue
        if character == "`":
            inner, close, behind = code.at(at, token.end())
            if close >= 0:
                opening = inner - (behind - close)
                behind = read(mask, behind)[1]
                found.append(Span("code", opening, behind, inner, close))
        elif character == "<":
            span = _angled(mask, at, markup)
            if span:
                found.append(span)
                behind = span.end
        else:
            brackets.note(at, token[0])
    return brackets, found


def _angled(mask: str, at: int, markup: RawHtmlFinder) -> Span | None:
    if address := _AUTOLINK.match(mask, at):
        attributes, end = read(mask, address.end())
        return Span("autolink", at, end, address.start(1), address.end(1), plain(address[1]), "", attributes)
    if mail := _MAIL.match(mask, at):
        attributes, end = read(mask, mail.end())
        return Span("autolink", at, end, mail.start(1), mail.end(1), f"mailto:{mail[1]}", "", attributes)
    if tag := TAG.match(mask, at):
        return Span("tag", at, tag.end(), at, at)
    end = markup.other(at)
    return Span("comment", at, end, at, at) if end >= 0 else None


def _bracketed(mask: str, start: int, brackets: Brackets, references: References) -> Span | None:
    """The link, picture or footnote's mark whose bracket opens at `start`."""
    close = brackets.close(start)
    if close < 0:
        return None
    inner = start + 1 if mask[start] == "[" else start + 2
    if mask[inner] == "^" and inner == start + 1:
        return Span("note", start, close + 1, inner, close)
    found = brackets.target(close + 1) or _referred(mask, inner, close, references)
    if not found:
        return None
    target, title, end = found
    attributes, end = read(mask, end)
    return Span("link" if inner == start + 1 else "picture", start, end, inner, close, target, title, attributes)


def _referred(mask: str, inner: int, close: int, references: References) -> tuple[str, str, int] | None:
    """Target, title and end of a reference: `[text][label]`, `[label][]` or `[label]`."""
    if not references:
        return None
    at = close + 1
    label_end = mask.find("]", at) if mask[at : at + 1] == "[" else -1
    if label_end >= 0 and (found := references.get(_label(mask, at + 1, label_end) or _label(mask, inner, close))):
        return *found, label_end + 1
    found = references.get(_label(mask, inner, close))
    return (*found, close + 1) if found else None


def _label(mask: str, start: int, end: int) -> str:
    return " ".join(mask[start:end].split()).lower() if end - start <= _LONGEST_LABEL else ""


def _outside(found: list[Span], links: list[Span]) -> list[Span]:
    """What is neither in a link's target nor in a picture."""
    hidden = [(span.start if span.kind == "picture" else span.close, span.end) for span in links]
    hidden.sort()
    starts = [start for start, _ in hidden]
    kept = []
    for span in found:
        index = bisect_left(starts, span.start) - 1
        if index < 0 or span.start >= hidden[index][1]:
            kept.append(span)
    return kept
