"""Tables: whether lines are one, as Python-Markdown's tables see it."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

_PIPE_AT_END = re.compile(r"(?<!\\)(?:\\\\)*\|\Z")
_TOKEN = re.compile(r"\\\\|(\\?)(`+)|\\\||(\|)")


def is_table(lines: list[str], first: int, last: int) -> bool:
    """Whether the lines from `first` up to, not including, `last` are a table."""
    if last - first < 2 or lines[first + 1].strip("|:- "):  # noqa: PLR2004 - a header and a separator
        return False
    header, separator = lines[first].strip(" "), lines[first + 1].strip(" ")
    bordered = header.startswith("|") or bool(_PIPE_AT_END.search(header))
    columns = len(cells(header, bordered=bordered))
    if columns == 1 and not (bordered and all(_has_border(lines[row]) for row in range(first + 1, last))):
        return False
    return columns == len(cells(separator, bordered=bordered))


def _has_border(line: str) -> bool:
    row = line.strip(" ")
    return row.startswith("|") or bool(_PIPE_AT_END.search(row))


def cells(row: str, *, bordered: bool) -> list[tuple[int, int]]:
    """The (start, end) offsets of the cells of a row; with `bordered` the pipes around it are no separators."""
    start, end = 0, len(row)
    if bordered and row.startswith("|"):
        start = 1
    if bordered and (found := _PIPE_AT_END.search(row, start)):
        end = found.end() - 1
    edges = [start - 1, *pipes(row, start, end), end]
    return [(left + 1, right) for left, right in pairwise(edges)]


def pipes(row: str, start: int = 0, end: int | None = None) -> list[int]:
    """The offsets of the pipes that separate cells: neither escaped nor in code."""
    found: list[int] = []
    ticks: list[tuple[int, int, int]] = []
    for token in _TOKEN.finditer(row, start, len(row) if end is None else end):
        if token[3]:
            found.append(token.start())
        elif token[2]:
            ticks.append((token.start(), token.end() - 1, len(token[1])))
    spans = _code(ticks) if found and ticks else []
    starts = [left for left, _ in spans]
    return [pipe for pipe in found if not _within(pipe, spans, starts)]


def _code(ticks: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """The (first, last) offsets of code between runs of backticks of equal length."""
    where: dict[int, list[int]] = {}
    for index, (left, right, escape) in enumerate(ticks):
        where.setdefault(right - left + 1 - escape, []).append(index)
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(ticks):
        left, right, escape = ticks[index]
        # An escape takes one backtick from a run that opens code, none from one that closes it.
        same = where.get(right - left + 1 - 2 * escape, []) if right - left + 1 > 2 * escape else []
        position = bisect_right(same, index)
        if position < len(same):
            spans.append((left, ticks[same[position]][1]))
            index = same[position]
        index += 1
    return spans


def _within(pipe: int, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    index = bisect_right(starts, pipe) - 1
    return index >= 0 and pipe <= spans[index][1]
