"""Headings, tables and footnotes as a Markdown extension: ids as slots, classes for styles, no English titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from noticeboard.markdown.render.collector import Collector

_HEADING = re.compile("h[1-6]")
_BOX = "table-scroll"


class Structure(Treeprocessor):
    """Rewrites headings, tables and the footnotes' ways back."""

    collector: Collector

    def run(self, root: Element) -> None:
        """Rewrites the elements below root."""
        for parent in list(root.iter()):
            for position, element in enumerate(list(parent)):
                if element.tag == "table":
                    _table(parent, position, element)
        for element in root.iter():
            if _HEADING.fullmatch(str(element.tag)):
                self._heading(element)
            elif element.get("class") == _BOX:
                self._name(element)
            elif element.get("class") == "footnote-backref":
                self._back(element)
            elif "id" in element.attrib and not element.get("id", "").startswith(("fn:", "fnref")):
                self.collector.id(element.get("id", ""))

    def _heading(self, heading: Element) -> None:
        if heading.tag == "h1":
            self.collector.fault(
                self.collector.locations.heading(1),
                "heading-level",
                "A heading of level 1 is in the text; the title is the page's only one.",
                "Begin headings with ## instead of #.",
            )
        explicit = heading.attrib.pop("id", "")
        if explicit:
            self.collector.id(explicit)
        number = len(self.collector.heading_ids)
        self.collector.heading_ids.append(explicit)
        heading.set("id", self.collector.slot("heading", str(number)))

    def _name(self, box: Element) -> None:
        """Names the box by the heading above it; a text that begins with a table has none, and the title must do."""
        above = len(self.collector.heading_ids) - 1
        box.set("aria-labelledby", self.collector.slot("name", str(above) if above >= 0 else ""))

    def _back(self, link: Element) -> None:
        link.attrib.pop("title", None)
        hidden = SubElement(link, "span", {"class": "unseen"})
        hidden.text = self.collector.slot("back")


def _table(parent: Element, position: int, table: Element) -> None:
    """Wraps a table in a box that can scroll, and turns styles into classes and scopes (WCAG 1.3.1, 1.4.10)."""
    for cell in table.iter():
        style = cell.attrib.pop("style", "")
        if style:
            cell.set("class", "align-" + style.rstrip(";").rpartition(" ")[2])
        if cell.tag == "th":
            cell.set("scope", "col")
    box = Element("div", {"class": _BOX, "tabindex": "0", "role": "group"})
    box.tail, table.tail = table.tail, None
    parent[position] = box
    box.append(table)
