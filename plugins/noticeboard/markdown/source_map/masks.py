"""Blocks -> masks: texts of the same length in which everything but inline Markdown is blank.

Offsets in a mask are offsets in the block's text. BREAK is where inline markup cannot continue.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from noticeboard.markdown.source_map.commonmark import tokens
from noticeboard.markdown.source_map.mask_break import BREAK
from noticeboard.markdown.source_map.table_rows import pipes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.markdown.source_map.commonmark import BlockToken

CONTAINERS = ("list", "quote", "definitions", "footnote")
"""The kinds of blocks that hold other blocks."""

_CELLS = ("th_open", "td_open")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_KEPT = 64


def mask(block: Block) -> str:
    """The mask of a block; "" if the block holds no inline Markdown."""
    if block.kind in ("paragraph", "picture", "heading"):
        return block.text
    if block.kind == "table":
        return BREAK.join(_row(row) for row in block.text.split("\n"))
    if block.kind in CONTAINERS:
        return _container(block.text)
    return BREAK * len(block.text) if block.kind == "html" else ""


def without_code(block: Block, text: str) -> str:
    """The text of a list, quote or similar block (or what is left of it) with blanks for lines of code."""
    masked = mask(block)
    if len(masked) != len(text):
        return text
    lines, at = [], 0
    for line in text.split("\n"):
        shown = masked[at : at + len(line)].strip(BREAK + " ")
        lines.append(line if shown else " " * len(line))
        at += len(line) + 1
    return "\n".join(lines)


def _row(row: str) -> str:
    found = pipes(row)
    if not found:
        return row
    return BREAK.join(row[left + 1 : right] for left, right in pairwise([-1, *found, len(row)]))


@lru_cache(maxsize=_KEPT)
def _container(text: str) -> str:
    """The mask of a block that holds others: what its inline tokens hold, where they are."""
    lines = text.split("\n")
    masked = [BREAK * len(line) for line in lines]
    joints = [BREAK] * len(lines)
    for number, start, end, goes_on in _places(tokens(text), lines):
        line = masked[number]
        # What is in front, such as the sign of an item, is blank; of a table row the cells in front stay.
        before = line[:start] if line[:start].strip(BREAK) else " " * start
        masked[number] = before + lines[number][start:end] + line[end:]
        if goes_on:
            joints[number] = "\n"
    return "".join(joint + line for joint, line in zip(joints, masked, strict=True))[1:]


def _places(found: Iterable[BlockToken], lines: list[str]) -> Iterator[tuple[int, int, int, bool]]:
    """Where inline Markdown is: line, first column, end column, and whether it continues the line above."""
    cell = before = ""
    row, at = -1, 0
    for token in found:
        if token.type != "inline":
            before, cell = token.type, token.type if token.type in _CELLS else ""
        elif cell and token.lines and token.content:
            at = at if row == token.lines[0] else 0
            row = token.lines[0]
            start, at = _cell(lines[row], token.content, at)
            yield row, start, at, False
        elif token.lines and token.content:
            yield from _running(lines, token.lines[0], token.content, heading=before == "heading_open")


def _cell(line: str, content: str, at: int) -> tuple[int, int]:
    """The start and end of a cell in a row, searched for from `at` on."""
    written = content if content in line[at:] else content.replace("|", "\\|")
    start = line.find(written, at)
    return (start, start + len(written)) if start >= 0 else (at, at)


def _running(lines: list[str], first: int, content: str, *, heading: bool) -> Iterator[tuple[int, int, int, bool]]:
    pieces = content.split("\n")
    if heading and len(pieces) == 1 and (hashes := _HEADING.search(lines[first])):
        start = lines[first].find(content, hashes.end())
        yield first, start, start + len(content), False
        return
    for number, piece in enumerate(pieces, first):
        line, words = lines[number], piece.strip()
        start = len(line.rstrip()) - len(words)
        if line.startswith(words, start):
            yield number, start, len(line), number > first


def html_blocks(text: str) -> list[tuple[int, int]]:
    """The (start, end) offsets of the lines of raw HTML in a text."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    found = [token.lines for token in tokens(text) if token.type == "html_block" and token.lines]
    return [(starts[first], min(starts[last], len(text))) for first, last in found]
