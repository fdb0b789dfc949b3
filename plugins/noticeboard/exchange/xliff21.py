"""Units -> XLIFF 2.1 (OASIS Standard, 13 February 2018)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from noticeboard.exchange.translator_notes import notes
from noticeboard.exchange.units import MAIN, contexts
from noticeboard.exchange.xliff_document import (
    SPACE,
    allowed,
    code_type,
    facts_text,
    fill,
    identifier,
    marks_of,
    serialised,
    shown_as,
)
from noticeboard.sources.lengths import SUMMARY, TITLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from noticeboard.exchange.units import Unit
    from noticeboard.exchange.version_document import VersionDocument

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
"""That of all versions 2.x."""

_SIZES = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
_TYPES = {"link": "link", "image": "image", "italic": "fmt", "bold": "fmt"}
_SUBTYPES = {"italic": "xlf:i", "bold": "xlf:b", "lb": "xlf:lb"}
_LENGTHS = {"title": TITLE, "summary": SUMMARY}


def xliff_21(found: Sequence[Unit], path: str, original: VersionDocument) -> bytes:
    """The XLIFF 2.1 file with which the units of an original are translated into the version at `path`.

    Equal input gives equal bytes. What is translated has the state `translated`; what somebody has to look at has
    `initial`, and a note that says why.
    """
    lang = path.rpartition("/")[2].removesuffix(".md")
    root = etree.Element(f"{{{NAMESPACE}}}xliff", {"version": "2.1"}, nsmap={None: NAMESPACE, "slr": _SIZES})
    root.set("srcLang", original.lang)
    root.set("trgLang", lang)
    file = _add(root, "file", id="f1", original=path)
    _add(file, "skeleton").text = facts_text(found, path, original)
    _sizes(file)
    for unit, context in zip(found, contexts(found), strict=True):
        if unit.source:
            _unit(file, unit, context, original)
        elif unit.kind == "code":
            _code(file, unit, context, original)
    return serialised(root)


def _sizes(file: _Element) -> None:
    profiles = etree.SubElement(file, f"{{{_SIZES}}}profiles", {"generalProfile": "xliff:codepoints"})
    etree.SubElement(profiles, f"{{{_SIZES}}}normalization", {"general": "nfc"})


def _unit(file: _Element, unit: Unit, context: str, original: VersionDocument) -> None:
    made = _add(file, "unit", id=identifier(context), name=context)
    made.set(SPACE, "preserve")
    if unit.part == MAIN and unit.kind in _LENGTHS:
        made.set(f"{{{_SIZES}}}sizeRestriction", str(_LENGTHS[unit.kind]))
    remarks = [("description", allowed(remark)) for remark in notes(unit)]
    remarks += [("previous-source", allowed(unit.previous))] if unit.previous else []
    remarks.append(("location", f"{original.path}:{unit.line}"))
    group = _add(made, "notes")
    for category, remark in remarks:
        _add(group, "note", category=category).text = remark
    segment = _add(made, "segment", id="s1")
    _text(segment, "source", unit.source, unit)
    if unit.shown:
        segment.set("state", "initial" if unit.fuzzy else "translated")
        _text(segment, "target", unit.shown, unit)


def _code(file: _Element, unit: Unit, context: str, original: VersionDocument) -> None:
    """Code, which is the same in all languages, so that translators see where it stands."""
    made = _add(file, "unit", id=identifier(context), name=context, translate="no")
    made.set(SPACE, "preserve")
    source = _add(_add(made, "segment", id="s1"), "source")
    source.text = allowed(next((p.text for p in original.passages if p.line == unit.line), ""))


def _text(parent: _Element, name: str, text: str, unit: Unit) -> _Element:
    element = _add(parent, name)
    marks = marks_of(unit)

    def make(inside: _Element, kind: str, code: str) -> _Element:
        made = _add(inside, "pc" if kind == "open" else "ph", id=code, canCopy="no", canDelete="no")
        message, shown = code_type(marks.get(code), code), shown_as(marks.get(code), code)
        if message in _TYPES or message in _SUBTYPES:
            made.set("type", _TYPES.get(message, "fmt"))
        if message in _SUBTYPES:
            made.set("subType", _SUBTYPES[message])
        made.set("dispStart" if kind == "open" else "disp", shown)
        return made

    fill(element, text, make)
    return element


def _add(parent: _Element, element: str, /, **attributes: str) -> _Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{element}", attributes)
