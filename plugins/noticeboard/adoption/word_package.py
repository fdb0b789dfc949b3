"""The files in a Word document (ECMA-376, parts 1 and 2): unpacked within limits, and read as XML."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

if TYPE_CHECKING:
    from noticeboard.adoption.adoption_notes import AdoptionNotes

MOST_BYTES = 50_000_000
"""The largest Word document that is read."""
_MOST_UNPACKED = 200_000_000
_MOST_TEXT = 20_000_000
_MOST_PARTS = 2000
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {
    "w": WORD,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def unpacked(data: bytes, notes: AdoptionNotes) -> dict[str, bytes] | None:
    """The files in the document by name. A document that would be too large is refused before it is unpacked."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if _is_too_much(infos):
                message = "The document would be unpacked to more than a text can be."
                notes.refuse(1, "unreadable-document", message, "Take out what is large in it and save it again.")
                return None
            return {info.filename: archive.read(info) for info in infos if not info.is_dir()}
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as fault:
        message, hint = "The document cannot be opened ({reason}).", "Open it in a word processor and save it as .docx."
        notes.refuse(1, "unreadable-document", message, hint, reason=fault)
    except Exception as fault:  # noqa: BLE001 - zlib and others raise errors of their own for damaged data
        message, hint = "The document cannot be opened ({reason}).", "Open it in a word processor and save it as .docx."
        notes.refuse(1, "unreadable-document", message, hint, reason=type(fault).__name__)
    return None


def _is_too_much(infos: list[ZipInfo]) -> bool:
    """Whether the document holds too many files, or too much in all or in one that is text."""
    text = max((i.file_size for i in infos if i.filename.endswith((".xml", ".rels"))), default=0)
    return len(infos) > _MOST_PARTS or sum(i.file_size for i in infos) > _MOST_UNPACKED or text > _MOST_TEXT


def part_tree(data: bytes, notes: AdoptionNotes | None = None) -> etree._Element | None:
    """The tree of a part; None if it is missing, or has a document type, which no word processor writes."""
    if b"<!DOCTYPE" not in data and b"<!ENTITY" not in data:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            pass
    if notes:
        message, hint = (
            "The document holds no text that can be read.",
            "Open it in a word processor and save it as .docx.",
        )
        notes.refuse(1, "unreadable-document", message, hint)
    return None
