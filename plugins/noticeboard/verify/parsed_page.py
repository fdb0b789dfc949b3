"""A page as an HTML parser reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree, html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_SILENT = frozenset({"script", "style", "template", "noscript"})


@dataclass(slots=True)
class ParsedPage:
    """A parsed page: its elements in order, by name, and the language and words of its texts."""

    path: str
    root: HtmlElement
    doctype: bool
    elements: list[HtmlElement] = field(default_factory=list)
    texts: list[tuple[str, str, int]] = field(default_factory=list)

    def named(self, *names: str) -> Iterator[HtmlElement]:
        """The elements of these names."""
        return (e for e in self.elements if e.tag in names)


def parse(path: str, data: bytes) -> ParsedPage:
    """The page as an HTML parser reads it, in UTF-8; an empty page where there is nothing to read."""
    parser = html.HTMLParser(encoding="utf-8")
    try:
        root = html.document_fromstring(data or b"<html></html>", parser=parser)
    except etree.ParserError:
        root = html.document_fromstring(b"<html></html>", parser=parser)
    tree = ParsedPage(path, root, data.lstrip()[:9].lower() == b"<!doctype")
    _walk(tree, root, "")
    return tree


def _walk(tree: ParsedPage, root: HtmlElement, lang: str) -> None:
    """Fills the tree's elements and texts, each text with the language that is in force for it."""
    waiting: list[tuple[HtmlElement, str, bool]] = [(root, lang, False)]
    while waiting:
        element, around, silent = waiting.pop()
        if not isinstance(element.tag, str):
            continue
        tree.elements.append(element)
        own = element.get("lang", around)
        hidden = silent or element.tag in _SILENT
        if not hidden:
            line = element.sourceline or 1
            inside = [element.text, *(child.tail for child in element)]
            tree.texts += [(own, " ".join(text.split()), line) for text in inside if text and not text.isspace()]
        waiting += [(child, own, hidden) for child in reversed(element)]
