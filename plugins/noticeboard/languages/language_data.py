"""What the program knows of each language: languages.toml, and CLDR for the rest.

Native names, directions and locales are CLDR's, through Babel; those of the languages that are shipped stand in the
table as well, as every build names all of a platform's languages and loading Babel's data of each takes longer than
all else that it does with them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from noticeboard.languages.locales import locale, name_in
from noticeboard.languages.tables import table
from noticeboard.languages.tags import is_tag, shortened

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["OFFICIAL", "Direction", "LanguageData", "Quotes", "is_tag", "language_data"]

Direction = Literal["ltr", "rtl"]
Quotes = tuple[str, str, str, str]
EN_DASH = "\N{EN DASH}"

OFFICIAL = (
    *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr"),
    *("hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"),
)
"""The 24 official languages of the European Union (Regulation No 1/1958, Article 1), by code."""


class LanguageData(Struct, frozen=True):
    """One language. `quotes` are the outer marks, opening and closing, and the inner ones.

    `native_name` is the language's name in itself with a capital first letter, `locale` Babel's id of its locale.
    `grouping` is the least number of digits before the first separator of a number, `dash` what joins the ends of a
    range of numbers.
    """

    tag: str
    native_name: str
    direction: Direction
    quotes: Quotes
    locale: str
    grouping: int = 1
    dash: str = EN_DASH


_NEUTRAL = "\u201c\u201d\u2018\u2019"
"""The marks of CLDR's root locale."""


@cache
def language_data(tag: str, native_name: str | None = None) -> LanguageData:
    """The facts of a language, for any well-formed tag; `native_name` is what a platform calls it, if it says so.

    A tag that is not in the table takes the facts of its shortened form (`de-AT` those of `de`); one that
    CLDR does not know is neutral and its own name. Raises ValueError for text that is not a language tag.
    """
    if not is_tag(tag):
        message = f"not a language tag: {tag!r}"
        raise ValueError(message)
    found = locale(tag)
    own = [table("languages")[t] for t in shortened(tag) if t in table("languages")]
    row = {key: value for known in reversed(own) for key, value in known.items() if key != "name"}
    named = table("languages").get(tag, {})
    marks = row.get("quotes", _NEUTRAL)
    return LanguageData(
        tag=tag,
        native_name=native_name or named.get("name") or _native_name(tag, found),
        direction=named.get("direction", "ltr") if "name" in named else _direction(found),
        quotes=(marks[0], marks[1], marks[2], marks[3]),
        locale=str(found),
        grouping=row.get("grouping", 1),
        dash=row.get("dash", EN_DASH),
    )


def _direction(found: Locale) -> Direction:
    return "rtl" if found.text_direction == "rtl" else "ltr"


def _native_name(tag: str, found: Locale) -> str:
    """CLDR's name with a capital first letter, as lists of languages have it (CLDR's contextTransforms)."""
    name = name_in(tag, found) or tag
    return name[0].title() + name[1:] if name != tag else tag
