"""Units -> XLIFF, as far as all its versions agree; xliff12.py and xliff21.py have the rest."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from lxml import etree

from noticeboard.exchange.exchange_header import fields, header_of
from noticeboard.exchange.units import MAIN, contexts
from noticeboard.exchange.xliff_document import SPACE, allowed, code_type, identifier, serialised, shown_as
from noticeboard.exchange.xliff_inline import pieces
from noticeboard.sources.lengths import SUMMARY, TITLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from noticeboard.exchange.units import Unit
    from noticeboard.exchange.version_document import VersionDocument

_LENGTHS = {"title": TITLE, "summary": SUMMARY}


class XliffWriter(ABC):
    """Writes the file with which the units of an original are translated into the version at `path`.

    Equal input gives equal bytes. `unit_name` is the element of a unit, and the attribute that holds its context.
    """

    namespace: ClassVar[str]
    unit_name: ClassVar[tuple[str, str]]

    def __init__(self, path: str, original: VersionDocument) -> None:
        """Takes the path of the translation, below the content folder, and its original."""
        self.path, self.original = path, original
        self.lang = path.rpartition("/")[2].removesuffix(".md")

    def document(self, units: Sequence[Unit]) -> bytes:
        """The file in UTF-8. It contains code, which is the same in all languages, for translators to see."""
        header = fields(header_of(self.path, self.original.lang, units))
        root, parent = self.begin("".join(f"{name}: {value}\n" for name, value in header.items()))
        for unit, context in zip(units, contexts(units), strict=True):
            if unit.source:
                self.write_unit(self._unit(parent, context), unit)
            elif unit.kind == "code":
                code = next((p.text for p in self.original.passages if p.line == unit.line), "")
                self.source_of(self._unit(parent, context, translate="no")).text = allowed(code)
        return serialised(root)

    @abstractmethod
    def begin(self, header: str) -> tuple[_Element, _Element]:
        """The document's root, and the element in which units are written; the skeleton holds the header."""

    @abstractmethod
    def write_unit(self, made: _Element, unit: Unit) -> None:
        """Writes what the unit holds into its element."""

    @abstractmethod
    def source_of(self, made: _Element) -> _Element:
        """The element for the source of a unit, added to the unit's element."""

    @abstractmethod
    def inline(self, inside: _Element, code: str, message: str, shown: str, *, paired: bool) -> _Element:
        """Adds an inline element with its id, the kind of its markup, and what people see of it."""

    def add(self, parent: _Element, element: str, /, **attributes: str) -> _Element:
        """Adds an element of XLIFF."""
        return etree.SubElement(parent, f"{{{self.namespace}}}{element}", attributes)

    def most(self, unit: Unit) -> int | None:
        """The greatest length of a translation in characters; None without a limit."""
        return _LENGTHS.get(unit.kind) if unit.part == MAIN else None

    def fill(self, element: _Element, text: str, unit: Unit) -> _Element:
        """Writes a message of the unit into an element, its placeholders as inline elements, and returns it."""
        marks = {str(mark.id): mark for mark in unit.marks}
        parents: list[_Element] = [element]
        last = None
        for piece in pieces(text):
            if piece.kind == "text":
                _append(parents[-1], last, allowed(piece.text))
            elif piece.kind == "close":
                last = parents.pop() if len(parents) > 1 else last
            else:
                mark, paired = marks.get(piece.id), piece.kind == "open"
                message, shown = code_type(mark, piece.id), shown_as(mark, piece.id)
                last = self.inline(parents[-1], piece.id, message, shown, paired=paired)
                if paired:
                    parents.append(last)
                    last = None
        return element

    def _unit(self, parent: _Element, context: str, **attributes: str) -> _Element:
        element, name = self.unit_name
        made = self.add(parent, element, id=identifier(context), **{name: context}, **attributes)
        made.set(SPACE, "preserve")
        return made


def _append(parent: _Element, last: _Element | None, words: str) -> None:
    """Writes words at the end of the parent, of which `last` is the last element."""
    if last is None:
        parent.text = (parent.text or "") + words
    else:
        last.tail = (last.tail or "") + words
