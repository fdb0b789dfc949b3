"""Finds what mammoth ignores in a Word document, and removes hidden text that it would show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.adoption.word_package import NAMESPACES, WORD, part_tree
from noticeboard.adoption.word_text import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from noticeboard.adoption.adoption_notes import AdoptionNotes

_TRACKED = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")
_CONTENTS = re.compile(r"(?:toc|contents|table of figures|figure index)\s*(?:heading|\d+)", re.IGNORECASE)


_OUTSIDE = {
    "header": "A header of the pages is not kept: “{words}”.",
    "footer": "A footer of the pages is not kept: “{words}”.",
    "comments": "Comments are not kept: “{words}”.",
}
"""Parts of a document that are not in its text, with the message for each."""

_OBJECTS = {
    ("c", "chart"): (
        "A chart is not kept: {words}.",
        "Save its figures as a CSV file and show it: docs/content-format.md.",
    ),
    ("dgm", "relIds"): ("A diagram is not kept: {words}.", "Save it as a picture, or say in words what it shows."),
    ("w", "object"): (
        "An embedded object is not kept: {words}.",
        "Save it as a picture or as a document to link to.",
    ),
}
"""Elements that are not words, by prefix and name, with message and hint for each."""


def is_tracked(body: etree._Element, notes: AdoptionNotes) -> bool:
    """Whether the document holds tracked changes, which it reports."""
    found = [one for tag in _TRACKED for one in body.iter(f"{{{WORD}}}{tag}")]
    if not found:
        return False
    shown = next((words for one in found if (words := words_in(one, deleted=True))), "")
    message = "The document holds tracked changes ({count}), so nobody can tell which words count: “{words}”."
    hint = "Accept or reject all of them in the word processor, save the document and adopt it again."
    notes.refuse(1, "tracked-changes", message, hint, count=len(found), words=shown[:100])
    return True


def remove_alternatives(body: etree._Element) -> None:
    """Removes the newer form of what a document holds twice, for newer and older programs; mammoth reads the older."""
    for alternative in list(body.iter(f"{{{NAMESPACES['mc']}}}AlternateContent")):
        if alternative.find("mc:Fallback", NAMESPACES) is not None:
            for choice in alternative.findall("mc:Choice", NAMESPACES):
                alternative.remove(choice)


def remove_hidden(body: etree._Element, notes: AdoptionNotes) -> None:
    """Removes and reports hidden words: mammoth would show them."""
    hidden = [run for run in body.iter(f"{{{WORD}}}r") if _is_on(run.find("w:rPr/w:vanish", NAMESPACES))]
    words = " ".join(filter(None, map(words_in, hidden)))
    _remove(hidden)
    if words:
        notes.left_out(
            1, "Hidden words are not kept: “{words}”.", words, "Write them in the text if readers need them."
        )


def remove_contents(body: etree._Element, styles: dict[str, str], notes: AdoptionNotes) -> None:
    """Removes and reports tables of contents: a page of a website has no page numbers."""
    taken = [
        box
        for box in body.iter(f"{{{WORD}}}sdt")
        if "Contents" in _stated(box, "w:sdtPr/w:docPartObj/w:docPartGallery")
    ]
    taken += [p for p in body.iter(f"{{{WORD}}}p") if _CONTENTS.match(styles.get(_stated(p, "w:pPr/w:pStyle"), ""))]
    words = " ".join(words_in(one) for one in taken if not any(a in taken for a in one.iterancestors()))
    _remove(taken)
    if words:
        message = "The table of contents is not kept: “{words}”."
        notes.left_out(1, message, words, "Readers find their way by the headings.")


def report_unread(body: etree._Element, parts: dict[str, bytes], notes: AdoptionNotes) -> None:
    """Reports what a word processor shows and mammoth does not read."""
    for kind, message in _OUTSIDE.items():
        names = sorted(name for name in parts if re.fullmatch(rf"word/{kind}\d*\.xml", name))
        trees = (part_tree(parts[name]) for name in names)
        words = dict.fromkeys(filter(None, (words_in(tree) for tree in trees if tree is not None)))
        if words:
            notes.left_out(1, message, " / ".join(words))
    for (prefix, tag), (message, hint) in _OBJECTS.items():
        for one in body.iter(f"{{{NAMESPACES[prefix]}}}{tag}"):
            notes.left_out(1, message, _description(one), hint)
    _report_formulas(body, notes)


def _report_formulas(body: etree._Element, notes: AdoptionNotes) -> None:
    name = f"{{{NAMESPACES['m']}}}oMath"
    for formula in body.iter(name):
        if next(formula.iterancestors(name), None) is None:
            signs = "".join(formula.itertext())
            notes.left_out(1, "A formula is not kept: “{words}”.", signs, "Write it in words or as a picture.")


def _stated(element: etree._Element, path: str) -> str:
    """The `w:val` of the element at the path; "" without one."""
    found = element.find(path, NAMESPACES)
    return str(found.get(f"{{{WORD}}}val") or "") if found is not None else ""


def _remove(elements: Iterable[etree._Element]) -> None:
    for element in elements:
        if (parent := element.getparent()) is not None:
            parent.remove(element)


def _description(element: etree._Element) -> str:
    drawing = next(element.iterancestors(f"{{{NAMESPACES['wp']}}}inline", f"{{{NAMESPACES['wp']}}}anchor"), None)
    stated = drawing.find("wp:docPr", NAMESPACES) if drawing is not None else None
    return (stated.get("descr") or stated.get("name") or "") if stated is not None else ""


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{{{WORD}}}val") not in ("0", "false", "off")
