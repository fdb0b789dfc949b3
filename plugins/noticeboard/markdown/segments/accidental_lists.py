"""Sentences that begin with a year or a day and its full stop, or go on with "1)", and so are lists for Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.languages.months import month
from noticeboard.languages.notation import notation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.markdown.source_map.blocks import Block

ITEM_BEGINNING = re.compile(r" {0,3}(\d{1,9})([.)]) +([^\W\d_]*)")
"""The number of a first item, what follows it, and the next word."""
_ITEM = re.compile(r"^ {0,3}\d+[.)] ", re.MULTILINE)
_YEAR = 1000
"""No list is so long that it goes on with this number."""


def is_accidental(blocks: Sequence[Block], index: int, lang: str) -> bool:
    """Whether a block is a list that begins with a year, or one of a single item that is the middle of a sentence.

    Such an item begins with a date, or with a number that closes the bracket which the paragraph right above opens.
    """
    block = blocks[index]
    begins = ITEM_BEGINNING.match(block.text) if block.kind == "list" else None
    if not begins or int(begins[1]) >= _YEAR:
        return bool(begins)
    if len(_ITEM.findall(block.text)) > 1:
        return False
    if begins[2] == ")":
        return index > 0 and _opens_bracket(blocks[index - 1], block)
    dated = bool(month(begins[3], lang, inflected=True)) or _is_ordinal(begins, block.text)
    return notation(lang).dotted and dated


def _is_ordinal(begins: re.Match[str], text: str) -> bool:
    """Whether a single item begins with an ordinal number and a small letter: "21. století", "5. klasa"."""
    return begins[1] != "1" and begins[3][:1].islower() and "\n" not in text.strip()


def _opens_bracket(above: Block, block: Block) -> bool:
    """Whether the paragraph right above the block has a bracket that nothing in it closes."""
    opens = above.text.count("(") > above.text.count(")")
    return above.kind == "paragraph" and above.end + 1 == block.start and opens
