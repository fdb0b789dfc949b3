"""Differences between versions -> problems."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.checks.comparison.value_differences import differences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from noticeboard.checks.comparison.value_differences import Difference
    from noticeboard.checks.rule import Rule
    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site

MOST = 5
"""The most differences of a version that are reported one by one; one with more probably translates another text."""


class DifferenceTexts(NamedTuple):
    """The templates for one kind of difference; they may name {here}, {there}, {other} and {line}.

    `both`: there is another value in its place. `extra`: the other version has none. `missing`: this version has none.
    `many`: more than MOST; it names {count}, {other} and {marks}.
    """

    both: str
    extra: str
    missing: str
    many: str


def difference_problems(
    rule: Rule, announcement: Announcement, site: Site, kind: str, texts: DifferenceTexts
) -> Iterator[Problem]:
    """A problem for each value of a kind ("date", "figure", "time") that differs, or one for a version with many."""
    for found in differences(announcement, site, kind):
        yield from _of_version(rule, found, texts)


def _of_version(rule: Rule, found: Sequence[Difference], words: DifferenceTexts) -> Iterator[Problem]:
    if len(found) > MOST:
        marks = ", ".join(mark.words for mark in (d.here or d.there for d in found) if mark)
        location, other = min(d.location for d in found), found[0].other.path
        hint = "Compare both texts from the beginning: one of them seems to be older."
        yield rule.problem(location, words.many, hint, count=len(found), other=other, marks=marks)
    else:
        for difference in found:
            yield _one(rule, difference, words)


def _one(rule: Rule, found: Difference, words: DifferenceTexts) -> Problem:
    location, here, there, other = found
    values = {"other": other.path}
    values |= {"here": here.words} if here else {}
    values |= {"there": there.words, "line": str(there.line)} if there else {}
    if here and there:
        return rule.problem(
            location, words.both, "Find out which of the two is right, and write it in both texts.", **values
        )
    if here:
        hint = "Find out whether it belongs here, and write the same in both texts."
        return rule.problem(location, words.extra, hint, **values)
    return rule.problem(location, words.missing, "Add it, or find out whether it belongs there.", **values)
