"""Typography of running text per language: quotation marks, apostrophes, dashes, ellipses, minus signs, spaces."""

from __future__ import annotations

import re

from noticeboard.languages.apostrophes import set_apostrophes
from noticeboard.languages.language_data import language_data
from noticeboard.languages.pauses import set_dashes, set_ellipses
from noticeboard.languages.quotes import set_quotes
from noticeboard.languages.ranges import set_minus, set_ranges
from noticeboard.languages.spacing import bind_words, set_french_spaces, set_number_spaces, without_inner_spaces

_FRENCH, _HYPHEN, _STOPS = "fr", "-", "..."
_DIGIT = re.compile(r"\d")


def set_typography(text: str, tag: str) -> str:
    """The text as the language's typography has it; applied to its own result it changes nothing.

    Seams and objects (languages/markup_placeholders.py) come back as many and in the same order as they went in.
    """
    language = tag.partition("-")[0]
    known = language_data(tag)
    if '"' in text or "'" in text:
        bare = without_inner_spaces(text) if language == _FRENCH else text
        text = set_quotes(set_apostrophes(bare, tag), known.quotes)
    if _HYPHEN in text and known.dash != _HYPHEN:
        text = set_ranges(text, known.dash)
    if _HYPHEN in text:
        text = set_dashes(set_minus(text), tag)
    if _STOPS in text:
        text = set_ellipses(text, tag)
    if _DIGIT.search(text):
        text = set_number_spaces(text, tag)
    if language == _FRENCH:
        text = set_french_spaces(text)
    return bind_words(text, tag)
