"""Blocks -> the words that a reader sees, with the place of each character in the file.

Markup leaves nothing. OBJECT stands for something that is read as a word but is not in the text's language: code, an
address, a passage in another language. BREAK is where running text ends, such as between table cells.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.languages.markup_placeholders import OBJECT
from noticeboard.markdown.source_map.attribute_lists import block_list, heading_list, heading_words, read
from noticeboard.markdown.source_map.brackets import ESCAPED, plain_entities
from noticeboard.markdown.source_map.link_references import NO_REFERENCES
from noticeboard.markdown.source_map.mask_break import BREAK
from noticeboard.markdown.source_map.masks import mask
from noticeboard.markdown.source_map.raw_html import TAG
from noticeboard.markdown.source_map.spans import spans
from noticeboard.model import Location

if TYPE_CHECKING:
    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.markdown.source_map.link_references import References
    from noticeboard.markdown.source_map.spans import Span

_MARKUP = re.compile(r"[\\`*_~\[<&{@]|://|www\.")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"«»“”„\ufffc\0]*[^\s<>\"«»“”„\ufffc\0.,;:!?)\]'’*_]"  # noqa: RUF001 - marks behind an address
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_ESCAPED = re.compile(ESCAPED)
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_HARD_BREAK = re.compile(r"\\(?=\n)")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|~~")
_HASHES = re.compile(r"\A {0,3}#{1,6}(?=[ \t]|\Z)[ \t]*|(?<=[ \t])#+[ \t]*\Z")
_LANG = re.compile(r"\slang\s*=\s*[\"']?([A-Za-z0-9-]+)")


class VisibleText(Struct, frozen=True, dict=True):
    """The words of one block.

    `pieces` are what each character of the source shows: mostly itself, "" for markup; () if all show themselves.
    """

    text: str
    pieces: tuple[str, ...]
    block: Block

    def location(self, offset: int) -> Location:
        """The place in the file of the character at that offset in `text`."""
        source = bisect_right(self._ends, offset) if self.pieces else offset
        line = bisect_right(self._lines, source) - 1
        return Location(self.block.path, self.block.line + line, source - self._lines[line] + 1)

    @cached_property
    def _ends(self) -> list[int]:
        """Where in the text each piece ends."""
        return list(accumulate(map(len, self.pieces)))

    @cached_property
    def _lines(self) -> list[int]:
        """Where in the source each line begins."""
        return [0, *(found.end() for found in re.finditer("\n", self.block.text))]


def visible(block: Block, lang: str, references: References = NO_REFERENCES) -> VisibleText:
    """The visible words of a block in a text in that language; code and raw HTML have none."""
    masked = _framed(block)
    if not _MARKUP.search(masked):
        return VisibleText(masked, (), block)
    pieces = _Clearing(masked, lang).pieces(references)
    return VisibleText("".join(pieces), tuple(pieces), block)


def _framed(block: Block) -> str:
    """The mask of a block without what belongs to the block itself: hashes, attribute lists, a table's second line."""
    masked, text = mask(block), block.text
    if block.kind == "heading":
        line = heading_words(text)
        found = heading_list(line)
        words = line[: found.start()] if found else line
        words = _HASHES.sub(lambda hashes: BREAK * len(hashes[0]), words)
        return words + BREAK * (len(text) - len(words))
    if block.kind == "table":
        start = text.find("\n") + 1
        end = (text + "\n").index("\n", start)
        return masked[:start] + BREAK * (end - start) + masked[end:]
    if block.kind == "paragraph" and (found := block_list(text)):
        return masked[: found.start()] + BREAK * (len(text) - found.start())
    return masked


class _Clearing:
    """Takes the markup out of the mask of one block."""

    def __init__(self, masked: str, lang: str) -> None:
        self._masked, self._lang = masked, lang
        self._pieces = list(masked)

    def pieces(self, references: References) -> list[str]:
        """What each character of the mask shows."""
        found = spans(self._masked, references)
        self._characters(bytearray(len(self._masked)), found)
        for span in found:
            self._span(span)
        self._raw_passages(found)
        return self._pieces

    def _characters(self, hidden: bytearray, found: list[Span]) -> None:
        """Emphasis, escapes, entities and addresses, outside code and targets."""
        for span in found:
            start = span.close if span.kind == "link" else span.start
            hidden[start : span.end] = b"\1" * (span.end - start)
        for match in _ADDRESS.finditer(self._masked):
            if not any(hidden[match.start() : match.end()]):
                self._fill(*match.span(), OBJECT)
                hidden[match.start() : match.end()] = b"\1" * (match.end() - match.start())
        for match in _ESCAPED.finditer(self._masked):
            if not hidden[match.start()]:
                self._pieces[match.start()] = ""
                hidden[match.start() : match.end()] = b"\1\1"
        for match in _HARD_BREAK.finditer(self._masked):
            if not hidden[match.start()]:
                self._pieces[match.start()] = ""
        for match in _ENTITY.finditer(self._masked):
            meant = plain_entities(match[0])
            if not hidden[match.start()] and meant != match[0]:
                self._fill(*match.span(), meant)
        self._emphasis(hidden)

    def _emphasis(self, hidden: bytearray) -> None:
        opened: dict[str, int] = {}
        for match in _EMPHASIS.finditer(self._masked):
            start, end = match.span()
            if hidden[start] or (self._is_space(start - 1) and self._is_space(end)):
                continue
            attributes, behind = ((), end) if self._is_space(start - 1) else read(self._masked, end)
            self._fill(start, behind, "")
            begin = opened.pop(match[0], start)
            if begin == start:
                opened[match[0]] = start
            elif self._is_foreign(dict(attributes).get("lang", "")):
                self._fill(begin, behind, OBJECT)

    def _span(self, span: Span) -> None:
        foreign = self._is_foreign(dict(span.attributes).get("lang", ""))
        empty = span.kind == "link" and span.inner == span.close
        if empty or foreign or span.kind in ("code", "autolink", "note"):
            self._fill(span.start, span.end, BREAK if span.kind == "picture" else OBJECT)
        elif span.kind == "picture":
            self._fill(span.start, span.inner, BREAK)
            self._fill(span.close, span.end, BREAK)
        elif span.kind == "link":
            self._fill(span.start, span.inner, "")
            self._fill(span.close, span.end, "")
        else:
            is_break = self._masked.startswith("<br", span.start)
            self._fill(span.start, span.end, "\n" if is_break else "")

    def _raw_passages(self, found: list[Span]) -> None:
        """Passages in another language that raw tags mark: `<span lang="en">…</span>`."""
        ends: dict[str, int] = {}
        foreign: list[tuple[int, int]] = []
        for span in reversed(found):
            tag = TAG.match(self._masked, span.start) if span.kind == "tag" else None
            if tag and tag["closing"]:
                ends[tag["name"].lower()] = span.end
            elif tag and (language := _LANG.search(tag["attributes"])) and self._is_foreign(language[1]):
                foreign.append((span.start, ends.get(tag["name"].lower(), span.end)))
        filled = 0
        for start, end in reversed(foreign):
            if start >= filled:
                self._fill(start, end, OBJECT)
                filled = end

    def _fill(self, start: int, end: int, shown: str) -> None:
        """Lets the characters from `start` up to `end` show that together."""
        if start < end:
            self._pieces[start:end] = [shown, *[""] * (end - start - 1)]

    def _is_space(self, at: int) -> bool:
        return not 0 <= at < len(self._masked) or self._masked[at].isspace()

    def _is_foreign(self, lang: str) -> bool:
        return bool(lang) and lang.partition("-")[0].lower() != self._lang.partition("-")[0].lower()
