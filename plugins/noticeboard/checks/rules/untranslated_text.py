"""A sentence that is in two languages' versions word for word, so that one of them is not translated."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from noticeboard.checks.comparison.version_families import copies, in_work, originals_first
from noticeboard.checks.rule import Rule
from noticeboard.languages.guess import are_kin
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site, Source

Print = tuple[int, int, int]


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each passage that is left as it is in another version."""
    sources = announcement.sources
    every = [print_ for source in sources for print_, _, _ in source.profile.prints]
    if len(set(every)) == len(every):
        return
    copied = copies(announcement, site)
    owners: dict[int, tuple[Source, Print]] = {}
    for source in originals_first(announcement, site):
        if source.path not in copied and not in_work(source):
            yield from _of_version(source, owners)


def _of_version(source: Source, owners: dict[int, tuple[Source, Print]]) -> Iterator[Problem]:
    told: set[int] = set()
    for found in source.profile.prints:
        owner, original = owners.setdefault(found[0], (source, found))
        block = bisect_right(source.profile.lines, found[1]) - 1
        if owner is not source and block not in told and not are_kin(owner.lang, source.lang):
            told.add(block)
            message = "This passage is word for word the same as in {other}, line {line}."
            hint = "Translate it; if it is meant to be in another language, mark it: *words*{lang={language}}."
            location, line = Location(source.path, *found[1:]), original[1]
            yield RULE.problem(location, message, hint, other=owner.path, line=line, language=owner.lang)


RULE = Rule(
    name="untranslated-text",
    severity=Severity.WARNING,
    why="Readers meet a passage in a language that they may not know, and screen readers read it with the wrong voice.",
    source="WCAG 2.2, success criterion 3.1.2 Language of Parts",
    wrong="Your school does not need a programme of its own. in sv.md",
    right="Skolan behöver inte ha något eget program. in sv.md",
    announcement=check,
)
