"""Sentences that begin with a year or a day and its full stop, and so are numbered lists for Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.languages.months import month
from noticeboard.languages.notation import notation

if TYPE_CHECKING:
    from noticeboard.markdown.source_map.blocks import Block

ITEM_BEGINNING = re.compile(r" {0,3}(\d{1,9})\. +([^\W\d_]*)")
"""The number of a first item, and the word behind it."""
_ITEM = re.compile(r"^ {0,3}\d+\. ", re.MULTILINE)
_YEAR = 1000
"""No list is so long that it goes on with this number."""


def is_accidental(block: Block, lang: str) -> bool:
    """Whether a block is a list that begins with a year, or one of a single item that begins with a date."""
    begins = ITEM_BEGINNING.match(block.text) if block.kind == "list" else None
    if not begins or int(begins[1]) >= _YEAR:
        return bool(begins)
    single = notation(lang).dotted and len(_ITEM.findall(block.text)) == 1
    return single and (bool(month(begins[2], lang, inflected=True)) or _is_ordinal(begins, block.text))


def _is_ordinal(begins: re.Match[str], text: str) -> bool:
    """Whether a single item begins with an ordinal number and a small letter: "21. století", "5. klasa"."""
    return begins[1] != "1" and begins[2][:1].islower() and "\n" not in text.strip()
