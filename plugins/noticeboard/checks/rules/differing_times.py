"""A time of the clock that is another one in another language."""

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
    both="The time is {here} here, but {there} in {other}, line {line}.",
    extra="The time {here} appears here, but nowhere in {other}.",
    missing="The time {there} of {other}, line {line}, is missing here.",
    many="{count} times differ between this text and {other}: {marks}.",
)


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each time that differs, or one for a version in which many do."""
    return difference_problems(RULE, announcement, site, "time", TEXTS)


RULE = Rule(
    name="differing-times",
    severity=Severity.WARNING,
    why="Readers of one language come too early or too late.",
    wrong="17:00 in en.md, 16.00 in sv.md",
    right="17:00 in en.md, 17.00 in sv.md",
    announcement=check,
)
