"""A figure in a text that is almost one of the data beside it."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from noticeboard.checks.data_uses import data_uses
from noticeboard.checks.rule import Rule
from noticeboard.languages.numbers import figure_text
from noticeboard.markdown.render.parsed_text import PERCENT
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.render.parsed_text import DataUse
    from noticeboard.markdown.segments.version_profile import StatedValue
    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site, Source
    from noticeboard.sources.data_files import DataTable

_NEAR = Decimal(1)
"""Percentage points within which a figure was probably meant to be the one in the data."""

_WHOLE = Decimal(100)


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each percentage in a section with a data file that is a little off one in the file."""
    for source, use, _, table in data_uses(announcement, site):
        if use.unit != PERCENT and not any(table.percent):
            continue
        beside = [other for other in data_uses(announcement, site) if _are_beside(other[:2], source, use)]
        known = {figure for other in beside for figure in _derived(other[3])}
        for mark in _percentages(source, use):
            stated = Decimal(mark.value.removesuffix("%"))
            near = min(table.figures(), key=lambda figure: abs(figure - stated), default=stated)
            if stated not in known and abs(near - stated) <= _NEAR:
                message = "{stated} appears here; {file} has {figure}."
                said = figure_text(near, source.lang, percent=True)
                hint, location = "Correct the text or the file.", Location(source.path, mark.line, mark.column)
                yield RULE.problem(location, message, hint, stated=mark.words, file=use.file, figure=said)


def _are_beside(other: tuple[Source, DataUse], source: Source, use: DataUse) -> bool:
    return other[0] is source and _section(source, other[1].location.line) == _section(source, use.location.line)


def _section(source: Source, line: int) -> int:
    """The line of the heading above that line, 0 if there is none."""
    profile = source.profile
    headings = (at for at, kind in zip(profile.lines, profile.shape, strict=False) if kind == "h" and at <= line)
    return max(headings, default=0)


def _percentages(source: Source, use: DataUse) -> Iterator[StatedValue]:
    section = _section(source, use.location.line)
    for mark in source.profile.marks:
        if mark.kind == "figure" and mark.value.endswith("%") and _section(source, mark.line) == section:
            yield mark


def _derived(table: DataTable) -> Iterator[Decimal]:
    """The figures of a table and what texts make of them: rounded, the rest to 100, sums in a row, differences."""
    for figure in table.figures():
        yield from (figure, figure.quantize(Decimal(1)), _WHOLE - figure)
    for row in table.rows:
        present = [figure for figure in row.figures if figure is not None]
        yield from (a + b for a, b in combinations(present, 2))
        yield from (abs(a - b) for a, b in combinations(present, 2))
    for column in zip(*(row.figures for row in table.rows), strict=True):
        present = [figure for figure in column if figure is not None][:_WHOLE_COLUMN]
        yield from (a + b for a, b in combinations(present, 2))
        yield from (abs(a - b) for a, b in combinations(present, 2))


_WHOLE_COLUMN = 60
"""Rows whose pairs are compared; texts hardly compare single pairs of a longer table."""

RULE = Rule(
    name="figure-beside-data",
    severity=Severity.WARNING,
    why="A reader who compares the text with the chart beside it cannot know which of the two is right.",
    wrong="87 % of the schools beside a chart in which they are 86 %",
    right="86 % of the schools in both",
    announcement=check,
)
