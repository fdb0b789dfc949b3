"""Rows of what looks like a table but is a paragraph: lines with pipes or tabs between words."""

from __future__ import annotations

from typing import NamedTuple

MESSAGE = "The rows of a table are not understood."
HINT = "Write | between the cells, and a line of dashes, | --- | --- |, below the first row."

_MASKED = "\0"


class BareRow(NamedTuple):
    """Where a row begins in the text, and how many separators it has."""

    start: int
    separators: int


def rows(bare: str) -> list[BareRow]:
    """The rows in the bare text (source_map/bare_text.py) of a paragraph, those with pipes if there are any."""
    for divides, sign in ((_has_pipe, "|"), (_has_tab, "\t")):
        if sign in bare and (found := [row for row in _lines(bare, sign) if divides(bare, row)]):
            return [BareRow(start, bare.count(sign, start, end)) for start, end in found]
    return []


def _lines(bare: str, sign: str) -> list[tuple[int, int]]:
    """Where the lines with that sign begin and end, without those in which something is masked."""
    found, start = [], 0
    for line in bare.split("\n"):
        if sign in line and _MASKED not in line:
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _has_pipe(bare: str, row: tuple[int, int]) -> bool:
    """Whether a pipe comes after something else."""
    return "|" in bare[slice(*row)].lstrip()[1:]


def _has_tab(bare: str, row: tuple[int, int]) -> bool:
    """Whether the first tab is between words, right after the first of them."""
    before, _, after = bare[slice(*row)].partition("\t")
    return before == before.rstrip() != "" and bool(after.strip())
