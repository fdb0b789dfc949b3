"""Gathers what a version says, block by block."""

from __future__ import annotations

import re
from hashlib import blake2b
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.languages.guess import other_language
from noticeboard.languages.readings import read
from noticeboard.markdown.segments.accidental_lists import is_accidental
from noticeboard.markdown.source_map.blanking import only_own_words, without_item_numbers, without_markup
from noticeboard.markdown.source_map.decoded_text import DecodedText
from noticeboard.markdown.source_map.masks import without_code
from noticeboard.markdown.source_map.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.model import Location

_LETTERS = {
    "heading": "h",
    "paragraph": "p",
    "quote": "p",
    "footnote": "p",
    "definitions": "p",
    "list": "l",
    "table": "t",
    "picture": "i",
    "code": "c",
    "html": "x",
    "rule": "r",
    "abbreviation": "a",
    "reference": "a",
}
_SILENT = "cra"
_MAY_HOLD_CODE = ("list", "quote", "definitions", "footnote")
_DIGIT = re.compile(r"\d")
_ITEM = re.compile(r"^[ \t]*(?:[*+-]|\d+[.)])[ \t]", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?;:\u2026\u037e]\s+|\n[ \t]*(?:[*+-]|\d+[.)])[ \t]|\|")
_LANG = re.compile(r"(?<!\w)lang=")
SENTENCE = 6
"""Words. What is shorter may well be the same in two languages: names, titles, formulas."""

_SHORTEST = 20
"""Characters that six words have at least, nearly always: what is shorter need not be taken apart."""


class StatedValue(NamedTuple):
    """A figure, date or time of a text: its kind and value (languages/readings.py), the author's words, and its place.

    `block` is the number of the block that it is in, -1 in the front matter.
    """

    kind: str
    value: str
    words: str
    line: int
    column: int
    block: int


class ProfileBuilder:
    """Gathers what one version says."""

    def __init__(self, lang: str) -> None:
        """Begin with nothing, in that language."""
        self.lang = lang
        self.marks: list[StatedValue] = []
        self.shape: list[str] = []
        self.sizes: list[int] = []
        self.prints: list[tuple[int, int, int]] = []
        self.said: list[str] = []
        self.foreign: list[tuple[int, str]] = []

    def head(self, words: str, location: Location) -> None:
        """Notes a text of the front matter, all of which counts as standing at its first character."""
        for reading in read(words, self.lang):
            kind, value, start, end = reading
            self.marks.append(StatedValue(kind, value, words[start:end], location.line, location.column, -1))
        self._print(words, location.line, location.column)

    def body(self, text: str, blocks: Sequence[Block]) -> None:
        """Notes the blocks of a text."""
        own = only_own_words(text)
        seen = without_markup(text)
        unmarked = seen if own is text else without_markup(own)
        for number, block in enumerate(blocks):
            # Another rule reports a sentence that is a list by accident; here it is compared as what was meant.
            accidental = is_accidental(blocks, number, self.lang)
            letter = "p" if accidental else _LETTERS[block.kind]
            self.shape.append(letter)
            self.sizes.append(_size(letter, block.text))
            if letter in _SILENT:
                continue
            shown = seen[block.start : block.end]
            self._marks(number, block, without_item_numbers(shown) if letter == _LETTERS["list"] else shown)
            if not (own is not text and _LANG.search(own, block.start, block.end)):
                self._words(block, unmarked[block.start : block.end])

    def _marks(self, number: int, block: Block, text: str) -> None:
        if not _DIGIT.search(text):
            return
        locations, decoded = Positions(text, block.line), DecodedText(text)
        for kind, value, first, last in read(decoded.text, self.lang):
            start, end = decoded.offset(first), decoded.offset(last)
            words = " ".join(unescape(block.text[start:end]).split())
            self.marks.append(StatedValue(kind, value, words, *locations.at(start), number))

    def _words(self, block: Block, text: str) -> None:
        if block.kind in _MAY_HOLD_CODE:
            text = without_code(block, text)
        locations = Positions(text, block.line)
        start = 0
        for end in [*_SENTENCE_END.finditer(text), None]:
            sentence = text[start : end.start() if end else None]
            if len(sentence) > _SHORTEST:
                self._print(sentence, *locations.at(start))
            start = end.end() if end else start
        said = " ".join(unescape(text).split())
        self.said.append(said)
        other = other_language(said, self.lang)
        if other:
            self.foreign.append((block.line, other))

    def _print(self, text: str, line: int, column: int) -> None:
        """Notes a sentence, unless it is short or mostly names."""
        words = _WORD.findall(unescape(text))
        if len(words) < SENTENCE:
            return
        said = " ".join(words)
        folded = said.casefold()
        if said == folded or sum(map(str.islower, words)) * 2 > len(words):
            self.prints.append((fingerprint(folded), line, column))


def _size(letter: str, text: str) -> int:
    """The items of a list, the rows of a table below its header, 0 for anything else."""
    if letter == "l":
        return len(_ITEM.findall(text))
    return text.count("\n") - 1 if letter == "t" else 0


def fingerprint(words: str) -> int:
    """A number that only these words have: 64 bits of BLAKE2b, the same everywhere and at all times."""
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")
