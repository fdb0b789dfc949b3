"""The words and figures of a data file in the language of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from noticeboard.languages.numbers import figure_text
from noticeboard.model import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class DataWords:
    """Says the labels and figures of data files in `lang`; what has no label there stays in the `original` language."""

    lang: str
    original: str
    labels: Mapping[str, str]

    def word(self, word: str) -> Text:
        """A label of the file in the text's language, or as it stands, marked with its own."""
        if not any(c.isalpha() for c in word):
            return Text(word, self.lang)
        said = self.labels.get(word)
        return Text(said, self.lang) if said else Text(word, self.original)

    def figure(self, value: Decimal | None, *, percent: bool) -> str:
        """A figure in the language's notation, "" for none."""
        return "" if value is None else figure_text(value, self.lang, percent=percent)
