"""A date that is another one in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.comparison.difference_problems import DifferenceTexts, difference_problems
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site

TEXTS = DifferenceTexts(
    both="The date is {here} here, but {there} in {other}, line {line}.",
    extra="The date {here} appears here, but nowhere in {other}.",
    missing="The date {there} of {other}, line {line}, is missing here.",
    many="{count} dates differ between this text and {other}: {marks}.",
)


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each date that differs, or one for a version in which many do."""
    return difference_problems(RULE, announcement, site, "date", TEXTS)


RULE = Rule(
    name="differing-dates",
    severity=Severity.WARNING,
    why="Readers of one language come a day or a month too late.",
    wrong="19 February in en.md, 19 maart in nl.md",
    right="19 February in en.md, 19 februari in nl.md",
    announcement=check,
)
