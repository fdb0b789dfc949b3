"""A survey that can be answered while a version in a required language is missing."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.checks.comparison.fact_locations import stated
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity
from noticeboard.site.lifecycle import State, state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """The problem of an open survey that lacks a language which `required_languages` names and it is meant for."""
    zone = ZoneInfo(site.settings.time_zone)
    morning = datetime.combine(site.today, time.min, zone)
    where = state(announcement.facts, morning, zone)
    if announcement.key not in site.announcements or where in (State.UPCOMING, State.CLOSED):
        return
    wanted = [lang for lang in site.settings.required_languages if lang in announcement.wanted]
    missing = [lang for lang in wanted if lang not in announcement.versions]
    if missing:
        message = "The survey is open, but these versions are missing: {languages}."
        hint = "Add them, or name the languages that the survey is meant for in `languages`."
        yield RULE.problem(stated(announcement, "deadline"), message, hint, languages=", ".join(sorted(missing)))


RULE = Rule(
    name="missing-language",
    severity=Severity.WARNING,
    why="The platform has promised these languages; their readers can answer now and find no text of their own.",
    wrong="required_languages: [en, fr] in platform.yml, and an open survey without fr.md",
    right="required_languages: [en, fr] in platform.yml, and an open survey with en.md and fr.md",
    announcement=check,
)
