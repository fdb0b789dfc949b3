"""A segment's Markdown -> the text for translators, with placeholders for its markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.block_markup import block_markup, title_place
from noticeboard.exchange.inline_pieces import CodedPiece, markup_pieces, tag_pieces
from noticeboard.exchange.paragraph_marks import SPLIT_HERE, parts
from noticeboard.exchange.placeholders import CLOSED, TOKEN, Placeholder, alone, opened, renumbered
from noticeboard.markdown.segments.segment import HEADS
from noticeboard.markdown.source_map.attribute_lists import read
from noticeboard.markdown.source_map.blocks import Block
from noticeboard.markdown.source_map.brackets import plain
from noticeboard.markdown.source_map.link_references import NO_REFERENCES
from noticeboard.markdown.source_map.masks import mask
from noticeboard.markdown.source_map.spans import spans

if TYPE_CHECKING:
    from noticeboard.markdown.source_map.link_references import References

NOT_EXPORTED = ("code", "rule", "reference")
"""Kinds of blocks that have nothing to translate."""

_PLAIN = re.compile(
    r"(?P<break>(?<!\\)\\\n|[ \t]*\n)|(?P<attributes>(?<=[*_])\{)|(?P<address>https?://[^\s<>|\[\]]+[^\s<>|\[\].,;:!?)\"'*_])"
    rf"|(?P<angle>(?={TOKEN.pattern})<)"
)
_SPACE = re.compile(r"[ \t\r\n]+")
# These would begin a list or a heading if something followed on the line.
_MARKER = re.compile(r"(?P<item>[ \t>]*(?:[*+-]|\d{1,9}\.)[ \t]+)?[ \t>]*(?:\d{1,9}[.)]|[*+:-]|#{1,6})[ \t]*")
_HARD = re.compile(r" {2,}\n|\\\n")


def one_line(text: str) -> str:
    """The text with single spaces for its line breaks and the spaces around them; other kinds of spaces stay."""
    return _SPACE.sub(" ", text).strip(" ")


class CodedSegment(NamedTuple):
    """A segment for translators: its words with placeholders, and the source before and after them.

    `marks` are the placeholders in order. A picture that is a whole block has the number 0 and does not appear in
    `text`.
    """

    text: str
    marks: tuple[Placeholder, ...] = ()
    before: str = ""
    after: str = ""

    @property
    def says(self) -> bool:
        """Whether there are words to translate."""
        return any(character.isalnum() for character in TOKEN.sub("", self.text))


def code_segment(kind: str, text: str, references: References = NO_REFERENCES) -> CodedSegment:
    """The segment for translators; `kind` is one of markdown/segments/segment.py.

    Soft line breaks become spaces. Links, pictures, code, tags, addresses, footnote marks, hard line breaks and
    attribute lists become placeholders. Heading markers, attribute lists of blocks and the markup around a picture are
    left out.
    """
    if kind in HEADS:
        return _Writer(one_line(text), "", (), 1).coded()
    if kind in NOT_EXPORTED:
        return CodedSegment("", (), text)
    if kind == "paragraph" and len(several := parts(text)) > 1:
        return _split([code_segment(kind, part, references) for part in several])
    block = Block(kind, text, 1)
    masked = mask(block)
    if kind == "picture":
        return _picture(text, references)
    start, end = block_markup(kind, text)
    found = tag_pieces(text) if kind == "html" else markup_pieces(kind, text, masked, references)
    inside = tuple(sorted(p for p in found if start <= p.start and p.end <= end))
    whole = _Writer(text[:end], masked if kind not in ("html", "definitions") else "", inside, 1, start).coded()
    return whole._replace(before=text[:start], after=text[end:])


def _split(coded: list[CodedSegment]) -> CodedSegment:
    """Several paragraphs that are one in the original, as one text."""
    texts, marks = [], list[Placeholder]()
    for part in coded:
        shift = len(marks)
        texts.append(renumbered(part.text, {mark.id: mark.id + shift for mark in part.marks}))
        marks += [mark._replace(id=mark.id + shift) for mark in part.marks]
    return CodedSegment(SPLIT_HERE.join(texts), tuple(marks), coded[0].before, coded[-1].after)


def _picture(text: str, references: References) -> CodedSegment:
    span = next(span for span in spans(text, references) if span.kind == "picture")
    inner = _Writer(one_line(text[span.inner : span.close]), "", (), 1).coded()
    closing = text[span.close : span.end]
    mark = _with_title(Placeholder(0, "picture", text[span.start : span.inner], closing, span.target), span.title)
    return inner._replace(marks=(mark, *inner.marks), before=text[: span.inner], after=text[span.close :])


def _with_title(mark: Placeholder, title: str) -> Placeholder:
    """The placeholder with the place of its title, if it has a title in words."""
    start, end = title_place(mark.closing) if title.strip() else (-1, -1)
    if start < 0 or one_line(plain(mark.closing[start:end])) != one_line(title):
        return mark
    return mark._replace(title=one_line(title), title_start=start, title_end=end)


class _Writer:
    """Writes one text; `number` is the id of its first placeholder."""

    def __init__(self, text: str, masked: str, pieces: tuple[CodedPiece, ...], number: int, start: int = 0) -> None:
        self._text, self._masked, self._pieces, self._start = text, masked, pieces, start
        self._at = start
        self._next = number
        self._marks: list[Placeholder] = []
        self._out: list[str] = []
        self._open: dict[int, int] = {}

    def coded(self) -> CodedSegment:
        for piece in self._pieces:
            if piece.start < self._at:
                continue
            self._plain(piece.start)
            self._piece(piece)
            self._at = piece.end
        self._plain(len(self._text))
        return CodedSegment("".join(self._out), tuple(self._marks))

    def _piece(self, piece: CodedPiece) -> None:
        source, span = self._text[piece.start : piece.end], piece.span
        if span and piece.half == "close":
            index = self._open.pop(span.start)
            if source in ("]", "][]"):
                # The text of the link is its label, which must stay when the text is translated.
                source = f"][{' '.join(self._text[span.inner : span.close].split())}]"
            self._marks[index] = _with_title(self._marks[index]._replace(closing=source), span.title)
            self._out.append(CLOSED)
        else:
            if span and piece.half:
                self._open[span.start] = len(self._marks)
            self._mark(piece.kind, source, span.target if span else "", paired=bool(piece.half))

    def _mark(self, kind: str, source: str, target: str = "", *, paired: bool = False) -> None:
        self._marks.append(Placeholder(self._next, kind, source, "", target))
        self._out.append(opened(self._next) if paired else alone(self._next))
        self._next += 1

    def _plain(self, end: int) -> None:
        """Writes text without markup, up to an offset."""
        while found := _PLAIN.search(self._text, self._at, end):
            kind = found.lastgroup or ""
            behind = self._behind(found, kind, end)
            if behind < 0:
                self._out.append(self._text[self._at : found.end()])
                self._at = found.end()
                continue
            self._out.append(self._text[self._at : found.start()])
            source = self._text[found.start() : behind]
            if kind == "break" and not _HARD.match(source):
                self._out.append(" ")
            else:
                self._mark(kind, source)
            self._at = behind
        self._out.append(self._text[self._at : end])
        self._at = end

    def _behind(self, found: re.Match[str], kind: str, end: int) -> int:
        """The offset where the match ends; -1 if it is only text."""
        if kind == "attributes":
            behind = read(self._text, found.start())[1]
            return behind if found.start() < behind <= end else -1
        if kind != "break":
            return found.end()
        at = found.end()
        if self._masked[at - 1 : at] != "\n" or self._would_begin(found.start()):
            return -1
        while at < end and self._masked[at] in " \t":
            at += 1
        return at

    def _would_begin(self, end: int) -> bool:
        """Whether the line that ends there is a mark only, which would begin a block if words followed it."""
        first = self._text.rfind("\n", 0, end) + 1
        mark = _MARKER.fullmatch(self._text, first, end)
        return bool(mark and (mark["item"] or first <= self._start))
