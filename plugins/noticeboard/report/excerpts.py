"""The line that a problem is about, with a caret below the column."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noticeboard.model import Location

WIDEST = 120
"""Characters of a source line that an excerpt shows."""


def excerpt(location: Location, text: str) -> list[str]:
    """The line of the place and a caret below its column; nothing if the line is not there or blank."""
    lines = _lines(text)
    line = lines[location.line - 1].rstrip() if location.line <= len(lines) else ""
    if not line:
        return []
    start = max(0, min(location.column, len(line)) - WIDEST * 2 // 3) if len(line) > WIDEST else 0
    shown, column = _printable(line[start : start + WIDEST]), location.column - start
    margin = " " * len(str(location.line))
    pad = "".join("\t" if c == "\t" else " " for c in shown[: column - 1]).ljust(column - 1)
    return [f"  {location.line} | {shown}", f"  {margin} | {pad}^"]


# The problems of a file are shown one after the other.
@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    return text.split("\n")


def _printable(text: str) -> str:
    return "".join(c if c == "\t" or c.isprintable() else "\ufffd" for c in text)
