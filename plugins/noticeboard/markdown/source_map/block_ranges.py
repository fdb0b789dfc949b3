"""The blocks of a text as they are found, joined where Python-Markdown sees one element."""

from __future__ import annotations

from dataclasses import dataclass

LISTS = ("ul", "ol", "dl")
_JOINING = (*LISTS, "pre", "blockquote")


@dataclass(slots=True)
class BlockRange:
    """A block by its lines: from `first` up to, not including, `last`, and the HTML element it becomes, if any."""

    kind: str
    first: int
    last: int
    element: str = ""
    level: int = 0


class BlockRanges:
    """The blocks so far in `all`, and in `elements` the HTML elements they became."""

    def __init__(self) -> None:
        """Start with no block."""
        self.all: list[BlockRange] = []
        self.elements: list[str] = []

    @property
    def last_element(self) -> str:
        """The element above; "" where there is none."""
        return self.elements[-1] if self.elements else ""

    def add(self, part: BlockRange) -> None:
        """Add a block, or its lines to the block before where both are one element."""
        before = self.all[-1] if self.all else None
        if before and part.element in _JOINING and before.element == part.element == self.last_element:
            before.last = part.last
            return
        self.all.append(part)
        self.elements += [part.element] if part.element else []

    def take_back(self) -> BlockRange:
        """The last block, which becomes part of the next."""
        self.elements.pop()
        return self.all.pop()
