"""A figure or percentage that is another one in another language."""

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
    both="The figure is {here} here, but {there} in {other}, line {line}.",
    extra="The figure {here} appears here, but nowhere in {other}.",
    missing="The figure {there} of {other}, line {line}, is missing here.",
    many="{count} figures differ between this text and {other}: {marks}.",
)


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each figure that differs, or one for a version in which many do."""
    return difference_problems(RULE, announcement, site, "figure", TEXTS)


RULE = Rule(
    name="differing-figures",
    severity=Severity.WARNING,
    why="Readers of two languages are told two different results, and nobody can say which of them is right.",
    wrong="87 % of the schools in en.md, 86 % in nl.md",
    right="87 % in both",
    announcement=check,
)
