"""Units -> XLIFF 1.2 (OASIS Standard, 1 February 2008)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from noticeboard.exchange.translator_notes import notes
from noticeboard.exchange.units import MAIN, contexts
from noticeboard.exchange.xliff_document import (
    LANG,
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

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_TYPES = {"link": "link", "image": "image", "lb": "lb", "italic": "italic", "bold": "bold", "other": "x-other"}
_LENGTHS = {"title": TITLE, "summary": SUMMARY}
_UNITS = {"title": "x-title", "heading": "header", "paragraph": "x-paragraph", "image_alt": "caption"}


def xliff_12(found: Sequence[Unit], path: str, original: VersionDocument) -> bytes:
    """The XLIFF 1.2 file with which the units of an original are translated into the version at `path`.

    Equal input gives equal bytes. What is translated has the state `translated` and is approved; what somebody has to
    look at has `needs-review-translation`.
    """
    root = etree.Element(f"{{{NAMESPACE}}}xliff", {"version": "1.2"}, nsmap={None: NAMESPACE})
    lang = path.rpartition("/")[2].removesuffix(".md")
    file = _add(root, "file", original=path, datatype="x-markdown")
    file.set("source-language", original.lang)
    file.set("target-language", lang)
    skeleton = _add(_add(_add(file, "header"), "skl"), "internal-file", form="text")
    skeleton.text = facts_text(found, path, original)
    body = _add(file, "body")
    for unit, context in zip(found, contexts(found), strict=True):
        if unit.source:
            _unit(body, unit, context, lang, original)
        elif unit.kind == "code":
            _code(body, unit, context, original)
    return serialised(root)


def _unit(body: _Element, unit: Unit, context: str, lang: str, original: VersionDocument) -> None:
    made = _add(body, "trans-unit", id=identifier(context), resname=context)
    made.set(SPACE, "preserve")
    made.set("restype", _UNITS.get(unit.kind, f"x-{unit.kind}"))
    if unit.part == MAIN and unit.kind in _LENGTHS:
        made.set("maxwidth", str(_LENGTHS[unit.kind]))
        made.set("size-unit", "char")
    _text(made, "source", unit.source, unit, original.lang)
    if unit.shown:
        made.set("approved", "no" if unit.fuzzy else "yes")
        target = _text(made, "target", unit.shown, unit, lang)
        target.set("state", "needs-review-translation" if unit.fuzzy else "translated")
        if unit.pending and unit.pending.machine:
            target.set("state-qualifier", "mt-suggestion")
    for remark in notes(unit):
        note = _add(made, "note", **{"from": "noticeboard"})
        note.text = allowed(remark)
    if unit.previous and unit.shown:
        former = _add(made, "alt-trans", alttranstype="previous-version")
        _text(former, "source", unit.previous, unit, original.lang)
        _text(former, "target", unit.shown, unit, lang)
    location = _add(made, "context-group", name="place", purpose="location")
    _add(location, "context", **{"context-type": "sourcefile"}).text = original.path
    _add(location, "context", **{"context-type": "linenumber"}).text = str(unit.line)


def _code(body: _Element, unit: Unit, context: str, original: VersionDocument) -> None:
    """Code, which is the same in all languages, so that translators see where it stands."""
    made = _add(body, "trans-unit", id=identifier(context), resname=context, translate="no")
    made.set(SPACE, "preserve")
    source = _add(made, "source")
    source.set(LANG, original.lang)
    source.text = allowed(next((p.text for p in original.passages if p.line == unit.line), ""))


def _text(parent: _Element, name: str, text: str, unit: Unit, lang: str) -> _Element:
    element = _add(parent, name)
    element.set(LANG, lang)
    marks = marks_of(unit)

    def make(inside: _Element, kind: str, code: str) -> _Element:
        made = _add(inside, "g" if kind == "open" else "x", id=code)
        made.set("ctype", _TYPES[code_type(marks.get(code), code)])
        if kind == "alone":
            made.set("equiv-text", shown_as(marks.get(code), code))
        return made

    fill(element, text, make)
    return element


def _add(parent: _Element, element: str, /, **attributes: str) -> _Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{element}", attributes)
