"""Fenced code blocks: where they are, as Python-Markdown's fenced_code finds them."""

from __future__ import annotations

import re
from bisect import bisect_right

from noticeboard.markdown.source_map.attribute_lists import Attributes, read

_OPENING = re.compile(
    r"""(~{3,}|`{3,})\ *(?:(\{[^\n]*\})|\.?[\w\#.+-]*\ *(?:hl_lines=(?:"[^"\n]*"|'[^'\n]*')\ *)?)\Z""", re.VERBOSE
)
_FENCE = re.compile(r"(?:~{3,}|`{3,}) *\Z")


def fences(lines: list[str]) -> list[tuple[int, int]]:
    """The (first line, line behind the last) of each fenced code block, in order; line numbers from 0.

    Only a fence in the first column counts, and only one that is closed by the same run of characters.
    """
    marked = [number for number, line in enumerate(lines) if line[:3] in ("```", "~~~")]
    closing: dict[str, list[int]] = {}
    for number in marked:
        if _FENCE.match(lines[number]):
            closing.setdefault(lines[number].rstrip(" "), []).append(number)
    found: list[tuple[int, int]] = []
    for number in marked:
        if (not found or number >= found[-1][1]) and (end := _end(lines[number], number, closing)):
            found.append((number, end + 1))
    return found


def _end(line: str, number: int, closing: dict[str, list[int]]) -> int:
    """The line that closes the fence opened by the line, or 0."""
    opening = _OPENING.match(line)
    if not opening or (opening[2] and read(opening[2], 0)[1] != len(opening[2])):
        return 0
    ends = closing.get(opening[1], [])
    index = bisect_right(ends, number)
    return ends[index] if index < len(ends) else 0


def fence_attributes(line: str) -> Attributes:
    """The attributes that the opening line of a fenced code block gives."""
    opening = _OPENING.match(line)
    return read(opening[2], 0)[0] if opening and opening[2] else ()
