"""The bytes of an XLIFF 1.2 or 2.x file -> its header and messages.

What a tool has added is ignored: segments (`mrk`, `seg-source`, several segments of a unit), elements, attributes and
namespaces. Sources: XLIFF 1.2, sections 2.3 and 2.4; XLIFF 2.1, sections 4.2 and 4.3.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree
from msgspec.structs import replace

from noticeboard.exchange.xliff12 import NAMESPACE as ONE
from noticeboard.exchange.xliff21 import NAMESPACE as TWO
from noticeboard.exchange.xliff_units import line_of, named, units_of_12, units_of_21
from noticeboard.model import Location, Problem, error
from noticeboard.sources.text_decoding import INVALID, MOST_BYTES, invalid_characters

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element

    from noticeboard.sources.po_reader import PoEntry

TRANSLATED = ("translated", "signed-off", "final", "reviewed")
"""The states of XLIFF 1.2 and 2.x that count as translated."""

_AGAIN = "Take the file again from where it came from, or export it again."
_FIELD = re.compile(r"(X-Noticeboard-[A-Za-z]+):(.*?)(?=X-Noticeboard-|\Z)", re.DOTALL)


class XliffFile(NamedTuple):
    """What a file holds: the fields of its header, source and target language as they are written, and messages.

    The context of a message is the id of its unit.
    """

    fields: dict[str, str]
    languages: tuple[str, str]
    entries: tuple[PoEntry, ...]


def is_xliff(data: bytes) -> bool:
    """Whether the bytes are XML, in whatever encoding, and not PO."""
    return data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


def read_xliff(
    data: bytes, path: str, translated: Collection[str] = TRANSLATED
) -> tuple[XliffFile | None, tuple[Problem, ...]]:
    """The content of the file; None, with the problems, if it cannot be read.

    `translated` are the states that count as translated.
    """
    root, problem = _parsed(data, path)
    if root is None:
        return None, (problem,) if problem else ()
    version = {ONE: 1, TWO: 2}.get(etree.QName(root).namespace or "")
    if etree.QName(root).localname != "xliff" or version is None:
        message = "The file is XML, but not XLIFF 1.2, 2.0 or 2.1."
        return None, (error(Location(path), "damaged-exchange", message, "Ask for one of these formats, or for PO."),)
    file, problem = _only_file(root, version, path)
    if file is None:
        return None, (problem,) if problem else ()
    entries = units_of_12(file, translated) if version == 1 else units_of_21(file, translated)
    found = [_without_invalid(entry, path) for entry in entries]
    problems = tuple(problem for _, faults in found for problem in faults)
    languages = _languages(file if version == 1 else root, version)
    return XliffFile(_fields(file, version), languages, tuple(entry for entry, _ in found)), problems


def _only_file(root: _Element, version: int, path: str) -> tuple[_Element | None, Problem | None]:
    """The element of the only text; tools can add others, or put several texts into one document."""
    files = [*named(root, "file")]
    if not files:
        return None, error(Location(path), "damaged-exchange", "The file holds no text to translate.", _AGAIN)
    exported = [file for file in files if _fields(file, version)] or files[:1]
    if len(exported) == 1:
        return exported[0], None
    message = "The file holds {count} texts: files have been put into one."
    hint = "Ask for each in a file of its own, or import the files from before they were put together."
    location = Location(path, line_of(exported[1]))
    return None, error(location, "damaged-exchange", message, hint, count=len(exported))


def _languages(element: _Element, version: int) -> tuple[str, str]:
    source, target = ("source-language", "target-language") if version == 1 else ("srcLang", "trgLang")
    return element.get(source, ""), element.get(target, "")


def _without_invalid(entry: PoEntry, path: str) -> tuple[PoEntry, tuple[Problem, ...]]:
    """The message without characters that XML or `cp` allow but a text may not hold, and the problems with them.

    A translation with such a character counts as missing.
    """
    form = entry.forms[0]
    location = Location(path, form.line)
    problems = tuple(replace(problem, location=location) for problem in invalid_characters(form.text, path))
    said, context = (INVALID.sub("\ufffd", text) for text in (entry.id, entry.context))
    kept = form._replace(text="" if problems else form.text)
    return replace(entry, id=said, context=context, forms=(kept,)), problems


def _parsed(data: bytes, path: str) -> tuple[_Element | None, Problem | None]:
    """The root of the document. One with a DTD is refused, so that no entity expands and no file is loaded."""
    if len(data) > MOST_BYTES:
        message = "The file has {size} bytes; a text may have {most} at most."
        hint = "Shorten it, or publish it as a file that a text links to."
        return None, error(Location(path), "too-long", message, hint, size=len(data), most=MOST_BYTES)
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        tree = etree.ElementTree(etree.fromstring(data, parser))
    except etree.XMLSyntaxError as fault:
        line, column = fault.position
        message = "From here on, the file is incomplete or not XML."
        return None, error(Location(path, max(1, line), max(1, column)), "damaged-exchange", message, _AGAIN)
    if tree.docinfo.doctype:
        message = "The file has a document type declaration (<!DOCTYPE …>)."
        return None, error(Location(path), "damaged-exchange", message, "Delete it: XLIFF needs none.")
    return tree.getroot(), None


def _fields(root: _Element, version: int) -> dict[str, str]:
    """The fields of the header in the skeleton, whatever element a tool has moved them to."""
    inside = [*named(root, "internal-file")] if version == 1 else [*named(root, "skeleton")]
    texts = ["".join(element.itertext()) for element in inside]
    return {found[1]: found[2].strip() for text in texts for found in _FIELD.finditer(text)}
