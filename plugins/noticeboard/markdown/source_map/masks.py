"""Blocks -> masks: texts of the same length in which what is no inline Markdown is blanked out.

Offsets in a mask are offsets in the block's text. BREAK stands where inline markup cannot go on.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from noticeboard.markdown.source_map.line_starts import BREAK
from noticeboard.markdown.source_map.raw_html import RawHtmlFinder
from noticeboard.markdown.source_map.table_rows import pipes

if TYPE_CHECKING:
    from noticeboard.markdown.source_map.blocks import Block

_QUOTED = re.compile(r"(?: {0,3}> ?)+")
_ITEMS = re.compile(r"(?:(?:[*+-]|\d+\.)[ \t]+)+")
_DEFINITION = re.compile(r":[ \t]+")
_FOOTNOTE = re.compile(r"\[\^[^\]]*\]:")
_TAB = 4


def mask(block: Block) -> str:
    """The mask of a block; "" where the block holds no inline Markdown."""
    if block.kind in ("paragraph", "picture", "heading"):
        return block.text
    if block.kind == "table":
        return BREAK.join(_row(row) for row in block.text.split("\n"))
    if block.kind in ("list", "quote", "definitions", "footnote"):
        return _Container(block.kind).mask(block.text)
    return _behind_html(block.text) if block.kind == "html" else ""


def _behind_html(text: str) -> str:
    """The mask of raw HTML: what stands behind it in its line is Markdown."""
    pieces, at = [], 0
    for start, end in RawHtmlFinder(text).blocks():
        pieces += [text[at:start], BREAK * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def _row(row: str) -> str:
    found = pipes(row)
    if not found:
        return row
    return BREAK.join(row[left + 1 : right] for left, right in pairwise([-1, *found, len(row)]))


class _Container:
    """Masks blocks that hold others, line by line: lists, quotes, definitions and footnotes."""

    def __init__(self, kind: str) -> None:
        self._marker = _DEFINITION if kind == "definitions" else _ITEMS
        # How many levels of indentation belong to the container; one more makes code.
        self._base = self._depth = 0 if kind == "quote" else 1
        self._after_blank = True
        self._after_heading = self._code = False

    def mask(self, text: str) -> str:
        """The mask of the container's lines."""
        return "".join(self._line(line) for line in text.split("\n"))[1:]

    def _line(self, line: str) -> str:
        """The mask of a line, with a line feed in front, or a break where the text above does not go on in it."""
        quoted = _QUOTED.match(line)
        start = quoted.end() if quoted else 0
        content = line[start:].lstrip()
        if not content:
            self._after_blank, self._code = True, False
            return BREAK * (len(line) + 1)
        indent = len(line[start : len(line) - len(content)].expandtabs(_TAB))
        after_blank, self._after_blank = self._after_blank, False
        self._code = (after_blank or self._code) and indent >= _TAB * (self._depth + 1)
        if self._code:
            return BREAK * (len(line) + 1)
        shown = self._behind_marker(line, len(line) - len(content), indent, after_blank=after_blank)
        heading = content.startswith("#")
        goes_on = not (after_blank or heading or self._after_heading or shown > len(line) - len(content))
        self._after_heading = heading
        return ("\n" if goes_on else BREAK) + " " * shown + line[shown:]

    def _behind_marker(self, line: str, start: int, indent: int, *, after_blank: bool) -> int:
        """The offset behind the marker of an item, a definition or a footnote; `start` where there is none."""
        if items := _ITEMS.match(line, start):
            self._depth = indent // _TAB + 1
            return items.end()
        if after_blank and indent < _TAB:
            self._depth = self._base
        found = self._marker.match(line, start) or _FOOTNOTE.match(line, start)
        return found.end() if found else start
