"""Link references: lines that give links their targets by a label."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from noticeboard.markdown.source_map.commonmark import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.markdown.source_map.commonmark import BlockToken

    References = Mapping[str, tuple[str, str]]

_HOLDING = ("reference", "list", "quote", "definitions", "footnote")

NO_REFERENCES: References = MappingProxyType({})
"""What a text without link references gives."""


def references(blocks: Iterable[Block]) -> References:
    """The targets and titles of a text's link references, by label in lower case; the first of equals counts."""
    found: dict[str, tuple[str, str]] = {}
    for block in blocks:
        if "]:" in block.text and block.kind in _HOLDING:
            for label, target, title in definitions(tokens(block.text)):
                found.setdefault(label, (target, title))
    return MappingProxyType(found)


def definitions(found: Iterable[BlockToken]) -> Iterator[tuple[str, str, str]]:
    """Label in lower case, target and title of each link reference among the tokens, in order."""
    for token in found:
        if token.type == "definition":
            yield label_key(token.label), token.target, token.title


def label_key(label: str) -> str:
    """What labels are compared by."""
    return " ".join(label.split()).lower()
