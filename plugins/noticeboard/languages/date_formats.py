"""How a language writes dates and times: dates.toml, else CLDR through Babel."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from babel.dates import parse_pattern

from noticeboard.languages.locales import is_known, locale
from noticeboard.languages.tables import entry

if TYPE_CHECKING:
    from babel.dates import DateTimePattern

Width = Literal["full", "long", "short"]


@cache
def has_months(tag: str) -> bool:
    """Whether CLDR has names of months for the language; root numbers them M01 to M12."""
    return is_known(tag) and locale(tag).months["format"]["wide"][1] != "M01"


@cache
def date_pattern(tag: str, width: Width) -> DateTimePattern:
    r"""CLDR\'s pattern of a date; for `short` the medium one if the short one has a year of two digits."""
    formats = locale(tag).date_formats
    two_digits = width == "short" and "yy" in formats["short"].pattern.replace("yyyy", "y")
    found: DateTimePattern = formats["medium" if two_digits else width]
    return found


def moment_format(tag: str, hour: int) -> str:
    """How a date and a time in that hour are written together, with places {date}, {time} and {at}."""
    own = entry("dates", tag)
    found = own.get("at_one") if hour == 1 else None
    return str(found or own.get("moment") or _cldr_moment(tag))


@cache
def _cldr_moment(tag: str) -> str:
    pattern = str(locale(tag).datetime_formats["long"]).replace("'", "")
    return pattern.replace("{0}", "{time}").replace("{1}", "{date}")


@cache
def clock_pattern(tag: str) -> DateTimePattern:
    """The table's time, else CLDR's short one, or its 24-hour skeleton where that has a period of the day (el, ar)."""
    own = entry("dates", tag).get("time")
    if own:
        return parse_pattern(own)
    found: DateTimePattern = locale(tag).time_formats["short"]
    return found if "H" in found.pattern else locale(tag).datetime_skeletons["Hm"]
