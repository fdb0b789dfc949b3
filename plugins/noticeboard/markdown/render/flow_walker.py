"""Flows: the running text of a tree, one string per block and language, and the way back into the tree.

What is no text of the language (code, pictures, placeholders, addresses, passages in another language) stands in a flow
as an object, so that quotation marks pair across it and nothing inside it changes. Tags of raw HTML, which
Python-Markdown keeps out of the tree, are followed where `raw` can tell what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown.util import STX, AtomicString

from noticeboard.languages.markup_placeholders import BREAK, OBJECT
from noticeboard.languages.tags import canonical_case, is_tag
from noticeboard.markdown.render.text_flow import BrokenText, TextFlow
from noticeboard.markdown.source_map.raw_tags import OWN, PLACEHOLDER, RawTag, parsed

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins"),
        *("kbd", "label", "mark", "math", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "svg", "time"),
        *("u", "var", "wbr"),
    }
)
"""The elements that a sentence runs through; every other one begins and ends a block."""

_SKIPPED = frozenset({"code", "img", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea"})
_ATTRIBUTES = frozenset({"alt", "aria-label", "title"})


class FlowWalker:
    """Walks a tree and gathers its flows, each with a language tag ("" for text in no known language)."""

    def __init__(self, raw: Callable[[str], str] | None = None) -> None:
        """`raw` gives the HTML that a placeholder of Python-Markdown stands for, or ""."""
        self.flows: list[TextFlow] = []
        self._raw = raw
        self._flow = TextFlow("")
        self._open: list[tuple[str, TextFlow]] = []

    def block(self, element: Element, tag: str) -> None:
        """Collects the content of an element in the language of the tag, unless the element states its own."""
        own = _language(element, tag)
        self._begin(own)
        self._attributes(element, own)
        self._inside(element, own)

    def _begin(self, tag: str) -> None:
        self._flow, self._open = TextFlow(tag), []
        self.flows.append(self._flow)

    def _inside(self, element: Element, block: str) -> None:
        if element.text:
            self._text(element, "text", element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, block)
            if child.tail:
                self._text(child, "tail", child.tail)

    def _child(self, child: Element, block: str) -> None:
        language = _language(child, self._flow.tag)
        if child.tag in _SKIPPED or child.tag == "br":
            self._attributes(child, language)
            self._flow.add(BREAK if child.tag == "br" else OBJECT)
        elif child.tag not in _INLINE:
            self.block(child, block)
            self._begin(block)
        elif language == self._flow.tag:
            self._attributes(child, language)
            self._inside(child, block)
        else:
            self._passage(child)

    def _passage(self, element: Element) -> None:
        """An inline element in another language: an object in this flow, a flow of its own."""
        self._flow.add(OBJECT)
        around = self._flow, self._open
        self.block(element, self._flow.tag)
        self._flow, self._open = around

    def _attributes(self, element: Element, tag: str) -> None:
        for name in _ATTRIBUTES.intersection(element.keys()):
            self.flows.append(TextFlow(tag, [element.get(name, "")], [(element, name)]))

    def _text(self, element: Element, name: str, value: str) -> None:
        if isinstance(value, AtomicString):
            self._flow.add(OBJECT)
        elif STX in value or OWN in value:
            self._broken(BrokenText(element, name, PLACEHOLDER.split(value)))
        else:
            self._flow.add(value, (element, name))

    def _broken(self, text: BrokenText) -> None:
        for number, part in enumerate(text.parts):
            if number % 2 == 0:
                self._flow.add(part, (text, number))
                continue
            tag = parsed(part, self._raw)
            if tag.stands_for:
                self._flow.add(tag.stands_for)
            elif tag.space:
                self._flow.add(tag.space, (text, number))
            elif tag.ends:
                self._close(tag.name)
            elif tag.name:
                self._open_raw(tag)

    def _open_raw(self, tag: RawTag) -> None:
        self._open.append((tag.name, self._flow))
        language = "" if tag.name in _SKIPPED else _canonical(tag.lang) if tag.lang is not None else self._flow.tag
        if language != self._flow.tag:
            self._flow.add(OBJECT)
            self._flow = TextFlow(language)
            self.flows.append(self._flow)

    def _close(self, name: str) -> None:
        """Goes back to the flow before the last open tag of that name; an end tag without its beginning is nothing."""
        names = [opened for opened, _ in self._open]
        if name in names:
            position = len(names) - 1 - names[::-1].index(name)
            self._flow = self._open[position][1]
            del self._open[position:]


def _language(element: Element, inherited: str) -> str:
    value = element.get("lang")
    return inherited if value is None else _canonical(value)


def _canonical(tag: str) -> str:
    """The tag in its usual case; "" for what is none."""
    usual = canonical_case(tag.strip())
    return usual if is_tag(usual) else ""
