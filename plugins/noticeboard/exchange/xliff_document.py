"""What both versions of XLIFF have in common: the ids of units, what inline codes stand for, and what is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from noticeboard.exchange.exchange_header import fields, header_of
from noticeboard.exchange.translator_notes import displayed
from noticeboard.exchange.xliff_inline import delimiter, is_emphasis, pieces
from noticeboard.sources.text_decoding import INVALID

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lxml.etree import _Element

    from noticeboard.exchange.placeholders import Placeholder
    from noticeboard.exchange.units import Unit
    from noticeboard.exchange.version_document import VersionDocument

LANG, SPACE = (f"{{http://www.w3.org/XML/1998/namespace}}{name}" for name in ("lang", "space"))
_KINDS = {"link": "link", "picture": "image", "break": "lb", "autolink": "link", "address": "link"}
_SUFFIX = re.compile(r" \((\d+)\)$")


def identifier(context: str) -> str:
    """The id of the unit with that context: an XML name token (NMTOKEN), as XLIFF 2.1 wants it."""
    return _SUFFIX.sub(r"-\1", context).replace(" ", "-")


def allowed(text: str) -> str:
    """The text with U+FFFD for what no text may hold, and XML 1.0 (2.2) neither."""
    return INVALID.sub("\ufffd", text)


def facts_text(found: Sequence[Unit], path: str, original: VersionDocument) -> str:
    """What a file remembers of itself, line by line, for the skeleton, which tools must keep as it is."""
    return "".join(f"{name}: {value}\n" for name, value in fields(header_of(path, original.lang, found)).items())


def fill(element: _Element, text: str, make: Callable[[_Element, str, str], _Element]) -> None:
    """Writes a message into an element; `make` adds an inline element: its parent, open or alone, and its id."""
    parents, last = [element], None
    for piece in pieces(text):
        if piece.kind == "text":
            words = allowed(piece.text)
            if last is None:
                parents[-1].text = (parents[-1].text or "") + words
            else:
                last.tail = (last.tail or "") + words
        elif piece.kind == "close":
            last = parents.pop() if len(parents) > 1 else last
        else:
            made = make(parents[-1], piece.kind, piece.id)
            last = made
            if piece.kind == "open":
                parents.append(made)
                last = None


def code_type(mark: Placeholder | None, code: str) -> str:
    """What kind of markup an inline code is: link, image, lb, italic, bold or other."""
    if is_emphasis(code):
        return "bold" if delimiter(code) in ("**", "__") else "italic"
    return _KINDS.get(mark.kind, "other") if mark else "other"


def shown_as(mark: Placeholder | None, code: str) -> str:
    """What people are shown of an inline code."""
    if is_emphasis(code):
        return delimiter(code)
    return allowed(displayed(mark)) if mark else ""


def marks_of(unit: Unit) -> Mapping[str, Placeholder]:
    """What the inline codes of a unit stand for, by their ids."""
    return {str(mark.id): mark for mark in unit.marks}


def serialised(root: _Element) -> bytes:
    """The document as UTF-8; white space in it is what its texts hold."""
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"
