"""Emphasis: the asterisks and underscores that are markup, taken out of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from noticeboard.markdown.source_map.attribute_lists import read
from noticeboard.markdown.source_map.mask_break import BREAK

_RUN = re.compile(r"\*+|_+|(?<!~)~{2}(?!~)|\0")
_THREE = 3


def without_emphasis(text: str) -> str:
    """The text without the asterisks, underscores and pairs of tildes that pair, nor the attribute lists after them.

    A run opens before and closes after a word; underscores inside a word are text. Nothing pairs across a break.
    """
    removed = _paired(text)[0]
    return _cut(text, sorted(removed)) if removed else text


def left_over(text: str) -> list[tuple[int, int]]:
    """The (start, end) offsets of emphasis markers without a partner, although one opens or closes there."""
    return _paired(text)[1]


def _paired(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """What pairs, attribute lists included, and what is left over, each as (start, end)."""
    removed: list[tuple[int, int]] = []
    left: list[tuple[int, int]] = []
    waiting: dict[str, list[_Opening]] = {"*": [], "_": [], "~": []}
    for run in _RUN.finditer(text):
        if run[0] == BREAK:
            left += [(one.start, one.end) for runs in waiting.values() for one in runs]
            waiting = {"*": [], "_": [], "~": []}
            continue
        start, end = run.span()
        closes, opens = _closes(text, start, end), _opens(text, start, end)
        if closes:
            start = _pair(waiting[run[0][0]], _Opening(start, end, len(run[0]), opens), removed, left)
            if start == end:
                removed.append((end, read(text, end)[1]))
        if start < end and opens:
            waiting[run[0][0]].append(_Opening(start, end, len(run[0]), closes))
        elif start < end and closes:
            left.append((start, end))
    return removed, sorted([*left, *((one.start, one.end) for runs in waiting.values() for one in runs)])


@dataclass(slots=True)
class _Opening:
    """What is left of a run of signs, from `start` up to `end`; its `length` at first, and whether it may do `both`."""

    start: int
    end: int
    length: int
    both: bool

    def pairs(self, other: _Opening) -> bool:
        """Whether two runs belong together (CommonMark 6.2, rules 9 and 10)."""
        threes = (self.length + other.length) % _THREE == 0
        return not ((self.both or other.both) and threes and self.length % _THREE)


def _pair(waiting: list[_Opening], run: _Opening, removed: list[tuple[int, int]], left: list[tuple[int, int]]) -> int:
    """Pair a closing run with those that wait, the last one first; where what is left of it begins.

    Those between the two belong to nothing.
    """
    start, end = run.start, run.end
    while start < end:
        at = next((i for i in reversed(range(len(waiting))) if waiting[i].pairs(run)), -1)
        if at < 0:
            break
        left += [(one.start, one.end) for one in waiting[at + 1 :]]
        del waiting[at + 1 :]
        opening = waiting[at]
        length = min(end - start, opening.end - opening.start)
        removed += [(opening.end - length, opening.end), (start, start + length)]
        opening.end -= length
        start += length
        if opening.start == opening.end:
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
