"""The one splitter: Markdown text -> blocks with positions, from which the text can be put together again."""

from __future__ import annotations

from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from noticeboard.markdown.source_map.attribute_lists import block_list, heading_line, heading_list, id_in
from noticeboard.markdown.source_map.block_ranges import block_ranges
from noticeboard.markdown.source_map.commonmark import tokens
from noticeboard.markdown.source_map.fences import fence_attributes
from noticeboard.markdown.source_map.link_references import definitions
from noticeboard.markdown.source_map.spans import spans
from noticeboard.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.markdown.source_map.block_ranges import BlockRange
    from noticeboard.markdown.source_map.link_references import References

_HOLDING = ("reference", "list", "quote", "definitions", "footnote")
"""The kinds of blocks in which link references may be."""


class Block(Struct, frozen=True):
    """A block of a text, as CommonMark sees it, with what commonmark.py adds to it.

    `kind` is heading, paragraph, list, table, code, quote, html, rule, picture, definitions, footnote, abbreviation
    or reference. A list, with all that is nested in it, is one block; so is a table. A picture is a paragraph of
    exactly one image. `text` is the exact source of whole lines, `line` the number of the first one in the file,
    `level` a heading's (else 0), `id` what an attribute list gives (else ""). `text` stands at `start` up to `end` in
    the text that was split.
    """

    kind: str
    text: str
    line: int
    level: int = 0
    id: str = ""
    path: str = ""
    start: int = 0
    end: int = 0

    @property
    def location(self) -> Location:
        """Where the block begins."""
        return Location(self.path, self.line)


def split(text: str, path: str, first_line: int = 1) -> tuple[Block, ...]:
    """The blocks of a Markdown text, in order; outside them there are only blank lines.

    `first_line` is the number of the text's first line in the file at `path`. Takes any text, in time linear in its
    length.
    """
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    blocks = tuple(_block(part, text, starts, path, first_line) for part in block_ranges(text, lines))
    return _with_pictures(blocks) if "![" in text else blocks


def gaps(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """The strings before, between and after the blocks of a text, one more than there are blocks."""
    edges = [0, *(edge for block in blocks for edge in (block.start, block.end)), len(text)]
    return tuple(text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2))


def join(gaps: Sequence[str], texts: Iterable[str]) -> str:
    """The text with these gaps and, between them, these texts; the inverse of `split` when given the blocks' own."""
    return gaps[0] + "".join(text + gap for text, gap in zip(texts, gaps[1:], strict=True))


def references(blocks: Iterable[Block]) -> References:
    """The targets and titles of a text's link references, by label in lower case; the first of equals counts."""
    found: dict[str, tuple[str, str]] = {}
    for block in blocks:
        if "]:" in block.text and block.kind in _HOLDING:
            for label, target, title in definitions(tokens(block.text)):
                found.setdefault(label, (target, title))
    return MappingProxyType(found)


def _block(part: BlockRange, text: str, starts: list[int], path: str, first_line: int) -> Block:
    start, end = starts[part.first], starts[part.last] - 1
    source = text[start:end]
    return Block(part.kind, source, first_line + part.first, part.level, _id(part.kind, source), path, start, end)


def _id(kind: str, source: str) -> str:
    if "{" not in source:
        return ""
    if kind == "heading":
        return id_in(heading_list(heading_line(source)))
    if kind == "code":
        return dict(fence_attributes(source.partition("\n")[0])).get("id", "")
    return id_in(block_list(source)) if kind == "paragraph" else ""


def _with_pictures(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    targets = references(blocks)
    return tuple(replace(block, kind="picture") if _is_picture(block, targets) else block for block in blocks)


def _is_picture(block: Block, targets: References) -> bool:
    if block.kind != "paragraph" or not block.text.lstrip().startswith("!["):
        return False
    found = block_list(block.text)
    text = block.text[: found.start()] if found else block.text
    first = next(iter(spans(text, targets)), None)
    return bool(first and first.kind == "picture" and not (text[: first.start] + text[first.end :]).strip())
