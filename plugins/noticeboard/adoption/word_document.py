"""The bytes of a Word document (ECMA-376, part 1) -> HTML, pictures, words, title and language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from noticeboard.adoption.word_conversion import converted
from noticeboard.adoption.word_losses import (
    is_tracked,
    remove_alternatives,
    remove_contents,
    remove_hidden,
    report_unread,
)
from noticeboard.adoption.word_package import NAMESPACES, WORD, part_tree, unpacked
from noticeboard.adoption.word_text import words_in

if TYPE_CHECKING:
    from noticeboard.adoption.adoption_notes import AdoptionNotes, FoundPicture


_BODY = "word/document.xml"


@dataclass(frozen=True, slots=True)
class WordDocument:
    """What a Word document holds.

    `pictures` are keyed by their `src` in `html`. `words` are all words that a word processor shows, read without
    mammoth. `title` and `language` are "" if the document does not state them.
    """

    html: str
    pictures: dict[str, FoundPicture]
    words: str
    title: str = ""
    language: str = ""


def read_document(data: bytes, notes: AdoptionNotes) -> WordDocument | None:
    """The content of the document; None if it cannot be adopted, with the reason in `notes`."""
    parts = unpacked(data, notes)
    if parts is None:
        return None
    body = part_tree(parts.get(_BODY, b""), notes)
    if body is None or is_tracked(body, notes):
        return None
    remove_alternatives(body)
    remove_hidden(body, notes)
    remove_contents(body, _style_names(part_tree(parts.get("word/styles.xml", b""))), notes)
    report_unread(body, parts, notes)
    pictures: dict[str, FoundPicture] = {}
    html = converted({**parts, _BODY: etree.tostring(body, xml_declaration=True, encoding="UTF-8")}, pictures, notes)
    if html is None:
        return None
    return WordDocument(html, pictures, _all_words(body, parts), _title(parts), _language(parts))


def _all_words(body: etree._Element, parts: dict[str, bytes]) -> str:
    """The words of the text, of its footnotes and of its endnotes."""
    trees = (body, *(part_tree(parts.get(f"word/{name}.xml", b"")) for name in ("footnotes", "endnotes")))
    return " ".join(words_in(tree) for tree in trees if tree is not None)


def _style_names(styles: etree._Element | None) -> dict[str, str]:
    found = styles.iterfind("w:style", NAMESPACES) if styles is not None else ()
    names = ((style.get(f"{{{WORD}}}styleId") or "", style.find("w:name", NAMESPACES)) for style in found)
    return {key: str(name.get(f"{{{WORD}}}val") or "") for key, name in names if name is not None}


def _title(parts: dict[str, bytes]) -> str:
    core = part_tree(parts.get("docProps/core.xml", b""))
    return " ".join((core.findtext("dc:title", "", NAMESPACES) if core is not None else "").split())


def _language(parts: dict[str, bytes]) -> str:
    styles = part_tree(parts.get("word/styles.xml", b""))
    stated = styles.find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NAMESPACES) if styles is not None else None
    return str(stated.get(f"{{{WORD}}}val") or "") if stated is not None else ""
