"""A chart that has too much to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.data_uses import data_uses
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity
from noticeboard.site.data_limits import MOST_CATEGORIES, MOST_SERIES, has_negative_parts, is_chartable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each use of a data file that is shown as a table though a chart was asked for."""
    for _, use, _, table in data_uses(announcement, site):
        if not use.chart or is_chartable(table, use.chart):
            continue
        if has_negative_parts(table, use.chart):
            message = "{file} has figures below zero, which a bar of parts cannot show, so only the table is shown."
            yield RULE.problem(use.location, message, "Write chart=bar, or correct the figures.", file=use.file)
            continue
        message = (
            "{file} has {rows} rows and {columns} columns of figures, too many for a chart, so only the table is shown."
        )
        hint = "Keep to {categories} rows and {series} columns, or leave out chart=…."
        values = {"rows": len(table.parts.rows), "columns": len(table.parts.columns), "file": use.file}
        most = {"categories": MOST_CATEGORIES.get(use.chart, 0), "series": MOST_SERIES}
        yield RULE.problem(use.location, message, hint, **values, **most)


RULE = Rule(
    name="crowded-chart",
    severity=Severity.WARNING,
    why="Bars, colours and patterns can only be told apart where there are few of them.",
    wrong="![Most agree.](municipalities.csv){chart=bar} with 290 rows",
    right="![Most agree.](counties.csv){chart=bar} with 20 rows, or ![Most agree.](municipalities.csv) as a table",
    announcement=check,
)
