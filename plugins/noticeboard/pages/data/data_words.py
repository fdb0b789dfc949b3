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
    """Translates the words and figures of data files to `lang`; words without a label stay in the `original` language.

    `typeset` takes a text and a language, and returns the text in the typography of the language.
    """

    lang: str
    original: str
    labels: Mapping[str, str]
    typeset: Callable[[str, str], str]

    def word(self, word: str) -> Text:
        """A word of the file in the text's language; if it has no label, the word itself, in the file's language."""
        if not any(c.isalpha() for c in word):
            return Text(word, self.lang)
        label = self.labels.get(word)
        lang = self.lang if label else self.original
        return Text(self.typeset(label or word, lang), lang)

    def figure(self, value: Decimal | None, *, percent: bool) -> str:
        """A figure in the language's notation, "" for none."""
        return "" if value is None else figure_text(value, self.lang, percent=percent)
