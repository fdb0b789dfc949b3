"""Code in backticks: where it ends."""

from __future__ import annotations

import re
from bisect import bisect_left

from noticeboard.markdown.source_map.mask_break import BREAK

_RUN = re.compile(r"`+|\0")


class CodeSpans:
    """The runs of backticks of one text, looked at only once one of them is asked for."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self._text = text
        self._starts: dict[int, list[int]] | None = None
        self._breaks: list[int] = []

    def at(self, start: int, end: int) -> tuple[int, int, int]:
        """Where the code that a run of backticks opens begins and ends, and the offset after its last backtick.

        Code ends at the next run of equal length. Where there is none there is no code: its end is -1, and the offset
        is that after the run.
        """
        if self._starts is None:
            self._starts = self._index()
        close = self._next(end - start, end)
        return (end, close, close + end - start) if close >= 0 else (end, -1, end)

    def _next(self, length: int, after: int) -> int:
        """The start of the next run of that length before the next break, or -1."""
        starts = (self._starts or {}).get(length, [])
        index = bisect_left(starts, after)
        if index == len(starts):
            return -1
        limit = bisect_left(self._breaks, after)
        return starts[index] if limit == len(self._breaks) or starts[index] < self._breaks[limit] else -1

    def _index(self) -> dict[int, list[int]]:
        """The starts of the runs by length; on the way, the breaks."""
        found: dict[int, list[int]] = {}
        for run in _RUN.finditer(self._text):
            if run[0] == BREAK:
                self._breaks.append(run.start())
            else:
                found.setdefault(len(run[0]), []).append(run.start())
        return found
