"""Units -> how much there is to translate, as agencies count it for a quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.placeholders import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.exchange.units import Unit

CATEGORIES = ("new", "changed", "repeated", "moved", "same")
"""Not translated; translated from a text that has changed; not translated, and the same as a text above; only moved;
translated and current."""

_WORD = re.compile(r"\S*\w\S*")


class Quantity(NamedTuple):
    """A number of segments, of words, and of characters including spaces; placeholders do not count."""

    segments: int = 0
    words: int = 0
    characters: int = 0

    def plus(self, text: str) -> Quantity:
        """The same with that text."""
        plain = " ".join(TOKEN.sub(" ", text).split())
        return Quantity(self.segments + 1, self.words + len(_WORD.findall(plain)), self.characters + len(plain))


def quantities(found: Iterable[Unit], seen: set[str]) -> dict[str, Quantity]:
    """The quantity of each of CATEGORIES; `seen` are the texts that are above, to which those of these units come."""
    counts = dict.fromkeys(CATEGORIES, Quantity())
    for unit in found:
        if unit.source:
            category = _category(unit, seen)
            counts[category] = counts[category].plus(unit.source)
            seen.add(unit.source)
    return counts


def _category(unit: Unit, seen: set[str]) -> str:
    if unit.target and not unit.fuzzy:
        return "moved" if unit.how == "moved" else "same"
    if unit.source in seen:
        return "repeated"
    return "changed" if unit.target else "new"
