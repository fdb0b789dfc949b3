"""How a language writes numbers, dates and times, as far as reading them needs it."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from noticeboard.languages.locales import locale
from noticeboard.languages.tags import shortened

_QUOTED = re.compile("'[^']*'")
_NOTHING = re.compile(r"(?!)")

_BEFORE_HOUR = {
    "da": r"kl|klokken",
    "et": r"kell",
    "fi": r"klo|kello",
    "it": r"ore",
    "lv": r"plkst|pulksten",
    "nb": r"kl|klokken",
    "nn": r"kl|klokka",
    "no": r"kl|klokken",
    "pl": r"godz|godzin[aąeęy]",
    "ro": r"ora",
    "sv": r"kl|klockan",
}
"""Words after which a bare number is an hour of the clock."""

_AFTER_HOUR = {
    "cs": r"hod\b",
    "de": r"Uhr\b",
    "en": r"o['\u2019]clock\b",
    "hu": r"ór(?:akor|áig|ától|ára)\b",
    "lt": r"val\b",
    "sk": r"hod\b",
}
"""Words before which a bare number is an hour of the clock. Words that can also mean a duration are none."""


class Notation(Struct, frozen=True):
    """A language's habits: its decimal character, and what dates look like.

    `dotted` says that days are written with a full stop ("19. februar"), `year_first` that dates begin with the year,
    `month_first` that the day may follow the month. `before_hour` matches the end of the text in front of an hour,
    `after_hour` the text after one.
    """

    decimal: str
    dotted: bool
    year_first: bool
    month_first: bool
    before_hour: re.Pattern[str]
    after_hour: re.Pattern[str]


@cache
def notation(tag: str) -> Notation:
    """The notation of a language, from CLDR's number symbols and long date, and the words that go with hours."""
    symbols = locale(tag).number_symbols
    pattern = _QUOTED.sub("", locale(tag).date_formats["long"].pattern)
    before, after = _word(_BEFORE_HOUR, tag), _word(_AFTER_HOUR, tag)
    return Notation(
        decimal=symbols.get("latn", symbols)["decimal"],
        dotted="d." in pattern,
        year_first=pattern.lstrip().startswith("y"),
        month_first=pattern.find("M") < pattern.find("d") or locale(tag).language == "en",
        before_hour=re.compile(rf"(?<!\w)(?:{before})\.?\s+\Z", re.IGNORECASE) if before else _NOTHING,
        after_hour=re.compile(rf"\s?(?:{after})") if after else _NOTHING,
    )


def _word(table: dict[str, str], tag: str) -> str:
    return next((table[t] for t in shortened(tag) if t in table), "")
