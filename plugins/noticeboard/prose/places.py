"""Where links, pictures and headings of a text stand: Markdown's tree knows no positions, the blocks do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from noticeboard.model import Place
from noticeboard.prose import blocks, inlines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.prose.blocks import Block
    from noticeboard.prose.inlines import Link, Picture


@dataclass(slots=True)
class Places:
    """The places in one text, whose first line is `first_line` of the file at `path`; `parts` are its blocks if known.

    Each call for the same thing moves on to the next of its kind, as a walk through the tree in order does.
    """

    text: str
    path: str
    first_line: int
    parts: Sequence[Block] | None = None
    _passed: dict[tuple[str, str], int] = field(default_factory=dict)
    _known: dict[str, dict[str, list[tuple[int, int]]]] = field(default_factory=dict)

    def link(self, target: str) -> Place:
        """Where the target of the next link that leads there is written."""
        return self._target("link", target, target)

    def picture(self, target: str) -> Place:
        """Where the target of the next picture of that file is written."""
        return self._target("picture", target, f"({target}")

    def heading(self, level: int) -> Place:
        """The next heading of that level."""
        found = [(b.line, 1) for b in self._blocks() if b.kind == "heading" and b.level == level]
        return Place(self.path, *self._next("heading", str(level), found))

    def id(self, explicit: str) -> Place:
        """Where the id is stated last: the place of one that stands twice."""
        return self._at(max(self.text.rfind(f"#{explicit}"), 0))

    def _target(self, kind: str, target: str, written: str) -> Place:
        start = self.text.find(written)
        if start >= 0 and self.text.find(written, start + 1) < 0:
            return self._at(start)
        line, column = self._next(kind, target, self._uses(kind, target))
        return self._at(max(self.text.find(written, self._offset(line, column)), 0))

    def _uses(self, kind: str, target: str) -> list[tuple[int, int]]:
        """The lines and columns at which links (or pictures) of that target begin."""
        if kind not in self._known:
            self._known[kind] = {}
            for use in self._all(kind):
                self._known[kind].setdefault(use.target, []).append((use.line, use.column))
        return self._known[kind].get(target, [])

    def _all(self, kind: str) -> list[Link | Picture]:
        known = inlines.references(self._blocks())
        uses: list[Link | Picture] = []
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

    def _offset(self, line: int, column: int) -> int:
        start = 0
        for _ in range(line - self.first_line):
            start = self.text.find("\n", start) + 1
        return start + column - 1

    def _at(self, offset: int) -> Place:
        line = self.first_line + self.text.count("\n", 0, offset)
        return Place(self.path, line, offset - self.text.rfind("\n", 0, offset))
