"""Which lines of a text are which block, read off CommonMark's tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.markdown.source_map.commonmark import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "table_open": "table",
    "code_block": "code",
    "fence": "code",
    "blockquote_open": "quote",
    "html_block": "html",
    "hr": "rule",
    "dl_open": "definitions",
    "footnote_reference_open": "footnote",
    "abbreviation": "abbreviation",
    "definition": "reference",
}


class BlockRange(NamedTuple):
    """A block by its lines: from `first` up to, not including, `last`; `level` is a heading's, else 0."""

    kind: str
    first: int
    last: int
    level: int = 0


def block_ranges(text: str, lines: list[str]) -> Iterator[BlockRange]:
    """The blocks of a text in order, without the blank lines at their ends; all other lines are in one of them."""
    at = 0
    for token in tokens(text):
        kind = _KINDS.get(token.type)
        if token.level or not kind or not token.lines:
            continue
        first, last = token.lines
        yield from _left_over(lines, at, first)
        at = max(at, last)
        while last > first and not lines[last - 1].strip(" \t"):
            last -= 1
        if last > first:
            yield BlockRange(kind, first, last, int(token.tag[1:]) if kind == "heading" else 0)
    yield from _left_over(lines, at, len(lines))


def _left_over(lines: list[str], start: int, end: int) -> Iterator[BlockRange]:
    """Lines that are too deep in other blocks to be read."""
    while start < end and not lines[start].strip(" \t"):
        start += 1
    while end > start and not lines[end - 1].strip(" \t"):
        end -= 1
    if start < end:
        yield BlockRange("paragraph", start, end)
