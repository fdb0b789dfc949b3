"""One flow of running text, and the places of a tree that its pieces came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from noticeboard.languages.markup_placeholders import SEAM

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(slots=True)
class BrokenText:
    """Text of a tree that placeholders break: its parts in order, the odd ones placeholders."""

    element: Element
    name: str
    parts: list[str]


Home = tuple[Element | BrokenText, str | int]
"""Where a piece lives: an element and "text", "tail" or an attribute's name, or broken text and the part's number."""


@dataclass(slots=True)
class TextFlow:
    """Running text in one language, "" for none; pieces without a home are markup placeholders."""

    tag: str
    pieces: list[str] = field(default_factory=list)
    homes: list[Home | None] = field(default_factory=list)

    @property
    def blank(self) -> bool:
        """Whether it is nothing but space, as between two blocks."""
        return not self.pieces or (len(self.pieces) == 1 and self.pieces[0].isspace())

    def add(self, piece: str, home: Home | None = None) -> None:
        """Adds the next piece."""
        self.pieces.append(piece)
        self.homes.append(home)

    def change(self, function: Callable[[str], str]) -> None:
        """Puts into the tree what the function makes of the flow, which keeps its seams and stand-ins.

        Text that holds a seam of its own (U+FFFF, which no document may hold) is left alone.
        """
        text = SEAM.join(self.pieces)
        changed = function(text)
        if changed == text or text.count(SEAM) != len(self.pieces) - 1:
            return
        for home, old, new in zip(self.homes, self.pieces, changed.split(SEAM), strict=True):
            if home is not None and new != old:
                _put(home, new)


def _put(home: Home, text: str) -> None:
    location, name = home
    if isinstance(location, BrokenText):
        location.parts[int(name)] = text
        _put((location.element, location.name), "".join(location.parts))
    elif name == "text":
        location.text = text
    elif name == "tail":
        location.tail = text
    else:
        location.set(str(name), text)
