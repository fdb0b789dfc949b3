"""How much a chart can show before it is a picture of nothing; a table shows the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noticeboard.sources.data_files import DataTable

MOST_CATEGORIES = {"bar": 20, "stacked": 20, "line": 60}
MOST_SERIES = 6
"""Patterns and colours that can be told apart."""


def is_chartable(table: DataTable, chart: str) -> bool:
    """Whether a chart of that kind can show the table."""
    return len(table.rows) <= MOST_CATEGORIES.get(chart, 0) and len(table.columns) <= MOST_SERIES
