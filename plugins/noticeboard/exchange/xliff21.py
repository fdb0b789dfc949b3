"""Units -> XLIFF 2.1 (OASIS Standard, 13 February 2018)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from noticeboard.exchange.translator_notes import notes
from noticeboard.exchange.xliff_document import allowed
from noticeboard.exchange.xliff_writer import XliffWriter

if TYPE_CHECKING:
    from lxml.etree import _Element

    from noticeboard.exchange.units import Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
"""The namespace of all versions 2.x."""

_SIZES = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
_TYPES = {"link": "link", "image": "image", "italic": "fmt", "bold": "fmt", "lb": "fmt"}
_SUBTYPES = {"italic": "xlf:i", "bold": "xlf:b", "lb": "xlf:lb"}


class Xliff21Writer(XliffWriter):
    """A translation has the state `translated`; one to be reviewed has `initial`, and a note that says why."""

    namespace = NAMESPACE
    unit_name = ("unit", "name")

    def begin(self, header: str) -> tuple[_Element, _Element]:
        """The root, and its only file."""
        root = etree.Element(f"{{{NAMESPACE}}}xliff", {"version": "2.1"}, nsmap={None: NAMESPACE, "slr": _SIZES})
        root.set("srcLang", self.original.lang)
        root.set("trgLang", self.lang)
        file = self.add(root, "file", id="f1", original=self.path)
        self.add(file, "skeleton").text = header
        profiles = etree.SubElement(file, f"{{{_SIZES}}}profiles", {"generalProfile": "xliff:codepoints"})
        etree.SubElement(profiles, f"{{{_SIZES}}}normalization", {"general": "nfc"})
        return root, file

    def write_unit(self, made: _Element, unit: Unit) -> None:
        """Notes with the former source and the place in the original's file, source, and translation."""
        if most := self.most(unit):
            made.set(f"{{{_SIZES}}}sizeRestriction", str(most))
        remarks = [("description", allowed(remark)) for remark in notes(unit)]
        remarks += [("previous-source", allowed(unit.previous))] if unit.previous else []
        remarks.append(("location", f"{self.original.path}:{unit.line}"))
        group = self.add(made, "notes")
        for category, remark in remarks:
            self.add(group, "note", category=category).text = remark
        segment = self.fill(self.source_of(made), unit.source, unit).getparent()
        if unit.shown and segment is not None:
            segment.set("state", "initial" if unit.fuzzy else "translated")
            self.fill(self.add(segment, "target"), unit.shown, unit)

    def source_of(self, made: _Element) -> _Element:
        """The source of the unit's only segment."""
        return self.add(self.add(made, "segment", id="s1"), "source")

    def inline(self, inside: _Element, code: str, message: str, shown: str, *, paired: bool) -> _Element:
        """An element `pc` for paired markup, `ph` for other; tools may neither copy nor delete it."""
        made = self.add(inside, "pc" if paired else "ph", id=code, canCopy="no", canDelete="no")
        if message in _TYPES:
            made.set("type", _TYPES[message])
        if message in _SUBTYPES:
            made.set("subType", _SUBTYPES[message])
        made.set("dispStart" if paired else "disp", shown)
        return made
