"""An announcement that is held back until its versions in required languages are current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.comparison.fact_locations import stated
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity
from noticeboard.site.translation_state import TranslationState, version_state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site
    from noticeboard.site.translation_state import VersionState

_GOOD = frozenset({TranslationState.ORIGINAL, TranslationState.CURRENT})


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """A problem for each required language whose version readers would see outdated, unstamped or not at all.

    Only where `require_current` asks for it; a preview with drafts publishes nothing, so nothing is held back there.
    """
    settings = site.settings
    if not settings.require_current or settings.show_drafts or announcement.key not in site.announcements:
        return
    for lang in settings.required_languages:
        how = version_state(announcement.as_seen, lang, site.today)
        if lang in announcement.wanted and (how.state not in _GOOD or how.behind):
            yield _problem(announcement, how)


def _problem(announcement: Announcement, how: VersionState) -> Problem:
    source = announcement.versions.get(how.lang)
    if source is None:
        message = "The version in a required language is missing: {language}."
        hint = "Add it, or name the languages that the announcement is meant for in `languages`."
        return RULE.problem(stated(announcement, "published"), message, hint, language=how.lang)
    hint = "Bring it up to date, then run `noticeboard stamp {name} {language}`."
    location, values = source.location("translates"), {"name": announcement.name, "language": how.lang}
    if how.state is TranslationState.UNSTAMPED:
        message = "Whether this version is current is not known: it carries no stamp of its original."
        return RULE.problem(location, message, hint, **values)
    if how.state in _GOOD:
        message = "The version that this one translates, '{behind}', is not current itself."
        hint = "Bring that one up to date, then this one, and stamp both with `noticeboard stamp`."
        return RULE.problem(location, message, hint, behind=how.behind)
    message = "Since this version was made, its original has changed: {changed} of {segments} parts."
    return RULE.problem(location, message, hint, **values, changed=how.changed, segments=how.segments)


RULE = Rule(
    name="required-version-not-current",
    severity=Severity.ERROR,
    why="The platform has asked that nothing be published before the required languages say what the original says.",
    wrong="require_current: true and required_languages: [en, fr] in platform.yml, and an fr.md older than its en.md",
    right="the same, and an fr.md that was brought up to date and stamped",
    announcement=check,
)
