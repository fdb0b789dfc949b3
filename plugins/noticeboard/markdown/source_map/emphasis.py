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
    removed: list[tuple[int, int]] = []
    waiting: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
    for run in _RUN.finditer(text):
        if run[0] == BREAK:
            waiting = {"*": [], "_": [], "~": []}
            continue
        start, end = run.span()
        if _closes(text, start, end):
            start = _pair(waiting[run[0][0]], start, end, removed)
            if start == end:
                removed.append((end, read(text, end)[1]))
        if start < end and _opens(text, run.start(), end):
            waiting[run[0][0]].append([start, end])
    return _cut(text, sorted(removed)) if removed else text


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
