"""Links as a Markdown extension: targets become slots, `{deadline}` becomes <time>."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from noticeboard.markdown.render.collector import Collector

_ESCAPED = re.compile("\x02(\\d+)\x03")
_KEPT = ("footnote-ref", "footnote-backref")


def written(value: str) -> str:
    """An attribute as its author wrote it: Python-Markdown's own substitutes undone."""
    plain = _ESCAPED.sub(lambda m: chr(int(m[1])), value)
    if AMP_SUBSTITUTE in plain:
        plain = html.unescape(plain.replace(AMP_SUBSTITUTE, "&"))
    return plain


def _words(link: Element) -> str:
    return " ".join(written("".join(link.itertext())).split())


class Links(Treeprocessor):
    """Gives every link of the tree a slot for its target, and takes the link from bad ones."""

    collector: Collector

    def run(self, root: Element) -> None:
        """Rewrites the links below root."""
        for link in root.iter("a"):
            if link.get("class") not in _KEPT:
                self._resolve(link)

    def _resolve(self, link: Element) -> None:
        link.attrib.pop("rel", None)
        if "href" not in link.attrib:
            link.attrib.pop("title", None)
            return
        target = self.collector.link(written(link.attrib.pop("href")), _words(link))
        if target.kind == "deadline":
            self._deadline(link)
        elif target.kind == "bad":
            link.attrib.pop("title", None)
        else:
            link.set("href", self.collector.slot(target.kind, target.value, target.fragment))
        if target.kind == "file":
            self._size(link, self.collector.slot("size", target.value))

    def _size(self, link: Element, slot: str) -> None:
        """Puts the slot after the link's words."""
        if len(link):
            link[-1].tail = (link[-1].tail or "") + slot
        else:
            link.text = (link.text or "") + slot

    def _deadline(self, link: Element) -> None:
        link.tag = "time"
        link.attrib.pop("title", None)
        link.set("datetime", self.collector.slot("instant"))
        if not len(link) and not (link.text or "").strip():
            link.text = self.collector.slot("words")
