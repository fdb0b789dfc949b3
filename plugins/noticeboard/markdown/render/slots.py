"""Slots: the places in a text whose content is known only when the whole site is.

While Markdown runs, a slot is a mark: a number between two Unicode noncharacters. No text can make one. Texts come
without noncharacters (`Engine.parse` sees to it), and what a text says with character references is taken out of the
HTML before anything decodes it (source_map/character_references.py). Were there another way, it would still lead
nowhere: `cut` takes a mark only if this text's parse has handed it out, only where a slot of its kind may be, and
drops every other one. So the elements and attributes of a page are those of the sanitised HTML, its slots filled, and
no attribute's name comes from a text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.model import Stored

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARK = f"{_OPEN}(\\d{{1,9}}){_CLOSE}"
_PIECE = re.compile(rf"""<figure>{_MARK}</figure>|(<[^"<>]*+(?:"[^"]*+"[^"<>]*+)*+>)|{_MARK}|[{_OPEN}{_CLOSE}]""")
_ELEMENT = re.compile(r"</?([a-z0-9]+)")
_ATTRIBUTE = re.compile(r' ([^ "=<>]+)="([^"]*)"')
_LINKS = frozenset({"announcement", "file", "fragment", "front", "listing", "survey", "web"})
_WHOLE = {("a", "href"): _LINKS, ("div", "aria-labelledby"): frozenset({"name"})}
"""The slots that stand for an attribute with its name, by element and attribute."""

_VALUES = {("time", "datetime"): "instant", **{(f"h{level}", "id"): "heading" for level in range(1, 7)}}
"""The slots that stand for an attribute's value."""

_FIGURES = frozenset({"figure", "data"})
_WORDS = frozenset({"words", "back", "size"})


class Slot(Stored, frozen=True):
    """One place to fill. `value` and `fragment` are the target's; what they mean depends on the kind.

    Link kinds (announcement, listing, front, file, survey, fragment, web) stand for the href attribute as a whole, name
    for aria-labelledby: its value is the number of the heading that names a box, or "" for the page's title. Figure and
    data stand for the element, instant and heading for an attribute's value, words, back and size for text.
    """

    kind: str
    value: str = ""
    fragment: str = ""


Pieces = tuple[str | Slot, ...]


def token(index: int) -> str:
    """The mark for slot number `index` while Markdown runs."""
    return f"{_OPEN}{index}{_CLOSE}"


def cut(html: str, slots: Sequence[Slot], link: Callable[[str], Slot | None] | None = None) -> Pieces:
    """The sanitised HTML cut at its marks into strings and slots, empty strings left out.

    `link` gives the slot for the target of a link that was written as HTML, or None for a link that must not be; it
    is given the href as it is written.
    """
    cutter = _Cutter(slots, link or (lambda _: None))
    at = 0
    for found in _PIECE.finditer(html):
        cutter.add(html[at : found.start()])
        at = found.end()
        figure, tag, words = found.groups()
        if tag:
            cutter.tag(tag)
        else:
            cutter.mark(figure or words or "", _FIGURES if figure else _WORDS)
    cutter.add(html[at:])
    return cutter.pieces()


class _Cutter:
    """Gathers the pieces of one text; a mark is accepted only in a place where its kind is allowed."""

    def __init__(self, slots: Sequence[Slot], link: Callable[[str], Slot | None]) -> None:
        self._slots, self._link = slots, link
        self._words: set[str] = set()
        self._pieces: list[str | Slot] = []
        self._run: list[str] = []

    def add(self, piece: str | Slot) -> None:
        """Add a piece after the others."""
        if isinstance(piece, str):
            self._run.append(piece)
        else:
            self._pieces += filter(None, ("".join(self._run), piece))
            self._run = []

    def pieces(self) -> Pieces:
        """All of them."""
        return tuple(filter(None, (*self._pieces, "".join(self._run))))

    def mark(self, number: str, kinds: frozenset[str] | set[str]) -> None:
        """Add the slot with that number, once, if it is of those kinds."""
        slot = self._slot(number, kinds)
        if slot and number not in self._words:
            self._words.add(number)
            self.add(slot)

    def tag(self, tag: str) -> None:
        """Adds a tag; HTML's parser may have repeated it, so here a mark may occur more than once."""
        if _OPEN not in tag and " href=" not in tag:
            self.add(tag)
            return
        element = _ELEMENT.match(tag)
        self.add(element[0] if element else "<")
        for name, value in _ATTRIBUTE.findall(tag):
            self._attribute((element[1] if element else "", name), value)
        self.add(">")

    def _attribute(self, location: tuple[str, str], value: str) -> None:
        name = location[1]
        found = re.fullmatch(_MARK, value)
        if name == "href" and not found:
            self.add(self._link(value) or "")
        elif location in _WHOLE:
            self.add((self._slot(found[1], _WHOLE[location]) if found else f' {name}="{_unmarked(value)}"') or "")
        elif found and location in _VALUES:
            slot = self._slot(found[1], {_VALUES[location]})
            for piece in (f' {name}="', slot, '"') if slot else ():
                self.add(piece)
        else:
            self.add(f' {name}="{_unmarked(value)}"')

    def _slot(self, number: str, kinds: frozenset[str] | set[str]) -> Slot | None:
        index = int(number or -1)
        slot = self._slots[index] if 0 <= index < len(self._slots) else None
        return slot if slot and slot.kind in kinds else None


def _unmarked(value: str) -> str:
    return re.sub(f"{_MARK}|[{_OPEN}{_CLOSE}]", "", value)
