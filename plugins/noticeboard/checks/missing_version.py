"""A link that names a text which does not exist: ../mentoring/fr.md where there is no fr.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site


def found(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each such link; that the announcement itself does not exist is another problem."""
    for source in announcement.sources:
        for link in source.text.links:
            target = site.every.get(link.value)
            if link.version and target and link.version not in {s.lang for s in target.sources}:
                what = "There is no file {version}.md in {announcement}."
                todo = "Link to the folder alone: readers get the text in their own language."
                yield RULE.found(link.place, what, todo, version=link.version, announcement=link.value)


RULE = Rule(
    name="missing-version",
    severity=Severity.ERROR,
    why="A link to a text that was renamed, removed or never written may lead elsewhere than its author thinks.",
    wrong="[results in French](../../results/mentoring/fr.md) without such a file",
    right="[results](../../results/mentoring/)",
    announcement=found,
)
