"""A version that looks like a translation but does not say so, so that it is never reported as outdated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.comparison.version_families import originals_first
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site, Source

_BLOCKS = 4
"""A text of fewer blocks is built like many others."""


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each original that is built as the first one is and states the same figures and dates."""
    originals = [s for s in originals_first(announcement, site) if s.header.translates is None]
    for source in originals[1:]:
        if ("translates",) not in source.locations and _looks_alike(source, originals[0]):
            message = "This text looks like a translation of {other}, but does not say so."
            hint = "Add the line `translates: {language}`, or `translates: none` if it is an original of its own."
            language = originals[0].lang
            yield RULE.problem(source.location(), message, hint, other=originals[0].path, language=language)


def _looks_alike(one: Source, other: Source) -> bool:
    shape = one.profile.shape
    same = shape == other.profile.shape and one.profile.sizes == other.profile.sizes
    return same and len(shape) >= _BLOCKS and len(set(shape)) > 1 and _values(one) == _values(other)


def _values(source: Source) -> list[str]:
    return sorted(mark.value for mark in source.profile.marks)


RULE = Rule(
    name="unstated-translation",
    severity=Severity.WARNING,
    why="Nobody is told that the version is outdated when its original changes.",
    wrong="nl.md beside en.md, without `translates`",
    right="translates: en",
    announcement=check,
)
