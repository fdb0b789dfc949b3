"""The words of a document and of the text that was made of it, compared one by one."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = re.compile(r"\w+(?:[’'.,:-]\w+)*")  # noqa: RUF001 - an apostrophe
_MOST = 1500
"""Words that are compared in their order; where more differ, their numbers are."""


class WordDifference(NamedTuple):
    """Words that are in one of the two texts only, in the order of that text: each entry is a run of them."""

    lost: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


def compared(source: str, made: str) -> WordDifference:
    """What differs, words compared as letters and digits, without regard to how they are set."""
    one, other = _words(source), _words(made)
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    if not (one or other):
        return WordDifference()
    if max(len(one), len(other)) > _MOST:
        return WordDifference(_surplus(one, other), _surplus(other, one))
    moves = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    lost = [" ".join(one[a:b]) for tag, a, b, _, _ in moves if tag in ("delete", "replace")]
    added = [" ".join(other[a:b]) for tag, _, _, a, b in moves if tag in ("insert", "replace")]
    return _without_moved(lost, added)


def _without_moved(lost: list[str], added: list[str]) -> WordDifference:
    """The difference without runs that are at another place, such as footnotes."""
    left = list(added)
    gone = []
    for run in lost:
        if run in left:
            left.remove(run)
        else:
            gone.append(run)
    still = _surplus(" ".join(gone).split(), " ".join(left).split())
    more = _surplus(" ".join(left).split(), " ".join(gone).split())
    return WordDifference(still, more)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("\u2011", "-").replace("’", "'")  # noqa: RUF001
    return _WORD.findall(plain)


def _surplus(one: list[str], other: list[str]) -> tuple[str, ...]:
    """The runs of words that are in the one more often than in the other."""
    counts: dict[str, int] = {}
    for word in other:
        counts[word] = counts.get(word, 0) + 1
    runs: list[list[str]] = []
    follows = False
    for word in one:
        if counts.get(word, 0):
            counts[word] -= 1
            follows = False
        elif follows:
            runs[-1].append(word)
        else:
            runs.append([word])
            follows = True
    return tuple(" ".join(run) for run in runs)
