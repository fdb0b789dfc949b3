"""Words of the interface that must not be seen on another language's page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from noticeboard.sources.catalogue import Catalogue

_PLACEHOLDER = re.compile(r"%\(\w+\)[a-zA-Z]")
_SENTENCE = 12
"""The fewest characters by which a piece of a sentence with placeholders is recognised."""


@dataclass(frozen=True, slots=True)
class InterfaceWords:
    """English words that a language says otherwise: whole texts, and a pattern of the pieces of longer sentences."""

    whole: frozenset[str]
    pieces: re.Pattern[str] | None

    def find(self, text: str) -> str:
        """The English words that the text is, or begins to say; "" if there are none."""
        if text in self.whole:
            return text
        found = self.pieces.search(text) if self.pieces else None
        return found[0] if found else ""


def leaking_words(catalogues: Mapping[str, Catalogue], original: str = "en") -> dict[str, InterfaceWords]:
    """By language the words of the original's catalogue that this language translates into others."""
    english = catalogues.get(original)
    if english is None:
        return {}
    return {lang: _words(english, own) for lang, own in catalogues.items() if lang.split("-")[0] != original}


def _words(english: Catalogue, own: Catalogue) -> InterfaceWords:
    said = {form for forms in own.messages.values() for form in forms}
    whole, pieces = set(), set()
    for key, forms in english.messages.items():
        if key not in own.messages:
            continue
        for form in forms:
            if form in said:
                continue
            if _PLACEHOLDER.search(form):
                pieces |= set(_pieces(form, said))
            else:
                whole.add(" ".join(form.split()))
    pattern = "|".join(map(re.escape, sorted(pieces, key=lambda piece: (-len(piece), piece))))
    return InterfaceWords(frozenset(whole), re.compile(pattern) if pieces else None)


def _pieces(form: str, said: set[str]) -> Iterator[str]:
    for piece in (" ".join(part.split()) for part in _PLACEHOLDER.split(form)):
        if len(piece) >= _SENTENCE and not any(piece in other for other in said):
            yield piece
