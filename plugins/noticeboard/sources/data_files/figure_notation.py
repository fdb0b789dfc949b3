"""A cell -> a figure, in the two notations of Europe: with a decimal comma or with a decimal point."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_BLANKS = " \u00a0\u202f\u2009"
_SIGNS = "+\\-\u2212\u2013"
_NUMBER = r"""(?P<sign>[{signs}]?)[ \u00a0]?
    (?P<whole>[0-9]{{1,3}}(?:(?P<group>[{groups}])[0-9]{{3}}(?:(?P=group)[0-9]{{3}}){{0,5}})|[0-9]{{1,18}}|(?={decimal}[0-9]))
    (?:{decimal}(?P<part>[0-9]{{1,12}}))?"""
_FIGURE = r"(?P<before>%[ \u00a0\u202f]?)?" + _NUMBER + r"(?P<after>[ \u00a0\u202f]?%)?"
_MISSING = frozenset({"", "-", "\u2013", "\u2014", ":", ".", "..", "...", "\u2026", "n/a", "na", "n.a."})
"""Cells that mean "no figure", in small letters; ":" is Eurostat's."""


class WrittenFigure(NamedTuple):
    """A figure as it is written: its value, and whether it has a percent sign."""

    value: Decimal
    percent: bool


def _compiled(decimal: str, groups: str) -> re.Pattern[str]:
    form = _FIGURE.format(signs=_SIGNS, groups=f"{groups}{_BLANKS}'\u2019", decimal=re.escape(decimal))
    return re.compile(form, re.VERBOSE)


NOTATIONS = {",": _compiled(",", "."), ".": _compiled(".", ",")}
"""The notations by their decimal sign."""


def is_missing(text: str) -> bool:
    """Whether a cell says that there is no figure."""
    return text.lower() in _MISSING


def figure(text: str, decimal: str) -> WrittenFigure | None:
    """The figure in the notation of that decimal sign; None for what is not a figure in it."""
    found = NOTATIONS[decimal].fullmatch(text)
    if not found or (found["before"] and found["after"]) or (found["group"] and found["whole"].startswith("0")):
        return None
    digits = "".join(c for c in found["whole"] if c.isdigit())
    sign = "-" if found["sign"] in ("-", "\u2212", "\u2013") else ""
    value = Decimal(f"{sign}{digits or 0}.{found['part']}") if found["part"] else Decimal(f"{sign}{digits}")
    return WrittenFigure(value, bool(found["before"] or found["after"]))
