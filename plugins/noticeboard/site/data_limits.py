"""How much a chart can show and still be read; a table shows the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noticeboard.sources.data_files import DataTable

MOST_CATEGORIES = {"bar": 20, "stacked": 20, "line": 60}
MOST_SERIES = 6
"""The number of patterns and colours that can be distinguished."""


def is_chartable(table: DataTable, chart: str) -> bool:
    """Whether a chart of that kind can show the table; only the table shows its totals."""
    parts = table.parts
    is_small = len(parts.rows) <= MOST_CATEGORIES.get(chart, 0) and len(parts.columns) <= MOST_SERIES
    return is_small and not has_negative_parts(table, chart)


def has_negative_parts(table: DataTable, chart: str) -> bool:
    """Whether parts of a whole are negative, which no bar of parts can show."""
    return chart == "stacked" and any(figure < 0 for figure in table.parts.figures())
