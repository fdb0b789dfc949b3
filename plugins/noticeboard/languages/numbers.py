"""Numbers, percentages and plural forms in a language, from CLDR through Babel."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import format_decimal, format_percent

from noticeboard.languages.language_data import language_data
from noticeboard.languages.locales import locale
from noticeboard.languages.plural_rules import plural_categories, plural_forms_header, plural_index

__all__ = ["number", "percent", "plural_categories", "plural_forms_header", "plural_index"]

_SMALLEST_GROUP = 3


def number(n: float | Decimal, tag: str) -> str:
    """The number with the language's separators: 12345 is "12.345" (nl), "12 345" (fr); es leaves 1234 ungrouped."""
    digits = len(str(abs(int(n))))
    grouped = digits >= _SMALLEST_GROUP + language_data(tag).grouping
    return format_decimal(n, locale=locale(tag), group_separator=grouped)


def percent(fraction: float | Decimal, tag: str) -> str:
    """A fraction of 1 as whole percent, half rounded up: 0.125 is "13 %" (sv), "13%" (nl)."""
    exact = Decimal(str(fraction)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return format_percent(exact, locale=locale(tag))
