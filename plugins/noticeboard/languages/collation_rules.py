"""Collation elements: the root order from pyuca, and CLDR's tailoring rules read into elements beside it.

An element holds three weights: letter, accent, case (UTS #10, Collation Element Table). Weights of tailored strings are
fractions between the root order's whole numbers, so that no table is copied or renumbered.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Protocol, cast

import pyuca

Element = tuple[float, float, float]
Elements = tuple[Element, ...]

CAPITAL, SMALL = 8, 2
"""The third weights of capital and small letters (UTS #10, Tertiary Weight Table)."""

_UNMARKED = 0x20
_STEP, _BEFORE = 1 / 1024, 1 / 2
_RULE = re.compile(r"(&|<{1,3}|=)\s*(?:\[before ([12])\])?\s*([^\s&<=/]+)(?:/([^\s&<=/]+))?")


class _Root(Protocol):
    def collation_elements(self, normalized_string: str) -> list[list[int]]: ...


def root_elements(text: str) -> Elements:
    """The elements of a text in NFD in root order."""
    return tuple((e[0], e[1], e[2]) for e in _root().collation_elements(text))


@cache
def tailored_elements(rules: str) -> dict[str, Elements]:
    """The strings (in NFD) that rules in CLDR's syntax place, each with its elements."""
    table: dict[str, Elements] = {}
    anchor: Element = (0, 0, 0)
    for operator, before, written, expansion in _RULE.findall(rules):
        text = unicodedata.normalize("NFD", written)
        if operator == "&":
            anchor = _reset(_known(table, text)[0], before)
            continue
        anchor = _next(anchor, operator, capital=text[0].isupper())
        table[text] = (anchor, *_known(table, unicodedata.normalize("NFD", expansion)))
    return table


@cache
def _root() -> _Root:
    """Pyuca's collator. Reading its table takes a tenth of a second, so that waits until the first text is sorted."""
    return cast("_Root", pyuca.Collator())


def _known(table: dict[str, Elements], text: str) -> Elements:
    return table.get(text) or root_elements(text)


def _reset(element: Element, before: str) -> Element:
    letter, accent, case = element
    if before == "1":
        return letter - _BEFORE, _UNMARKED, SMALL
    return (letter, accent - _BEFORE, case) if before == "2" else element


def _next(anchor: Element, operator: str, *, capital: bool) -> Element:
    """The element that an operator puts after the anchor."""
    letter, accent, case = anchor
    plain = CAPITAL if capital else SMALL
    if operator == "<":
        return letter + _STEP, _UNMARKED, plain
    if operator == "<<":
        return letter, accent + _STEP, plain
    return anchor if operator == "=" else (letter, accent, plain + case % 1 + _STEP)
