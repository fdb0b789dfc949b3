"""Percentages of a whole that do not add up to it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from noticeboard.checks.data_uses import data_uses
from noticeboard.checks.rule import Rule
from noticeboard.markdown.render.parsed_text import PERCENT
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site
    from noticeboard.sources.data_files import DataRow

_WHOLE = Decimal(100)


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each row of a chart of parts in percent whose figures are not 100 together."""
    seen: set[str] = set()
    for _, use, file, table in data_uses(announcement, site):
        in_percent = use.unit == PERCENT or all(table.parts.percent)
        if use.chart != "stacked" or not in_percent or file.path in seen:
            continue
        seen.add(file.path)
        for row in table.parts.rows:
            total = sum((f for f in row.figures if f is not None), Decimal(0))
            if abs(total - _WHOLE) > _rounding(row):
                message = "The figures of “{label}” add up to {total} %, not to 100 %."
                hint = "Correct the figures, or add what is missing as a column of its own."
                location = Location(file.origin, row.line)
                yield RULE.problem(location, message, hint, label=row.label, total=total)


def _rounding(row: DataRow) -> Decimal:
    """How far the sum of rounded figures can be from that of the exact ones: half of the last digit for each."""
    figures = [figure for figure in row.figures if figure is not None]
    places = max((-int(figure.as_tuple().exponent) for figure in figures), default=0)
    return Decimal(len(figures)) / 2 * Decimal(10) ** -max(places, 0)


RULE = Rule(
    name="incomplete-percentages",
    severity=Severity.WARNING,
    why="Readers take a bar of parts for the whole, so a wrong or missing part makes all others look wrong.",
    wrong="Mentors have time;12 %;19 %;27 %;32 %",
    right="Mentors have time;12 %;19 %;27 %;42 %",
    announcement=check,
)
