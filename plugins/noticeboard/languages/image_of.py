"""How an alternative text begins that says "image of" or "photo of", in each language (image_of.toml)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


def says_image_of(alt: str, lang: str) -> str:
    """The words at the beginning of an alternative text that only say that it is a picture, or ""."""
    pattern = _pattern(lang.partition("-")[0])
    found = pattern.match(alt.replace("’", "'")) if pattern else None  # noqa: RUF001 - as people write it
    return found[0].strip(" ,:") if found else ""


@cache
def image_words() -> dict[str, dict[str, str]]:
    """The tables of image_of.toml by language."""
    return tomllib.loads(files("noticeboard.languages").joinpath("image_of.toml").read_text(encoding="utf-8"))


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    table = image_words().get(language)
    if table is None:
        return None
    articles, pictures = _one_of(table["articles"]), _one_of(table["pictures"])
    words = " ".join(word for word in table["of"].split() if word != "*")
    # An apostrophe ends a word without a space after it: "d'élèves".
    follows = r"\s*:\s" + (rf"|,?\s(?:{_one_of(words)})(?:(?!\w)|(?<='))" if words else "")
    follows += r"|\s(?=[^\W\d_])" if "*" in table["of"].split() else ""
    front = rf"(?:(?:{articles})(?:\s|(?<=')))?" if articles else ""
    inside = _one_of(table["in_picture"])
    return re.compile(rf"{front}(?:{pictures})(?:{follows})|(?:{inside})(?!\w)", re.IGNORECASE)


def _one_of(words: str) -> str:
    """What matches one of the words, the longest first."""
    found = sorted(words.split(), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\*", r"\w*").replace("_", r"\s") for word in found)
