"""Text without any sign of markup goes past Python-Markdown's inline patterns, which would each search it in vain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

_SIGN = re.compile(rf"[\\`*_\[\]<>&{{}}~{STX}]|  \n")
"""What every inline pattern of the extensions in use needs somewhere in its match."""


class Shortcut(Extension):
    """Marks such text as finished before the inline patterns run (priority 20), and takes the mark away after them."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the base class's name
        """Registers the two steps around the inline patterns."""
        marked: list[Element] = []
        md.treeprocessors.register(_Mark(marked), "mark", 21)
        md.treeprocessors.register(_Unmark(marked), "unmark", 19)


class _Mark(Treeprocessor):
    def __init__(self, marked: list[Element]) -> None:
        self._marked = marked

    def run(self, root: Element) -> None:
        """Marks the texts below root."""
        self._marked.clear()
        for element in root.iter():
            text = element.text
            if text and not isinstance(text, AtomicString) and not _SIGN.search(text):
                element.text = AtomicString(text)
                self._marked.append(element)


class _Unmark(Treeprocessor):
    def __init__(self, marked: list[Element]) -> None:
        self._marked = marked

    def run(self, _: Element) -> None:
        """Gives the marked texts back to the steps that follow."""
        for element in self._marked:
            if element.text:
                element.text = str(element.text)
