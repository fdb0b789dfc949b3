"""The words and figures of a data file in the language of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.languages.numbers import figure_text
from noticeboard.model import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal


class DataWords(Struct, frozen=True):
    """Says the labels and figures of data files in `lang`; what has no label there stays in the `original` language.

    `typeset` gives a text in the typography of a language.
    """

    lang: str
    original: str
    labels: Mapping[str, str]
    typeset: Callable[[str, str], str]

    def word(self, word: str) -> Text:
        """A label of the file in the text's language, or as it stands, marked with its own."""
        if not any(c.isalpha() for c in word):
            return Text(word, self.lang)
        said = self.labels.get(word)
        lang = self.lang if said else self.original
        return Text(self.typeset(said or word, lang), lang)

    def figure(self, value: Decimal | None, *, percent: bool) -> str:
        """A figure in the language's notation, "" for none."""
        return "" if value is None else figure_text(value, self.lang, percent=percent)
