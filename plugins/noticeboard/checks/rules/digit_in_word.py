"""A digit in place of a letter: "0ctober", "scho0l"; or a letter in place of a digit: "2O26"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.languages.months import month
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from noticeboard.model import Problem

_RUN = re.compile(r"\d+")
_WORD = re.compile(r"\w+")
_NAME_BEFORE = re.compile(r"[\w@/\\#=&.:+]\Z")
_NAME_BEHIND = re.compile(r"[@/\\=]|\.\w")
_LETTER_O = re.compile(r"\d+[OoΟοОо]+\d+")  # noqa: RUF001 - the Greek and the Cyrillic ones too
_DIGITS = (("0", "o"), ("0", "ο"), ("0", "о"), ("1", "l"), ("1", "i"), ("3", "e"), ("3", "з"), ("5", "s"))  # noqa: RUF001
_LETTERS = re.compile(r"[^\W\d_]+")
_SHARED = 5
"""Letters that two words which belong together begin with."""
_FEWEST = 3
"""Letters: with fewer, a digit may well be meant (k0, l10n, 17h00m)."""


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such word."""
    beginnings = cache(lambda: _beginnings(document))
    for passage in document.passages:
        end = 0
        for digits in _RUN.finditer(passage.text):
            if digits.start() < end:
                continue
            start, end = _around(passage.text, digits.start())
            word = passage.text[start:end]
            if (
                not word.isdigit()
                and _stands_alone(passage.text, start, end)
                and _is_mistyped(word, document.lang, beginnings)
            ):
                message, hint = "A digit and a letter are mixed up in '{word}'.", "Type the word again."
                yield RULE.problem(passage.location(start), message, hint, word=word)


def _beginnings(document: CheckedVersion) -> set[str]:
    """The first letters of all words of a text, which few texts are asked for."""
    return {word[:_SHARED] for passage in document.passages for word in _LETTERS.findall(passage.text.lower())}


def _around(text: str, at: int) -> tuple[int, int]:
    start = at
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    word = _WORD.match(text, start)
    return start, word.end() if word else at


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the word is not part of an address, a file name or a number such as 10.5km."""
    return not _NAME_BEFORE.search(text, max(start - 1, 0), start) and not _NAME_BEHIND.match(text, end)


def _is_mistyped(word: str, lang: str, beginnings: Callable[[], set[str]]) -> bool:
    if _LETTER_O.fullmatch(word):
        return True
    runs = _RUN.findall(word)
    if len(runs) != 1 or len(word) - len(runs[0]) < _FEWEST:
        return False
    before, digits, behind = word.partition(runs[0])
    if digits == "0" and behind:
        return (_are_small(before, behind) and _is_known(word, beginnings)) or _is_month(word, lang)
    ones = digits in ("1", "11") and len(before + behind) > _FEWEST and bool(before and behind)
    return (ones and _are_small(before, behind) and _is_known(word, beginnings)) or _is_month(word, lang)


def _is_known(word: str, beginnings: Callable[[], set[str]]) -> bool:
    """Whether the text has another word that begins as this one does with a letter in place of its digit.

    Names such as "Log1n" have none.
    """
    small = word.lower()
    return any(small.replace(digit, letter)[:_SHARED] in beginnings() for digit, letter in _DIGITS if digit in small)


def _are_small(before: str, behind: str) -> bool:
    """Whether the letters are small, but for a capital at the beginning or a word of capitals after a first digit."""
    capitals = not before and len(behind) > _FEWEST and behind.isupper()
    return capitals or (behind.islower() and (not before or before[1:].islower() or before.islower()))


def _is_month(word: str, lang: str) -> bool:
    """Whether a letter in the place of the digit makes it the name of a month."""
    small = word.lower()
    return any(month(small.replace(digit, letter), lang) for digit, letter in _DIGITS if digit in small)


RULE = Rule(
    name="digit-in-word",
    severity=Severity.WARNING,
    why="A zero for an o cannot be seen, but search does not find the word, and it is read aloud as gibberish.",
    wrong="The survey closes on 19 0ctober 2026.",
    right="The survey closes on 19 October 2026.",
    text=check,
)
