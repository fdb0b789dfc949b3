"""A total that is not the sum of the figures above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.data_uses import data_uses
from noticeboard.checks.rule import Rule
from noticeboard.markdown.render.parsed_text import PERCENT
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site
    from noticeboard.sources.data_files import DataTable


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each column of whole numbers with a total that is not their sum."""
    seen: set[str] = set()
    for _, use, file, table in data_uses(announcement, site):
        if use.unit == PERCENT or table.total is None or file.path in seen:
            continue
        seen.add(file.path)
        for index, column in enumerate(table.columns):
            figures, total = _column(table, index), table.total.figures[index]
            if total is None or None in figures or table.percent[index]:
                continue
            numbers = [figure for figure in figures if figure is not None]
            if all(_is_whole(number) for number in (*numbers, total)) and sum(numbers) != total:
                message = "“{label}” of “{column}” is {total}; the rows above it add up to {sum}."
                values = {"label": table.total.label, "column": column, "total": total, "sum": sum(numbers)}
                location = Location(file.origin, table.total.line)
                yield RULE.problem(location, message, "Correct the figures, or name the row otherwise.", **values)


def _column(table: DataTable, index: int) -> list[Decimal | None]:
    return [row.figures[index] for row in table.rows[:-1]]


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()


RULE = Rule(
    name="wrong-total",
    severity=Severity.WARNING,
    why="Readers who add up the figures find that one of them must be wrong, and cannot know which.",
    wrong="Teachers;12\nHead teachers;7\nTotal;20",
    right="Teachers;12\nHead teachers;8\nTotal;20",
    announcement=check,
)
