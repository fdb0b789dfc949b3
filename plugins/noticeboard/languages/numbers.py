"""Numbers, percentages and plural forms in a language, from CLDR through Babel."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from noticeboard.languages.language_data import language_data
from noticeboard.languages.locales import locale
from noticeboard.languages.plural_rules import plural_categories, plural_forms_header, plural_index
from noticeboard.languages.spacing import NARROW, set_number_spaces

__all__ = ["figure_text", "file_size", "number", "percent", "plural_categories", "plural_forms_header", "plural_index"]

_SMALLEST_GROUP = 3
_KILO, _MEGA = 1_000, 1_000_000
_BYTE = re.compile("[Bb]yte")
"""What CLDR has in German, Italian and Portuguese, where people write the symbol (IEC 80000-13)."""


def number(n: float | Decimal, tag: str) -> str:
    """The number with the language's separators: 12345 is "12.345" (nl), "12 345" (fr); es leaves 1234 ungrouped."""
    digits = len(str(abs(int(n))))
    grouped = digits >= _SMALLEST_GROUP + language_data(tag).grouping
    return format_decimal(n, locale=locale(tag), group_separator=grouped)


def percent(fraction: float | Decimal, tag: str) -> str:
    """A fraction of 1 in whole percent, half rounded up: 0.125 is "13 %" (sv), "13%" (nl)."""
    exact = Decimal(str(fraction)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return set_number_spaces(format_percent(exact, locale=locale(tag)), tag)


def figure_text(value: Decimal, tag: str, *, percent: bool) -> str:
    """A figure with the decimals that it is given with: 12.50 is "12,50" (nl), with a percent sign "12,50 %" (sv)."""
    places = max(0, -int(value.as_tuple().exponent))
    pattern = f"#,##0.{'0' * places}" if places else "#,##0"
    if not percent:
        grouped = len(str(abs(int(value)))) >= _SMALLEST_GROUP + language_data(tag).grouping
        return format_decimal(value, pattern, locale=locale(tag), group_separator=grouped)
    own = locale(tag).percent_formats[None].pattern
    return set_number_spaces(format_percent(value / 100, own.replace("#,##0", pattern), locale=locale(tag)), tag)


def file_size(size: int, tag: str) -> str:
    """The size of a file in the largest unit that leaves a whole number (kB, MB): "12 kB", "1,2 Mo" (fr).

    Units are decimal (SI), as operating systems and browsers show them; one decimal from a megabyte on.
    """
    kilo = size < _MEGA
    many: int | Decimal = max(1, round(size / _KILO)) if kilo else Decimal(size / _MEGA).quantize(Decimal("0.1"))
    found = format_unit(many, "digital-kilobyte" if kilo else "digital-megabyte", "short", locale=locale(tag))
    return _BYTE.sub("B", found).replace(" ", NARROW).replace("\u00a0", NARROW)
