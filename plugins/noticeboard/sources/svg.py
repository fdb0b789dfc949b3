"""What an SVG file may not hold: scripts, foreign content, a DTD, references to anything outside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

# Entities cannot grow: the first declaration of a document type ends the reading.
from xml.parsers import expat

from noticeboard.model import error
from noticeboard.sources.text_decoding import place_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.model import Problem

_NAMESPACE = "http://www.w3.org/2000/svg"
_ACTIVE = frozenset({"embed", "foreignobject", "handler", "iframe", "listener", "object", "script"})
_REFERENCES = frozenset({"href", "src", "base", "data", "action", "formaction"})
_INSIDE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,]|\Z)", re.IGNORECASE)
_URL = re.compile(r"""url\(\s*["']?\s*(?!#|data:image/(?:png|jpeg|gif|webp)[;,])([^"')]*)""", re.IGNORECASE)
_IMPORT = re.compile(r"@import|\\[0-9a-f]", re.IGNORECASE)
_STYLE = "style"
_TODO = "Export it anew as “plain SVG”, or take it out with a text editor."


def svg_problems(data: bytes, path: str) -> tuple[Problem, ...]:
    """An error `unsafe-svg` for each thing in an SVG file that could act, load or hide something; sorted.

    The file must be UTF-8 (XML 1.0, 4.3.3). Styles count too: what they load, and escapes that could hide it.
    """
    return tuple(sorted(_Reader(data, path).problems))


class _Reader:
    """Reads one file as far as it is understood."""

    def __init__(self, data: bytes, path: str) -> None:
        self._data, self._path = data, path
        self._style: list[str] | None = None
        self._begun = False
        self.problems: list[Problem] = []
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.buffer_text = True
        self._parser.XmlDeclHandler = self._declaration
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._read()

    def _read(self) -> None:
        try:
            self._parser.Parse(self._data, True)  # noqa: FBT003 - expat takes it by position
        except _DoctypeError:
            return
        except expat.ExpatError:
            self._problem("The file cannot be read as SVG from here on.", "Export it anew as “plain SVG”.")

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in ("utf-8", "us-ascii"):
            message = "The SVG file says that it is encoded in {encoding}."
            self._problem(message, "Save it as UTF-8.", encoding=encoding)

    def _doctype(self, *_: object) -> None:
        self._problem("The SVG file has a document type declaration (<!DOCTYPE …>).", "Delete it: SVG needs none.")
        raise _DoctypeError

    def _instruction(self, target: str, _: str) -> None:
        self._problem("The SVG file holds an instruction, <?{target} …?>.", _TODO, target=target)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        namespace, _, element = name.rpartition(" ")
        if not self._begun and (element, namespace) != ("svg", _NAMESPACE):
            self._problem("The file is no SVG: it begins with <{element}>.", "Export it anew as SVG.", element=element)
        self._begun = True
        if element.lower() in _ACTIVE:
            self._problem("The SVG file holds <{element}>.", _TODO, element=element)
        if element.lower() == _STYLE:
            self._style = []
        for attribute, value in sorted(attributes.items()):
            self._attribute(attribute.rpartition(" ")[2].lower(), value)

    def _attribute(self, name: str, value: str) -> None:
        if name.startswith("on") or (name == "attributename" and value.lower().startswith("on")):
            self._problem("The SVG file holds a script in the attribute '{attribute}'.", _TODO, attribute=name)
        elif name == "attributename" and value.lower().rpartition(":")[2] in _REFERENCES:
            self._problem("An animation in the SVG file changes where '{attribute}' leads.", _TODO, attribute=value)
        elif name in _REFERENCES and not _INSIDE.match(value):
            self._outside(value)
        else:
            self._styles(value, escapes=name == _STYLE)

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _end(self, name: str) -> None:
        if self._style is not None and name.rpartition(" ")[2].lower() == _STYLE:
            self._styles("".join(self._style), escapes=True)
            self._style = None

    def _styles(self, value: str, *, escapes: bool) -> None:
        found = _URL.search(value)
        if found:
            self._outside(found[1])
        elif escapes and (hidden := _IMPORT.search(value)):
            self._problem("A style in the SVG file holds {text}.", _TODO, text=hidden[0])

    def _outside(self, address: str) -> None:
        self._problem("The SVG file refers to {address}, which is outside it.", _TODO, address=address.strip())

    def _problem(self, message: str, hint: str, /, **values: str) -> None:
        before = self._data[: max(self._parser.CurrentByteIndex, 0)].decode("utf-8", "replace")
        location = place_at(before, len(before), self._path)
        self.problems.append(error(location, "unsafe-svg", message, hint, **values))


class _DoctypeError(Exception):
    """Ends the reading of a file."""
