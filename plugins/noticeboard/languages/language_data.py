"""What the program knows of each language: one table, and CLDR for the rest.

Sources. Native names, directions and locales are CLDR's, through Babel; those of the languages in the table stand here
as well, as every build names all of a platform's languages and loading Babel's data of each takes longer than all else
that it does with them. What Babel leaves out of CLDR stands here alone:

* Quotation marks: CLDR's delimiters (version 45), compared with the Publications Office of the European Union's
  table "Use of quotation marks in the different languages". Where they are not CLDR's, the choice and its reason:
  da »…« (Publications Office) with ›…‹ inside (Retskrivningsordbogen, § 58; CLDR has “…”); es «…» with “…” inside
  (Publications Office and Ortografía de la lengua española, 2010; CLDR has “…”); fr “…” inside (Publications
  Office; CLDR repeats «…»); hr „…” with ‚…’ inside (Publications Office; CLDR has „…“); nl “…” (Publications Office;
  CLDR has ‘…’ for both levels); ar «…» with ‹…› inside, which turn round with the direction of writing (Unicode's
  Bidi_Mirrored; CLDR has ”…“). Where the two differ and CLDR's were kept: all of en and ga, the inner marks of et,
  fi, lv and pl.
* Words between a date and a time: CLDR's dateTimeFormat of type "atTime", length long (version 48).
* Digits from which numbers are grouped: CLDR's minimumGroupingDigits (version 48): es writes 1234 but 12.345.
* The dash of ranges: an en dash, but a hyphen in es (Ortografía de la lengua española, 2010) and pt (CLDR). In da, it,
  nl and ro, where CLDR's range pattern has a hyphen too, the en dash of print is taken.
"""

# The marks themselves are the subject here, so characters that look like others are meant.
# ruff: noqa: RUF001, RUF002

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from noticeboard.languages.locales import locale, name_in
from noticeboard.languages.tags import is_tag, shortened

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["OFFICIAL", "Direction", "LanguageData", "Quotes", "is_tag", "language_data"]

Direction = Literal["ltr", "rtl"]
Quotes = tuple[str, str, str, str]

OFFICIAL = (
    *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr"),
    *("hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"),
)
"""The 24 official languages of the European Union (Regulation No 1, Article 1), by code."""


@dataclass(frozen=True, slots=True)
class LanguageData:
    """One language. `quotes` are the outer marks, opening and closing, and the inner ones.

    `native_name` is the language's name in itself with a capital first letter, `locale` Babel's id of its locale.
    `moment` has {1} for a date and {0} for a time, `grouping` is the least number of digits before the first
    separator of a number, `dash` what joins the ends of a range of numbers.
    """

    tag: str
    native_name: str
    direction: Direction
    quotes: Quotes
    locale: str
    moment: str = "{1}, {0}"
    grouping: int = 1
    dash: str = "–"


class _Row(NamedTuple):
    """What the table says of a language; `marks` are the four quotation marks in one string."""

    name: str
    marks: str
    moment: str
    grouping: int = 1
    dash: str = "–"
    direction: Direction = "ltr"


_ROWS = {
    "ar": _Row("العربية", "«»‹›", "{1} في {0}", direction="rtl"),
    "bg": _Row("Български", "„“„“", "{1} в {0}", 2),
    "cs": _Row("Čeština", "„“‚‘", "{1} v {0}"),
    "da": _Row("Dansk", "»«›‹", "{1} kl. {0}"),
    "de": _Row("Deutsch", "„“‚‘", "{1} um {0}"),
    "el": _Row("Ελληνικά", "«»“”", "{1} στις {0}"),
    "en": _Row("English", "“”‘’", "{1} at {0}"),
    "es": _Row("Español", "«»“”", "{1} a las {0}", 2, "-"),
    "et": _Row("Eesti", "„“‚‘", "{1}, kell {0}", 2),
    "fi": _Row("Suomi", "””’’", "{1} klo {0}"),
    "fr": _Row("Français", "«»“”", "{1} à {0}"),
    "ga": _Row("Gaeilge", "“”‘’", "{1} ag {0}"),
    "hr": _Row("Hrvatski", "„”‚’", "{1} u {0}"),
    "hu": _Row("Magyar", "„”»«", "{1} {0}", 2),
    "it": _Row("Italiano", "«»“”", "{1} alle ore {0}", 2),
    "lt": _Row("Lietuvių", "„“„“", "{1} {0}"),
    "lv": _Row("Latviešu", "“”‘’", "{1} {0}", 2),
    "mt": _Row("Malti", "“”‘’", "{1} {0}"),
    "nl": _Row("Nederlands", "“”‘’", "{1} om {0}"),
    "pl": _Row("Polski", "„”«»", "{1} {0}", 2),
    "pt": _Row("Português", "«»“”", "{1} às {0}", 2, "-"),
    "ro": _Row("Română", "„”«»", "{1} la {0}"),
    "sk": _Row("Slovenčina", "„“‚‘", "{1} o {0}"),
    "sl": _Row("Slovenščina", "„“‚‘", "{1} ob {0}", 2),
    "sv": _Row("Svenska", "””’’", "{1} kl. {0}"),
    "uk": _Row("Українська", "«»„“", "{1} о {0}"),
}
_NEIGHBOURS = {
    # Marks only; the rest is CLDR's.
    "ca": "«»“”",
    "is": "„“‚‘",
    "mk": "„“‚‘",
    "nb": "«»‘’",
    "nn": "«»‘’",
    "no": "«»‘’",
    "pt-BR": "“”‘’",
    "ru": "«»„“",
    "sq": "«»“”",
    "sr": "„“‘‘",
}
_NEUTRAL = "“”‘’"
"""The marks of CLDR's root locale."""


@cache
def language_data(tag: str, native_name: str | None = None) -> LanguageData:
    """The facts of a language, for any well-formed tag; `native_name` is what a platform calls it, if it says so.

    A tag that is not in the table takes the row of its shortened form (`de-AT` that of `de`) with CLDR's own data; one
    that CLDR does not know is neutral and its own name. Raises ValueError for text that is no language tag.
    """
    if not is_tag(tag):
        message = f"not a language tag: {tag!r}"
        raise ValueError(message)
    found = locale(tag)
    row = _ROWS.get(tag) or _row(tag, found)
    return LanguageData(
        tag=tag,
        native_name=native_name or row.name,
        direction=row.direction,
        quotes=(row.marks[0], row.marks[1], row.marks[2], row.marks[3]),
        locale=str(found),
        moment=row.moment,
        grouping=row.grouping,
        dash=row.dash,
    )


def _row(tag: str, found: Locale) -> _Row:
    """The row of the tag or its nearest shortened form, else one that CLDR fills as far as Babel carries it."""
    own = next((_NEIGHBOURS[t] for t in shortened(tag) if t in _NEIGHBOURS), "")
    row = next((_ROWS[t] for t in shortened(tag) if t in _ROWS), None)
    name = _native_name(tag, found)
    direction: Direction = "rtl" if found.text_direction == "rtl" else "ltr"
    if row is None:
        moment = str(found.datetime_formats["long"]).replace("'", "")
        return _Row(name, own or _NEUTRAL, moment, direction=direction)
    return row._replace(name=name, marks=own or row.marks, direction=direction)


def _native_name(tag: str, found: Locale) -> str:
    """CLDR's name with a capital first letter, as lists of languages have it (CLDR's contextTransforms)."""
    name = name_in(tag, found) or tag
    return name[0].title() + name[1:] if name != tag else tag
