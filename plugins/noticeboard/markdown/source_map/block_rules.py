"""Which lines are which block: the order of rules by which Python-Markdown takes a chunk of lines apart.

A chunk is a run of lines without a blank one. Rules are tried in order; each says behind which line the block ends
that it found, or 0. A rule that finds its line further down has the lines above taken apart first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.markdown.source_map.block_ranges import LISTS, BlockRange, BlockRanges
from noticeboard.markdown.source_map.line_starts import INDENT, ITEM, SETEXT
from noticeboard.markdown.source_map.link_references import reference_end
from noticeboard.markdown.source_map.table_rows import is_table

if TYPE_CHECKING:
    from noticeboard.markdown.source_map.line_starts import LineStarts

_NOT_INDENTED = re.compile(r" {0,3}[^ :]")


class BlockRules:
    """Takes the chunks of one text apart, in order."""

    def __init__(self, marks: LineStarts) -> None:
        """Start with no block."""
        self._marks = marks
        self._lines = marks.lines
        self._found = BlockRanges()
        self._end = 0
        self._footnote_open = False

    @property
    def parts(self) -> list[BlockRange]:
        """The blocks so far."""
        return self._found.all

    def whole(self, kind: str, first: int, last: int) -> None:
        """Add a block whose lines are known, such as raw HTML."""
        self._footnote_open = False
        self._add(kind, first, last, kind)

    def separate(self) -> None:
        """Note that raw HTML begins the next chunk, which therefore goes on with nothing above."""
        self._footnote_open = False
        self._found.elements.append("html")

    def chunk(self, first: int, last: int) -> None:
        """Add the blocks of a chunk."""
        self._end = last
        if self._footnote_open:
            first = self._footnote_goes_on(first, last)
        self._all(first, last)

    def _all(self, first: int, last: int) -> None:
        while first < last:
            if self._marks.are_plain(first, last):
                self._paragraph(first, last)
                return
            first = self._next(first, last)

    def _next(self, first: int, last: int) -> int:
        """The line behind what the first rule that fits takes."""
        return (
            self._nested(first, last)
            or self._code(first, last)
            or self._table(first, last)
            or self._heading(first, last)
            or self._setext(first, last)
            or self._rule(first, last)
            or self._list(first, last)
            or self._definitions(first, last)
            or self._quote(first, last)
            or self._footnote(first, last)
            or self._abbreviation(first, last)
            or self._reference(first, last)
            or self._paragraph(first, last)
        )

    def _reached(self, kind: str, first: int, last: int) -> int:
        """The first line of the kind, the lines above it taken apart already; -1 where there is none."""
        line = self._marks.first(kind, first, last)
        if line > first:
            self._all(first, line)
        return line

    def _add(self, kind: str, first: int, last: int, element: str = "", level: int = 0) -> int:
        self._found.add(BlockRange(kind, first, last, element, level))
        return last

    def _nested(self, first: int, last: int) -> int:
        element = self._found.last_element
        if element not in LISTS or not self._lines[first].startswith(INDENT):
            return 0
        return self._add("definitions" if element == "dl" else "list", first, last, element)

    def _code(self, first: int, last: int) -> int:
        end = first
        while end < last and self._lines[end].startswith(INDENT):
            end += 1
        return self._add("code", first, end, "pre") if end > first else 0

    def _table(self, first: int, last: int) -> int:
        return self._add("table", first, last, "table") if is_table(self._lines, first, last) else 0

    def _heading(self, first: int, last: int) -> int:
        line = self._reached("heading", first, last)
        if line < 0:
            return 0
        level = len(self._lines[line][:6]) - len(self._lines[line][:6].lstrip("#"))
        return self._add("heading", line, line + 1, "h", level)

    def _setext(self, first: int, last: int) -> int:
        if first + 1 >= last or not SETEXT.match(self._lines[first + 1]):
            return 0
        return self._add("heading", first, first + 2, "h", 1 if self._lines[first + 1][0] == "=" else 2)

    def _rule(self, first: int, last: int) -> int:
        line = self._reached("rule", first, last)
        if line < 0:
            return 0
        return self._add("rule", line, line + 1, "hr")

    def _list(self, first: int, last: int) -> int:
        item = ITEM.match(self._lines[first])
        return self._add("list", first, last, "ul" if item[1] else "ol") if item else 0

    def _definitions(self, first: int, last: int) -> int:
        line = self._marks.first("definition", first, last)
        if line < 0 or (line == first and not self._found.elements):
            return 0
        if line == first and self.parts[-1].kind == "paragraph" and self._found.last_element == "p":
            # A definition without a term above it in its chunk takes the paragraph above for its term.
            first = self._found.take_back().first
        end = line + 1
        if end < last and _NOT_INDENTED.match(self._lines[end]):
            end = last
        while end < last and self._lines[end].startswith(INDENT):
            end += 1
        return self._add("definitions", first, end, "dl")

    def _quote(self, first: int, last: int) -> int:
        line = self._reached("quote", first, last)
        if line < 0:
            return 0
        return self._add("quote", line, last, "blockquote")

    def _footnote(self, first: int, last: int) -> int:
        line = self._reached("footnote", first, last)
        if line < 0:
            return 0
        following = self._marks.first("footnote", line + 1, last)
        end = last if following < 0 else following
        self._footnote_open = end == self._end
        return self._add("footnote", line, end)

    def _footnote_goes_on(self, first: int, last: int) -> int:
        """The line behind what still belongs to the footnote above: an indented chunk after one blank line."""
        self._footnote_open = False
        if self.parts[-1].last != first - 1 or not self._lines[first].startswith(INDENT):
            return first
        following = self._marks.first("footnote", first, last)
        self._footnote_open = following < 0
        self.parts[-1].last = last if following < 0 else following
        return self.parts[-1].last

    def _abbreviation(self, first: int, last: int) -> int:
        line = self._reached("abbreviation", first, last)
        if line < 0:
            return 0
        return self._add("abbreviation", line, min(self._marks.abbreviation_end(line), last))

    def _reference(self, first: int, last: int) -> int:
        line = self._reached("reference", first, last)
        if line < 0:
            return 0
        return self._add("reference", line, min(reference_end(self._lines, line), last))

    def _paragraph(self, first: int, last: int) -> int:
        seen = any(line.strip() for line in self._lines[first:last])
        return self._add("paragraph", first, last, "p") if seen else last
