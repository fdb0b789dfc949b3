"""An SVG file -> a tree of the elements that draw, rewritten, and an error for everything else in it."""

from __future__ import annotations

from bisect import bisect

# Entities cannot grow: a document type that declares any ends the reading.
from typing import TYPE_CHECKING
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from noticeboard.model import Location, error
from noticeboard.sources.svg.allowed import DROPPED_ELEMENTS, DROPPED_NAMESPACES, ELEMENTS, NAMESPACE
from noticeboard.sources.svg.attributes import AttributeFaultError, checked_attribute
from noticeboard.sources.svg.style import StyleFaultError, checked_sheet
from noticeboard.sources.svg.svg_references import MOST_DRAWN, overdrawn
from noticeboard.sources.svg.tree import Element

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.model import Problem

MOST_BYTES = 5_000_000
MOST_PROBLEMS = 100
"""The problems after which reading stops: nobody corrects such a file line by line."""

DEEPEST = 200
"""The deepest nesting of elements; programs that read trees recursively fail a little above."""

_WORDED = frozenset({"title", "desc", "text", "tspan", "textPath"})
_TODO = "Export it again as “plain SVG”, or take it out with a text editor."


def svg_problems(data: bytes, path: str) -> tuple[Problem, ...]:
    """An error `unsafe-svg` for each thing in an SVG file that does not draw; sorted.

    The file must be UTF-8 (XML 1.0, 4.3.3). What drawing programs add (metadata, their own namespaces, comments, a
    document type without declarations) is no problem: it is not published.
    """
    return tuple(sorted(_Reader(data, path).problems))


def plain_svg(data: bytes) -> bytes:
    """The drawing, rewritten as UTF-8 with only the elements that draw."""
    elements = _Reader(data, "").elements
    return (_written(elements[0], f' xmlns="{NAMESPACE}"') if elements else f'<svg xmlns="{NAMESPACE}"/>').encode()


def _written(element: Element, namespace: str = "") -> str:
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in element.attributes)
    inside = "".join(escape(c) if isinstance(c, str) else _written(c) for c in element.children)
    start = f"<{element.name}{namespace}{attributes}"
    return f"{start}>{inside}</{element.name}>" if inside else f"{start}/>"


class _EndError(Exception):
    """Ends the reading of a file."""


class _Reader:
    """Reads one file as far as it is understood; `elements` are those that draw, the root first."""

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path
        self.problems: list[Problem] = []
        self.elements: list[Element] = []
        self._open: list[Element | None] = []
        self._sheet: list[tuple[str, int, int]] = []
        self._references: list[tuple[str, str]] = []
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.SkippedEntityHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self._read(data)

    def _read(self, data: bytes) -> None:
        if len(data) > MOST_BYTES:
            message = "The drawing has {size} bytes; {most} are the most that is published."
            self._problem(message, "Simplify it, or export it as a picture.", size=len(data), most=MOST_BYTES)
            return
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - expat takes it by position
        except _EndError:
            return
        except expat.ExpatError:
            self._problem("The file cannot be read as SVG from here on.", "Export it again as “plain SVG”.")
            return
        self._weigh()

    def _weigh(self) -> None:
        if found := overdrawn(self.elements, self._references):
            message = "<{element}> draws itself or more than {most} elements by references to references."
            self._problem(message, _TODO, (found.line, found.column), element=found.name, most=MOST_DRAWN)

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in ("utf-8", "us-ascii"):
            message = "The SVG file says that it is encoded in {encoding}."
            self._problem(message, "Save it as UTF-8.", encoding=encoding)

    def _doctype(self, _name: str, _system: str | None, _public: str | None, declares: int) -> None:
        if declares:
            message = "The SVG file has a document type declaration (<!DOCTYPE …>)."
            self._problem(message, "Delete it: SVG needs none.")
            raise _EndError

    def _entity(self, name: str, _is_parameter: int) -> None:
        self._problem("The SVG file holds &{name};, which nothing defines.", "Write the character itself.", name=name)

    def _instruction(self, target: str, _: str) -> None:
        self._problem("The SVG file holds an instruction, <?{target} …?>.", _TODO, target=target)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if len(self.problems) >= MOST_PROBLEMS:
            raise _EndError
        namespace, _, local = name.rpartition(" ")
        if not self._open and (local, namespace) != ("svg", NAMESPACE):
            self._problem("The file is not SVG: it begins with <{element}>.", "Export it again as SVG.", element=local)
            raise _EndError
        if len(self._open) >= DEEPEST:
            self._problem("Elements are nested more than {most} levels deep here.", _TODO, most=DEEPEST)
            raise _EndError
        self._open.append(self._element(namespace, local, attributes))

    def _element(self, namespace: str, local: str, attributes: Mapping[str, str]) -> Element | None:
        """The element, joined to the one around it; None for what is not published, of which nothing inside is."""
        if (
            namespace in DROPPED_NAMESPACES
            or (namespace == NAMESPACE and local in DROPPED_ELEMENTS)
            or self._is_dropped()
        ):
            return None
        if namespace != NAMESPACE or local not in ELEMENTS:
            self._problem("The SVG file holds <{element}>.", _TODO, element=local)
            return None
        element = Element(local, *self._here())
        self._attributes(element, attributes)
        if self._open and (around := self._open[-1]):
            around.children.append(element)
        self.elements.append(element)
        return element

    def _is_dropped(self) -> bool:
        return bool(self._open) and self._open[-1] is None

    def _attributes(self, element: Element, attributes: Mapping[str, str]) -> None:
        for name, value in sorted(attributes.items()):
            try:
                kept, ids = checked_attribute(element.name, name, value)
            except AttributeFaultError as fault:
                self._problem(fault.message, _TODO, None, **fault.values)
            else:
                element.attributes += kept
                element.refers += ids

    def _text(self, text: str) -> None:
        element = self._open[-1]
        if element and element.name == "style":
            self._sheet.append((text, *self._here()))
        elif element and element.name in _WORDED:
            element.children.append(text)

    def _end(self, _: str) -> None:
        element = self._open.pop()
        if element and element.name == "style":
            self._styles(element)

    def _styles(self, element: Element) -> None:
        sheet, self._sheet = self._sheet, []
        try:
            words, references = checked_sheet("".join(text for text, _, _ in sheet))
        except StyleFaultError as fault:
            at = _position(sheet, fault.offset) if sheet else None
            self._problem("A style in the SVG file holds {text}.", _TODO, at, text=fault.text)
        else:
            element.children.append(words)
            self._references += references

    def _here(self) -> tuple[int, int]:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _problem(self, message: str, hint: str, at: tuple[int, int] | None = None, /, **values: str | int) -> None:
        # expat keeps count, so that many problems cost no more than the reading.
        line, column = at or self._here()
        self.problems.append(error(Location(self._path, line, column), "unsafe-svg", message, hint, **values))


def _position(pieces: list[tuple[str, int, int]], offset: int) -> tuple[int, int]:
    """Line and column of the character at `offset` of the pieces, each a text on one line with its own place."""
    ends, total = [], 0
    for text, _, _ in pieces:
        total += len(text)
        ends.append(total)
    index = min(bisect(ends, offset), len(pieces) - 1)
    text, line, column = pieces[index]
    return line, column + offset - (ends[index] - len(text))
