"""The positions of links, pictures and headings of a text: Markdown's tree has none, but blocks do."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from noticeboard.markdown.source_map import blocks, inlines
from noticeboard.model import Location

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.markdown.source_map.inlines import MarkdownLink, MarkdownPicture

_ID = re.compile(r"#([^\s{}#]+)")
_SEARCHES = 50
"""Targets that are searched for in the whole text: that is quicker than to read it, as long as they are few."""
_NEAR = 2000
"""How many characters after the beginning of a link are searched for its target."""


@dataclass
class TreePositions:
    """The places in one text, whose first line is `first_line` of the file at `path`; `parts` are its blocks if known.

    Each call for the same thing moves on to the next of its kind, as a walk through the tree in order does.
    """

    text: str
    path: str
    first_line: int
    parts: Sequence[Block] | None = None
    _searches: int = 0
    _passed: dict[tuple[str, str], int] = field(default_factory=dict)
    _known: dict[str, dict[str, list[tuple[int, int]]]] = field(default_factory=dict)

    def link(self, target: str) -> Location:
        """Where the target of the next link that leads there is written."""
        return self._target("link", target, target)

    def picture(self, target: str) -> Location:
        """Where the target of the next picture of that file is written."""
        return self._target("picture", target, f"({target}")

    def heading(self, level: int) -> Location:
        """The next heading of that level."""
        return Location(self.path, *self._next("heading", str(level), self._headings.get(level, [])))

    def id(self, explicit: str) -> Location:
        """Where the id is stated last: the place of one that appears twice."""
        return self._at(self._ids.get(explicit, 0))

    def _target(self, kind: str, target: str, written: str) -> Location:
        self._searches += 1
        if self._searches <= _SEARCHES:
            start = self.text.find(written)
            if start >= 0 and self.text.find(written, start + 1) < 0:
                return self._at(start)
        start = self._offset(*self._next(kind, target, self._uses(kind, target)))
        return self._at(max(self.text.find(written, start, start + len(written) + _NEAR), start))

    def _uses(self, kind: str, target: str) -> list[tuple[int, int]]:
        """The lines and columns at which links (or pictures) of that target begin."""
        if kind not in self._known:
            self._known[kind] = {}
            for use in self._all(kind):
                self._known[kind].setdefault(use.target, []).append((use.line, use.column))
        return self._known[kind].get(target, [])

    def _all(self, kind: str) -> list[MarkdownLink | MarkdownPicture]:
        known = blocks.references(self._blocks())
        uses: list[MarkdownLink | MarkdownPicture] = []
        for block in self._blocks():
            uses += inlines.links(block, known) if kind == "link" else inlines.pictures(block, known)
        return uses

    def _next(self, kind: str, name: str, found: list[tuple[int, int]]) -> tuple[int, int]:
        number = self._passed.get((kind, name), 0)
        self._passed[kind, name] = number + 1
        return found[min(number, len(found) - 1)] if found else (self.first_line, 1)

    def _blocks(self) -> Sequence[Block]:
        if self.parts is None:
            self.parts = blocks.split(self.text, self.path, self.first_line)
        return self.parts

    @cached_property
    def _headings(self) -> dict[int, list[tuple[int, int]]]:
        found: dict[int, list[tuple[int, int]]] = {}
        for block in self._blocks():
            if block.kind == "heading":
                found.setdefault(block.level, []).append((block.line, 1))
        return found

    @cached_property
    def _ids(self) -> dict[str, int]:
        return {m[1]: m.start() for m in _ID.finditer(self.text)}

    @cached_property
    def _starts(self) -> list[int]:
        """The offset of each line's first character."""
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def _offset(self, line: int, column: int) -> int:
        return self._starts[min(line - self.first_line, len(self._starts) - 1)] + column - 1

    def _at(self, offset: int) -> Location:
        number = bisect_right(self._starts, offset)
        return Location(self.path, self.first_line + number - 1, offset - self._starts[number - 1] + 1)
