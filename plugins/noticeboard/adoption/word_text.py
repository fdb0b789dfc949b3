"""The words in a part of a Word document, read without mammoth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from noticeboard.adoption.word_package import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator


def words_in(tree: etree._Element, *, deleted: bool = False) -> str:
    """The words in a part of the document; a paragraph, a cell, a break and a tab part words."""
    return " ".join("".join(_pieces(tree, deleted=deleted)).split())


def _pieces(tree: etree._Element, *, deleted: bool) -> Iterator[str]:
    for element in tree.iter(f"{{{WORD}}}*"):
        name = etree.QName(element).localname
        if name == "t" or (deleted and name == "delText"):
            yield element.text or ""
        elif name in ("p", "tab", "br", "cr", "tc"):
            yield " "
        elif name == "noBreakHyphen":
            yield "\u2011"
