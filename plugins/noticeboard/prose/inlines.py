"""Links, pictures and raw HTML of blocks, each with line and column, and a text's visible words."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from noticeboard.prose.attributes import Attributes
from noticeboard.prose.brackets import plain
from noticeboard.prose.lines import reference
from noticeboard.prose.markup import ATTRIBUTE, TAG, raw_html
from noticeboard.prose.masks import mask
from noticeboard.prose.plain import NO_REFERENCES, inline_text, plain_text
from noticeboard.prose.spans import Span, spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from noticeboard.prose.blocks import Block
    from noticeboard.prose.spans import References

__all__ = ["Link", "Picture", "Tag", "html_tags", "links", "pictures", "plain_text", "references"]


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its visible words, its target and title as meant (escapes and entities resolved), its attributes.

    `line` and `column` are those of its first character in the file.
    """

    text: str
    target: str
    title: str
    line: int
    column: int
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its alternative text, file and title (the caption), and attributes such as credit and lang."""

    alt: str
    target: str
    title: str
    line: int
    column: int
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of raw HTML, its name in lower case; "!--" is a comment, "!" a declaration, "?" an instruction."""

    name: str
    attributes: Attributes
    line: int
    column: int
    closing: bool = False


def references(blocks: Iterable[Block]) -> References:
    """The targets and titles of a text's link references, by label in lower case; the last of equals counts."""
    found = (reference(block.text) for block in blocks if block.kind == "reference")
    return MappingProxyType({label: (plain(target), plain(title)) for label, target, title in found})
