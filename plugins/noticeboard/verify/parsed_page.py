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
    """A parsed page: its elements in order, the elements by name, and the language and words of its texts."""

    path: str
    root: HtmlElement
    doctype: bool
    elements: list[HtmlElement] = field(default_factory=list)
    places: dict[str, list[int]] = field(default_factory=dict)
    texts: list[tuple[str, str, int]] = field(default_factory=list)

    def named(self, *names: str) -> Iterator[HtmlElement]:
        """The elements of these names, in their order."""
        found = (place for name in names for place in self.places.get(name, ()))
        return (self.elements[place] for place in (found if len(names) == 1 else sorted(found)))


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
    around = [(lang, False)]
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event != "start":
            if event == "end":
                around.pop()
            _text(tree, element, element.tail, *around[-1])
            continue
        own, hidden = element.get("lang", around[-1][0]), around[-1][1] or element.tag in _SILENT
        around.append((own, hidden))
        tree.places.setdefault(element.tag, []).append(len(tree.elements))
        tree.elements.append(element)
        _text(tree, element, element.text, own, hidden)


def _text(tree: ParsedPage, element: HtmlElement, text: str | None, lang: str, hidden: bool) -> None:  # noqa: FBT001
    if text and not hidden and not text.isspace():
        tree.texts.append((lang, " ".join(text.split()), element.sourceline or 1))
