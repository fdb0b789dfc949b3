"""A text that is in another language than its file says."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from noticeboard.checks.comparison.version_families import copies, in_work
from noticeboard.checks.rule import Rule
from noticeboard.languages.guess import MODULE
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site, Source


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each language that a version should not be in, at the first passage in it."""
    foreign = [s for s in announcement.sources if s.profile.foreign and not in_work(s)]
    if not foreign:
        return
    copied = copies(announcement, site)
    for source in foreign:
        if source.path not in copied:
            yield from _of_version(source, _shared(announcement, source))


def _shared(announcement: Announcement, source: Source) -> set[int]:
    """The first lines of blocks with a sentence that another version has too, which another rule reports."""
    others = {p for s in announcement.sources if s is not source for p, _, _ in s.profile.prints}
    lines = source.profile.lines
    return {lines[max(bisect_right(lines, line) - 1, 0)] for p, line, _ in source.profile.prints if p in others}


def _of_version(source: Source, told: set[int]) -> Iterator[Problem]:
    passages = sorted((language, line) for line, language in source.profile.foreign if line not in told)
    for language, found in groupby(passages, key=itemgetter(0)):
        lines = [line for _, line in found]
        values = {"language": language, "own": source.lang, "count": len(lines) - 1}
        message = "This passage seems to be in another language ({language}) than the file says ({own})."
        if len(lines) > 1:
            message = (
                "This passage and {count} more seem to be in another language ({language}) than the file says ({own})."
            )
        hint = "Translate it, mark it (*words*{lang={language}}), or give the file the name of its language."
        yield RULE.problem(Location(source.path, lines[0]), message, hint, **values)


RULE = Rule(
    name="other-language",
    severity=Severity.WARNING,
    why="Readers meet a text in a language that they may not know, and screen readers read it with the wrong voice.",
    source="WCAG 2.2, success criteria 3.1.1 Language of Page and 3.1.2 Language of Parts",
    wrong="a Swedish text as da.md",
    right="a Danish text as da.md",
    announcement=check,
    needs=MODULE,
)
