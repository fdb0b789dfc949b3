"""Words for generated texts in the EU's 24 official languages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("words.txt")
_FIRST = ("en", "el", "bg", "nl", "sv")


@cache
def words() -> dict[str, tuple[str, ...]]:
    """The words of each language, in the order of the languages' codes; no word is twice in a language."""
    lines = [line for line in _FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
    pairs = (line.split(": ") for line in lines)
    return {lang: tuple(dict.fromkeys(text.split())) for lang, text in pairs}


def languages(count: int) -> tuple[str, ...]:
    """That many languages in the order of their codes, 24 at most: always English, then Greek and Bulgarian."""
    ranked = [*_FIRST, *(lang for lang in words() if lang not in _FIRST)]
    return tuple(sorted(ranked[:count]))


def label(lang: str, number: int, length: int = 2) -> str:
    """A label of that many words (1 or more); labels with different numbers below 40 differ."""
    own = words()[lang]
    picked = (own[(number + 13 * step) % len(own)] for step in range(length))
    return capitalised(" ".join(picked))


def capitalised(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]
