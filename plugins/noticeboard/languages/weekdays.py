"""Names of weekdays in texts, from CLDR through Babel."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from noticeboard.languages.locales import is_known, locale

if TYPE_CHECKING:
    from datetime import date

_WORD = re.compile(r"[^\W\d_]+")
_DROPPED, _ADDED = 2, 4
"""How many letters an ending of a weekday's name may replace, and how many it may have."""

_LEAST = 3


def names_weekday(text: str, day: date, tag: str) -> bool:
    """Whether a text in that language names the day's weekday, with whatever ending: "on Sunday", "vasárnapig"."""
    words = _WORD.findall(text.casefold())
    return any(_agree(word, name) for word in words for name in _names(tag, day.weekday()))


@cache
def _names(tag: str, number: int) -> frozenset[str]:
    """The words of the name of a weekday, 0 for Monday, that are its own and no other day's."""
    if not is_known(tag):
        return frozenset()
    days = locale(tag).days
    names = {n: set(_WORD.findall(days["format"]["wide"][n].casefold())) for n in range(7)}
    others = set().union(*(words for n, words in names.items() if n != number))
    return frozenset(word for word in names[number] - others if len(word) >= _LEAST)


def _agree(word: str, name: str) -> bool:
    stem = max(len(name) - _DROPPED, _LEAST)
    return word[:stem] == name[:stem] and len(word) <= len(name) + _ADDED
