"""XML built as a tree, so that whatever a text holds comes out as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from noticeboard.formats.xml_characters import allowed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BASE = "{http://www.w3.org/XML/1998/namespace}base"
"""The attributes xml:lang, and xml:base, from which addresses in a text count."""

_NONE: Mapping[str, str] = {}


def root(name: str, namespaces: dict[str | None, str], lang: str = "") -> _Element:
    """A root element in the namespace without prefix; `namespaces` are keyed by prefix, None is no prefix."""
    element = etree.Element(f"{{{namespaces[None]}}}{name}", nsmap=namespaces)
    if lang:
        element.set(LANG, lang)
    return element


def add(parent: _Element, name: str, text: str = "", attributes: Mapping[str, str] = _NONE) -> _Element:
    """A new last child of the parent, in its namespace or as "{namespace}name"; attributes that are "" are left out."""
    tag = name if name[0] == "{" else f"{parent.tag.partition('}')[0]}}}{name}"
    element = etree.SubElement(parent, tag, {key: value for key, value in attributes.items() if value})
    if text:
        element.text = allowed(text)
    return element


def written(element: _Element) -> bytes:
    """The document as UTF-8, a line for each element."""
    data: bytes = etree.tostring(element, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return data
