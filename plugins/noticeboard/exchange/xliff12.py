"""Units -> XLIFF 1.2 (OASIS Standard, 1 February 2008)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from noticeboard.exchange.translator_notes import notes
from noticeboard.exchange.xliff_document import LANG, allowed
from noticeboard.exchange.xliff_writer import XliffWriter

if TYPE_CHECKING:
    from lxml.etree import _Element

    from noticeboard.exchange.units import Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_TYPES = {"link": "link", "image": "image", "lb": "lb", "italic": "italic", "bold": "bold", "other": "x-other"}
_UNITS = {"title": "x-title", "heading": "header", "paragraph": "x-paragraph", "image_alt": "caption"}


class Xliff12Writer(XliffWriter):
    """A translation has the state `translated` and is approved; one to be reviewed has `needs-review-translation`."""

    namespace = NAMESPACE
    unit_name = ("trans-unit", "resname")

    def begin(self, header: str) -> tuple[_Element, _Element]:
        """The root, and the body of its only file."""
        root = etree.Element(f"{{{NAMESPACE}}}xliff", {"version": "1.2"}, nsmap={None: NAMESPACE})
        file = self.add(root, "file", original=self.path, datatype="x-markdown")
        file.set("source-language", self.original.lang)
        file.set("target-language", self.lang)
        skeleton = self.add(self.add(self.add(file, "header"), "skl"), "internal-file", form="text")
        skeleton.text = header
        return root, self.add(file, "body")

    def write_unit(self, made: _Element, unit: Unit) -> None:
        """Source, translation, notes, the former source, and the place in the original's file."""
        made.set("restype", _UNITS.get(unit.kind, f"x-{unit.kind}"))
        if most := self.most(unit):
            made.set("maxwidth", str(most))
            made.set("size-unit", "char")
        self.fill(self.source_of(made), unit.source, unit)
        if unit.shown:
            self._target(made, unit)
        for remark in notes(unit):
            self.add(made, "note", **{"from": "noticeboard"}).text = allowed(remark)
        if unit.previous and unit.shown:
            former = self.add(made, "alt-trans", alttranstype="previous-version")
            self.fill(self.source_of(former), unit.previous, unit)
            self.fill(self._in(former, "target", self.lang), unit.shown, unit)
        location = self.add(made, "context-group", name="place", purpose="location")
        self.add(location, "context", **{"context-type": "sourcefile"}).text = self.original.path
        self.add(location, "context", **{"context-type": "linenumber"}).text = str(unit.line)

    def source_of(self, made: _Element) -> _Element:
        """A source in the original's language."""
        return self._in(made, "source", self.original.lang)

    def inline(self, inside: _Element, code: str, message: str, shown: str, *, paired: bool) -> _Element:
        """An element `g` for paired markup, `x` for other."""
        made = self.add(inside, "g" if paired else "x", id=code)
        made.set("ctype", _TYPES[message])
        if not paired:
            made.set("equiv-text", shown)
        return made

    def _target(self, made: _Element, unit: Unit) -> None:
        made.set("approved", "no" if unit.fuzzy else "yes")
        target = self.fill(self._in(made, "target", self.lang), unit.shown, unit)
        target.set("state", "needs-review-translation" if unit.fuzzy else "translated")
        if unit.pending and unit.pending.machine:
            target.set("state-qualifier", "mt-suggestion")

    def _in(self, parent: _Element, name: str, lang: str) -> _Element:
        element = self.add(parent, name)
        element.set(LANG, lang)
        return element
