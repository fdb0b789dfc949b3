"""Vocabularies -> a term base, TBX-Basic (ISO 30042:2008), which tools for translators read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from noticeboard.exchange.xliff_document import LANG, allowed, serialised

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from noticeboard.model import Term, Vocabulary


def tbx(found: Iterable[Vocabulary], languages: Sequence[str], default_language: str) -> bytes:
    """An entry per term that has a label in one of the languages, with its labels and descriptions in these."""
    root = etree.Element("martif", {"type": "TBX", LANG: default_language})
    header = etree.SubElement(root, "martifHeader")
    description = etree.SubElement(etree.SubElement(header, "fileDesc"), "sourceDesc")
    etree.SubElement(description, "p").text = "Vocabularies of the platform, written by Noticeboard"
    encoding = etree.SubElement(header, "encodingDesc")
    etree.SubElement(encoding, "p", {"type": "XCSURI"}).text = "TBXBasicXCSV02.xcs"
    body = etree.SubElement(etree.SubElement(root, "text"), "body")
    for vocabulary in found:
        for term in vocabulary.terms:
            _entry(body, vocabulary, term, languages)
    return serialised(root)


def _entry(body: _Element, vocabulary: Vocabulary, term: Term, languages: Sequence[str]) -> None:
    labels = [(lang, label) for lang, label in term.labels if lang in languages]
    if not labels:
        return
    entry = etree.SubElement(body, "termEntry", {"id": f"{vocabulary.slug}-{term.id}"})
    etree.SubElement(entry, "descrip", {"type": "subjectField"}).text = vocabulary.name
    if term.uri:
        etree.SubElement(entry, "xref", {"type": "externalCrossReference", "target": term.uri}).text = term.uri
    descriptions = dict(term.descriptions)
    for lang, label in labels:
        section = etree.SubElement(entry, "langSet", {LANG: lang})
        if lang in descriptions:
            etree.SubElement(section, "descrip", {"type": "definition"}).text = allowed(descriptions[lang])
        etree.SubElement(etree.SubElement(section, "tig"), "term").text = allowed(label)
