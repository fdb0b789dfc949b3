"""Rows of a table that is none: lines of a paragraph with pipes or tabs between words."""

from __future__ import annotations

import re
from typing import NamedTuple

MESSAGE = "The rows of a table are not understood."
HINT = "Write | between the cells, and a line of dashes, | --- | --- |, below the first row."

_PIPES = re.compile(r"^[^|\n\0]*\S[^|\n\0]*\|[^\n\0]*$", re.MULTILINE)
_TABS = re.compile(r"^[^\t\n\0]*\S\t+[^\n\0]*\S[^\n\0]*$", re.MULTILINE)


class BareRow(NamedTuple):
    """Where a row begins in the text, and how many separators it has."""

    start: int
    separators: int


def rows(bare: str) -> list[BareRow]:
    """The rows in the bare text (source_map/bare_text.py) of a paragraph, those with pipes if there are any."""
    for form, sign in ((_PIPES, "|"), (_TABS, "\t")):
        if found := [BareRow(row.start(), row[0].count(sign)) for row in form.finditer(bare)]:
            return found
    return []
