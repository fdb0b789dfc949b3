"""Offsets in a piece of text -> lines and columns in its file."""

from __future__ import annotations


class Positions:
    """Lines and columns of offsets that are asked for in ascending order; each character is looked at once."""

    def __init__(self, text: str, line: int) -> None:
        """`line` is the number in the file of the text's first line."""
        self._text = text
        self._line = line
        self._line_start = self._seen = 0

    def at(self, offset: int) -> tuple[int, int]:
        """The line and the column, which counts from 1, of an offset."""
        feeds = self._text.count("\n", self._seen, offset)
        if feeds:
            self._line += feeds
            self._line_start = self._text.rfind("\n", self._seen, offset) + 1
        self._seen = offset
        return self._line, offset - self._line_start + 1
