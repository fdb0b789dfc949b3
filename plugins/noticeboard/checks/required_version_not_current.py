"""An announcement that is held back until its versions in required languages are current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import Rule
from noticeboard.checks.stated import stated
from noticeboard.currency import Currency, standing
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.currency import Standing
    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site

_GOOD = frozenset({Currency.ORIGINAL, Currency.CURRENT})


def found(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """A problem for each required language whose version readers would see outdated, unstamped or not at all.

    Only where `require_current` asks for it; a preview with drafts publishes nothing, so nothing is held back there.
    """
    settings = site.settings
    if not settings.require_current or settings.show_drafts or announcement.key not in site.announcements:
        return
    for lang in settings.required_languages:
        how = standing(announcement.as_seen, lang, site.today)
        if lang in announcement.wanted and how.state not in _GOOD:
            yield _problem(announcement, how)


def _problem(announcement: Announcement, how: Standing) -> Problem:
    source = announcement.versions.get(how.lang)
    if source is None:
        what = "The version in a required language is missing: {language}."
        todo = "Add it, or name the languages that the announcement is meant for in `languages`."
        return RULE.found(stated(announcement, "published"), what, todo, language=how.lang)
    todo = "Bring it up to date, then run `noticeboard stamp {name} {language}`."
    place, values = source.place("translates"), {"name": announcement.name, "language": how.lang}
    if how.state is Currency.UNSTAMPED:
        what = "Whether this version is current is not known: it carries no stamp of its original."
        return RULE.found(place, what, todo, **values)
    what = "Since this version was made, its original has changed: {changed} of {segments} parts."
    return RULE.found(place, what, todo, **values, changed=how.changed, segments=how.segments)


RULE = Rule(
    name="required-version-not-current",
    severity=Severity.ERROR,
    why="The platform has asked that nothing be published before the required languages say what the original says.",
    wrong="require_current: true and required_languages: [en, fr] in platform.yml, and an fr.md older than its en.md",
    right="the same, and an fr.md that was brought up to date and stamped",
    announcement=found,
)
