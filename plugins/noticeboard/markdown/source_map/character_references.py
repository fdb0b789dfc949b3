"""Numeric character references of HTML, such as `&#8217;`, and those that mean what no text may hold."""

from __future__ import annotations

import re
from html import unescape

from noticeboard.sources.text_decoding import INVALID

REFERENCE = re.compile("&#(?:[xX][0-9a-fA-F]+|[0-9]+);?")
"""A numeric character reference (HTML 13.2.5.75 and following); a parser does without the semicolon."""

_MOST_DIGITS = 12


def without_invalid(html: str) -> str:
    """The HTML with U+FFFD for each reference to a character that no text may hold, such as `&#xFDD0;`."""
    if "&#" not in html:
        return html
    return REFERENCE.sub(lambda found: "\ufffd" if is_invalid(found[0]) else found[0], html)


def is_invalid(reference: str) -> bool:
    """Whether a reference means a character that no text may hold (sources/text_decoding.py), or none at all."""
    if len(reference.lstrip("&#xX0")) > _MOST_DIGITS:
        return True
    meant = unescape(reference)
    return not meant or meant == "\ufffd" or bool(INVALID.match(meant))
