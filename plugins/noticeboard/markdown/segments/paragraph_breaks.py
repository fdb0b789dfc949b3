"""Paragraphs that a translation has split or joined, and says so in comments: blocks as its original has them.

`<!-- split -->` between two paragraphs: the original has one in their place. `<!-- join -->` in a paragraph: the
original begins another one there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from noticeboard.markdown.source_map.blocks import Block

SPLIT, JOIN = "<!-- split -->", "<!-- join -->"
BETWEEN_PARTS = re.compile(r"<!--\s{0,9}split\s{0,9}-->")
"""The mark between paragraphs that are one in the original, with the white space around it."""

_JOIN = re.compile(r"<!--\s{0,9}join\s{0,9}-->")


class RegroupedBlocks(NamedTuple):
    """A translation's blocks, one for each of its original's, and the numbers of those that are joined to the last."""

    blocks: tuple[Block, ...]
    joined: frozenset[int] = frozenset()


def regrouped(blocks: Sequence[Block], body: str) -> RegroupedBlocks:
    """The blocks of a translation with this body, by what its comments say of splits and joins."""
    if "<!--" not in body or not (BETWEEN_PARTS.search(body) or _JOIN.search(body)):
        return RegroupedBlocks(tuple(blocks))
    found: list[Block] = []
    joined: set[int] = set()
    for block in _with_splits(blocks, body):
        for number, part in enumerate(_parts(block)):
            joined |= {len(found)} if number else set()
            found.append(part)
    return RegroupedBlocks(tuple(found), frozenset(joined))


def _with_splits(blocks: Sequence[Block], body: str) -> Iterator[Block]:
    """The blocks; paragraphs with a mark of a split between them are one."""
    waiting: list[Block] = []
    for block in blocks:
        waiting.append(block)
        if len(waiting) == 1 and block.kind == "paragraph":
            continue
        if len(waiting) == 2 and BETWEEN_PARTS.fullmatch(block.text.strip()):  # noqa: PLR2004 - a paragraph and what stands after it
            continue
        if len(waiting) == 3 and block.kind == "paragraph":  # noqa: PLR2004 - and a paragraph again
            waiting = [replace(waiting[0], text=body[waiting[0].start : block.end], end=block.end)]
            continue
        kept = block.kind == "paragraph"
        yield from waiting[:-1] if kept else waiting
        waiting = [block] if kept else []
    yield from waiting


def _parts(block: Block) -> Iterator[Block]:
    """The paragraphs of the original that a paragraph joins; the block itself where it joins none."""
    at = 0
    for mark in _JOIN.finditer(block.text) if block.kind == "paragraph" else ():
        if block.text[at : mark.start()].strip() and block.text[mark.end() :].strip() and _is_open(block.text, mark):
            yield _part(block, at, len(block.text[: mark.start()].rstrip()))
            at = len(block.text) - len(block.text[mark.end() :].lstrip())
    yield _part(block, at, len(block.text)) if at else block


def _is_open(text: str, mark: re.Match[str]) -> bool:
    """Whether the mark is outside code."""
    return text[: mark.start()].count("`") % 2 == 0


def _part(block: Block, start: int, end: int) -> Block:
    line = block.line + block.text.count("\n", 0, start)
    return replace(block, text=block.text[start:end], line=line, start=block.start + start, end=block.start + end)
