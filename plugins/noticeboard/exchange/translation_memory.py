"""Translations that are current -> a translation memory, TMX 1.4b (LISA OSCAR, 26 April 2005)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from noticeboard.exchange.paragraph_marks import without_marks
from noticeboard.exchange.placeholders import numbers
from noticeboard.exchange.xliff_document import LANG, allowed, serialised
from noticeboard.exchange.xliff_inline import as_alone, as_close, as_open, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from noticeboard.exchange.units import Unit


class Translated(NamedTuple):
    """A text and its translation, with their languages and the path of the version that holds it."""

    source: str
    target: str
    original: str
    lang: str
    path: str


def translated(found: Iterable[Unit], original: str, lang: str, path: str) -> tuple[Translated, ...]:
    """What of these units is translated and current, with the same placeholders on both sides."""
    return tuple(
        Translated(unit.source, without_marks(unit.target), original, lang, path)
        for unit in found
        if unit.source and unit.target and not unit.fuzzy and numbers(unit.source) == numbers(unit.target)
    )


def tmx(found: Iterable[Translated]) -> bytes:
    """The memory: a unit per text, with its translations into all languages; sorted, and no pair twice."""
    texts: dict[tuple[str, str], dict[tuple[str, str], str]] = {}
    for one in sorted(set(found)):
        texts.setdefault((one.original, one.source), {}).setdefault((one.lang, one.target), one.path)
    root = etree.Element("tmx", {"version": "1.4"})
    header = {"creationtool": "noticeboard", "creationtoolversion": "1", "segtype": "block", "o-tmf": "Noticeboard"}
    header |= {"adminlang": "en", "srclang": "*all*", "datatype": "plaintext"}
    etree.SubElement(root, "header", header)
    body = etree.SubElement(root, "body")
    for (original, source), translations in texts.items():
        unit = etree.SubElement(body, "tu", {"srclang": original})
        _variant(unit, original, source)
        for (lang, target), path in translations.items():
            etree.SubElement(_variant(unit, lang, target), "prop", {"type": "x-file"}).text = path
    for variant in body.iter("tuv"):
        # Properties come before the text.
        variant[:] = sorted(variant, key=lambda element: element.tag == "seg")
    return serialised(root)


def _variant(unit: _Element, lang: str, text: str) -> _Element:
    variant = etree.SubElement(unit, "tuv", {LANG: lang})
    segment, last = etree.SubElement(variant, "seg"), None
    order: dict[str, int] = {}
    for piece in pieces(text):
        if piece.kind == "text":
            if last is None:
                segment.text = (segment.text or "") + allowed(piece.text)
            else:
                last.tail = (last.tail or "") + allowed(piece.text)
        else:
            last = _code(segment, piece.kind, piece.id, order)
    return variant


def _code(segment: _Element, kind: str, identifier: str, order: dict[str, int]) -> _Element:
    """An inline element that holds the placeholder as a PO file has it."""
    number = str(order.setdefault(identifier, len(order) + 1))
    name = {"open": "bpt", "close": "ept", "alone": "ph"}[kind]
    made = etree.SubElement(segment, name, {"x" if kind == "alone" else "i": number})
    made.text = {"open": as_open, "close": as_close, "alone": as_alone}[kind](identifier)
    return made
