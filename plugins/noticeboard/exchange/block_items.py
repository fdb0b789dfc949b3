"""A list, table or list of definitions for translators <-> its items, cells or lines as separate texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.placeholders import TOKEN, fault, numbers, paired_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FRONT = {
    "list": re.compile(r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*"),
    "definitions": re.compile(r"[ \t]*(?::[ \t]+)?"),
}
_PIPE = re.compile(r"(?<!\\)\|")
_RULING = 1
"""The number of a table's line that only rules it."""


class BlockItems(NamedTuple):
    """The texts of the items in order, and the strings before, between and after them: one more than items."""

    frames: tuple[str, ...]
    texts: tuple[str, ...]

    def filled(self, texts: Sequence[str]) -> str:
        """The block with other texts, as many as it has."""
        pairs = zip(texts, self.frames[1:], strict=True)
        return self.frames[0] + "".join(text + frame for text, frame in pairs)


def block_items(kind: str, text: str) -> BlockItems | None:
    """The items of a block of that kind; None if it is none that has several, or where markup reaches over items."""
    if kind not in (*_FRONT, "table"):
        return None
    found = [(start, end) for start, end in _extents(kind, text) if _says(text[start:end])]
    texts = tuple(text[start:end] for start, end in found)
    if len(found) < 2 or any(fault(t, numbers(t), paired_numbers(t)) for t in texts):  # noqa: PLR2004 - one is whole
        return None
    edges = [0, *(edge for pair in found for edge in pair), len(text)]
    return BlockItems(tuple(text[edges[n] : edges[n + 1]] for n in range(0, len(edges), 2)), texts)


def _extents(kind: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the items begin and end."""
    at = 0
    for number, line in enumerate(text.split("\n")):
        end = at + len(line)
        if kind != "table":
            front = _FRONT[kind].match(text, at, end)
            yield _trimmed(text, front.end() if front else at, end)
        elif number != _RULING:
            edges = [at, *(pipe.end() for pipe in _PIPE.finditer(text, at, end))]
            closes = [*(pipe.start() for pipe in _PIPE.finditer(text, at, end)), end]
            yield from (_trimmed(text, *cell) for cell in zip(edges, closes, strict=True))
        at = end + 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end]
    first = start + len(inner) - len(inner.lstrip(" \t"))
    return first, max(first, start + len(inner.rstrip(" \t")))


def _says(text: str) -> bool:
    return any(character.isalnum() for character in TOKEN.sub("", text))
