"""Words of links that do not say where they lead: "here", "click on this link", "read more"."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TypedDict

_ENDS = " \t\n\u00a0\u202f.,:;!?…\"'“”„«»‘’‹›()[]<>→⇒▶►–—-"  # noqa: RUF001 - the marks that people write
_WORD = re.compile(r"[^\s\u00a0\u202f,:;()…–—]+")  # noqa: RUF001 - a dash of that length parts words


class LinkWords(TypedDict):
    """A language's table: phrases, words of which one is needed, and words that may be beside them."""

    phrases: list[str]
    telling: str
    beside: str


def says_nothing(words: str, lang: str) -> bool:
    """Whether the words of a link do not say where it leads; never for a language that is not listed."""
    table = link_words().get(lang.partition("-")[0])
    said = " ".join(words.strip(_ENDS).lower().replace("’", "'").split())  # noqa: RUF001 - as people write it
    if not table or not said:
        return False
    found = _WORD.findall(said)
    telling, beside = _patterns(lang.partition("-")[0])
    known = all(telling.fullmatch(word) or beside.fullmatch(word) for word in found)
    return said in table["phrases"] or (known and any(telling.fullmatch(word) for word in found))


@cache
def link_words() -> dict[str, LinkWords]:
    """The tables of link_words.toml by language."""
    return tomllib.loads(files("noticeboard.languages").joinpath("link_words.toml").read_text(encoding="utf-8"))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = link_words()[language]
    return _one_of(table["telling"]), _one_of(table["beside"])


def _one_of(words: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in words.split()))
