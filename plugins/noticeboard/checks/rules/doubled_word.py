"""A word that appears twice in a row: "the the"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.languages.doubled_words import is_doubled_by_mistake
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem

_TWICE = re.compile(r"(?<![\w'’\ufffc-])([^\W\d_]+)\s+(\1)(?![\w'’\ufffc-])", re.IGNORECASE)  # noqa: RUF001
_SENTENCE_ENDS = ".!?;:\0"
_LOOK_BACK, _LOOK_AHEAD = 200, 20
_NOUNS_HAVE_CAPITALS = "de"


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such pair, at the second word."""
    for passage in document.passages:
        for pair in _TWICE.finditer(passage.text) if _may_hold_pair(passage.text) else ():
            before = _before(passage.text, pair.start())
            if _is_mistake(pair, before, document.lang):
                message, hint = "The word '{word}' appears twice in a row.", "Delete one of them."
                yield RULE.problem(passage.location(pair.start(2)), message, hint, word=pair[2])


def _before(text: str, end: int) -> str:
    """What the sentence says in front of an offset, as far as it matters."""
    start = max(end - _LOOK_BACK, 0)
    ends = (text.rfind(mark, start, end) + 1 for mark in _SENTENCE_ENDS)
    return text[max(start, *ends) : end]


def _may_hold_pair(text: str) -> bool:
    """Whether a word begins like the one before it and ends with it; quicker to find out than where."""
    words = text.lower().split()
    return any(two.startswith(one) and not two[len(one) : len(one) + 1].isalpha() for one, two in pairwise(words))


def _is_mistake(pair: re.Match[str], before: str, lang: str) -> bool:
    """Names may have a word twice, so capital letters count only at the beginning of a sentence and in German."""
    first, second = pair[1], pair[2]
    if second.islower():
        alike = first == second or not before.strip()
    else:
        alike = first == second and len(first) > 1 and lang.partition("-")[0] == _NOUNS_HAVE_CAPITALS
    return alike and is_doubled_by_mistake(
        second.lower(), before, lang, pair.string[pair.end() : pair.end() + _LOOK_AHEAD]
    )


RULE = Rule(
    name="doubled-word",
    severity=Severity.WARNING,
    why="It is left over from editing, and spelling checkers often pass over it, above all at the end of a line.",
    wrong="All teachers of the\nthe school can take part.",
    right="All teachers of the\nschool can take part.",
    text=check,
)
