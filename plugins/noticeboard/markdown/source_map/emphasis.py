"""Emphasis: the asterisks and underscores that are markup, taken out of a text."""

from __future__ import annotations

import re

from noticeboard.markdown.source_map.attribute_lists import read
from noticeboard.markdown.source_map.mask_break import BREAK

_RUN = re.compile(r"\*+|_+|~{2}|\0")


def without_emphasis(text: str) -> str:
    """The text without the asterisks, underscores and pairs of tildes that pair, nor the attribute lists behind them.

    A run opens before and closes behind a word; underscores inside a word are text. Nothing pairs across a break.
    """
    removed = _paired(text)[0]
    return _cut(text, sorted(removed)) if removed else text


def left_over(text: str) -> list[tuple[int, int]]:
    """The (start, end) offsets of signs of emphasis that pair with none, although one does open or close there."""
    return _paired(text)[1]


def _paired(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """What pairs, attribute lists included, and what is left over, each as (start, end)."""
    removed: list[tuple[int, int]] = []
    left: list[tuple[int, int]] = []
    waiting: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
    for run in _RUN.finditer(text):
        if run[0] == BREAK:
            left += [(start, end) for runs in waiting.values() for start, end in runs]
            waiting = {"*": [], "_": [], "~": []}
            continue
        start, end = run.span()
        closes, opens = _closes(text, start, end), _opens(text, start, end)
        if closes:
            start = _pair(waiting[run[0][0]], start, end, removed)
            if start == end:
                removed.append((end, read(text, end)[1]))
        if start < end and opens:
            waiting[run[0][0]].append([start, end])
        elif start < end and closes:
            left.append((start, end))
    return removed, sorted([*left, *((start, end) for runs in waiting.values() for start, end in runs)])


def _pair(waiting: list[list[int]], start: int, end: int, removed: list[tuple[int, int]]) -> int:
    """Pair a closing run with those that wait, the last one first; where what is left of it begins."""
    while waiting and start < end:
        opening = waiting[-1]
        length = min(end - start, opening[1] - opening[0])
        removed += [(opening[1] - length, opening[1]), (start, start + length)]
        opening[1] -= length
        start += length
        if opening[0] == opening[1]:
            waiting.pop()
    return start


def _opens(text: str, start: int, end: int) -> bool:
    follows = text[end : end + 1]
    return bool(follows.strip()) and not (text[start] == "_" and start > 0 and text[start - 1].isalnum())


def _closes(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start] if start else ""
    return bool(before.strip()) and not (text[start] == "_" and text[end : end + 1].isalnum())


def _cut(text: str, removed: list[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in removed:
        pieces.append(text[at:start])
        at = max(at, end)
    return "".join([*pieces, text[at:]])
