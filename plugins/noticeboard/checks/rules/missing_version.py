"""A link that names a text which does not exist: ../mentoring/fr.md if there is no fr.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.render.parsed_text import LinkUse
    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each such link; that the announcement itself does not exist is another problem."""
    for source in announcement.sources:
        for link in source.text.links:
            if link.version and not _exists(link, site):
                message = "There is no file {path}."
                hint = "Link to the folder of an announcement: readers get the text in their own language."
                path = f"{link.value}/{link.version}.md".removeprefix("/")
                yield RULE.problem(link.location, message, hint, path=path)


def _exists(link: LinkUse, site: Site) -> bool:
    """Whether the text exists, or not even its announcement or list; outside of announcements there are no texts."""
    target = site.every.get(link.value)
    if link.kind == "announcement":
        return target is None or link.version in {source.lang for source in target.sources}
    return link.kind == "listing" and not any(kind.name == link.value and kind.listed for kind in site.settings.kinds)


RULE = Rule(
    name="missing-version",
    severity=Severity.ERROR,
    why="A link to a text that was renamed, removed or never written may lead elsewhere than its author thinks.",
    wrong="[results in French](../../results/mentoring/fr.md) without such a file",
    right="[results](../../results/mentoring/)",
    announcement=check,
)
