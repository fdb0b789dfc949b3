"""Link references: lines that give links their targets by a label."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from noticeboard.markdown.source_map.commonmark import BlockToken

    References = Mapping[str, tuple[str, str]]

NO_REFERENCES: References = MappingProxyType({})
"""What a text without link references gives."""


def definitions(found: Iterable[BlockToken]) -> Iterator[tuple[str, str, str]]:
    """Label in lower case, target and title of each link reference among the tokens, in order."""
    for token in found:
        if token.type == "definition":
            yield label_key(token.label), token.target, token.title


def label_key(label: str) -> str:
    """What labels are compared by."""
    return " ".join(label.split()).lower()
