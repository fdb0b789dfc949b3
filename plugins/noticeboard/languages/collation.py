"""Alphabetical order per language: the Unicode Collation Algorithm (UTS #10) with CLDR's tailorings."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.languages.collation_rules import CAPITAL, root_elements, tailored_elements
from noticeboard.languages.tags import shortened
from noticeboard.languages.tailorings import OWN_SCRIPT, RULES, UPPER_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from noticeboard.languages.collation_rules import Element, Elements

__all__ = ["Collator", "Key", "sort_key"]

Key = tuple[tuple[tuple[float, ...], ...], str]


class Collator(Struct, frozen=True):
    """One language's order.

    `tailored` holds the elements of strings in NFD that leave the root order, `pattern` finds them. `script` is the
    range of letters' weights that come before `latin`, the weight of the Latin a; empty if Latin comes first.
    """

    tailored: Mapping[str, Elements]
    pattern: re.Pattern[str]
    upper_first: bool
    script: tuple[float, ...]
    latin: float

    def key(self, text: str) -> Key:
        """The sort key of a text: levels of letters, accents and case, then the text, which makes the order total."""
        elements = tuple(self._elements(unicodedata.normalize("NFD", text)))
        letters = tuple(self._moved(letter) for letter, _, _ in elements if letter)
        accents = tuple(accent for _, accent, _ in elements if accent)
        cases = tuple(self._cased(case) for _, _, case in elements if case)
        return (letters, accents, cases), text

    def _elements(self, text: str) -> Iterator[Element]:
        for part in self.pattern.split(text):
            yield from self.tailored.get(part) or root_elements(part)

    def _moved(self, letter: float) -> float:
        if not self.script or not self.script[0] <= letter <= self.script[1]:
            return letter
        first, last = self.script
        return self.latin - 1 + (letter - first) / (last - first + 1)

    def _cased(self, case: float) -> float:
        return case - CAPITAL + 1 if self.upper_first and CAPITAL <= case < CAPITAL + 1 else case


def sort_key(text: str, tag: str) -> Key:
    """What to sort texts by for the language's alphabetical order; total, and the same on every machine.

    Spaces and punctuation count, before digits and letters. A language without tailoring has root order.
    """
    return _collator(next((t for t in shortened(tag) if t in RULES or t in OWN_SCRIPT), "")).key(text)


@cache
def _collator(language: str) -> Collator:
    tailored = tailored_elements(RULES.get(language, ""))
    longest_first = sorted(tailored, key=lambda text: (-len(text), text))
    return Collator(
        tailored=tailored,
        # A pattern that finds nothing if there is nothing to find.
        pattern=re.compile(f"({'|'.join(map(re.escape, longest_first)) or '(?!)'})"),
        upper_first=language in UPPER_FIRST,
        script=tuple(root_elements(letter)[0][0] for letter in OWN_SCRIPT.get(language, ())),
        latin=root_elements("a")[0][0],
    )
