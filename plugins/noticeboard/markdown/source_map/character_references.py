"""Numeric character references of HTML, such as `&#8217;`, and those that mean what no text may hold."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from noticeboard.markdown.source_map.link_references import NO_REFERENCES
from noticeboard.markdown.source_map.masks import mask
from noticeboard.markdown.source_map.positions import Positions
from noticeboard.markdown.source_map.spans import spans
from noticeboard.model import Location, Problem, error
from noticeboard.sources.text_decoding import INVALID

if TYPE_CHECKING:
    from noticeboard.markdown.source_map.blocks import Block

REFERENCE = re.compile("&#(?:[xX][0-9a-fA-F]+|[0-9]+);?")
"""A numeric character reference (HTML 13.2.5.75 and following); a parser does without the semicolon."""

_MOST_DIGITS = 12
_MESSAGE = "'{reference}' stands for a character that no text may hold."
_HINT = "Delete it, or write the character that is meant."


def without_invalid(html: str) -> str:
    """The HTML with U+FFFD for each reference to a character that no text may hold, such as `&#xFDD0;`."""
    if "&#" not in html:
        return html
    return REFERENCE.sub(lambda found: "\ufffd" if is_invalid(found[0]) else found[0], html)


def is_invalid(reference: str) -> bool:
    """Whether a reference means no character, or one that no text may contain (sources/text_decoding.py)."""
    if len(reference.lstrip("&#xX0")) > _MOST_DIGITS:
        return True
    meant = unescape(reference)
    return not meant or meant == "\ufffd" or bool(INVALID.match(meant))


def invalid_references(block: Block) -> tuple[Problem, ...]:
    """An error `invalid-character` for each character reference, outside code, to a character no text may hold."""
    if "&#" not in block.text or block.kind == "code":
        return ()
    locations = Positions(block.text, block.line)
    code = [span for span in spans(mask(block), NO_REFERENCES) if span.kind == "code"]
    return tuple(
        error(
            Location(block.path, *locations.at(found.start())), "invalid-character", _MESSAGE, _HINT, reference=found[0]
        )
        for found in REFERENCE.finditer(block.text)
        if is_invalid(found[0]) and not any(span.start <= found.start() < span.end for span in code)
    )
