"""(Published deadlines, Site) -> announcements whose deadline moved without a note."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.model import warning
from noticeboard.site.lifecycle import begins, ends

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from noticeboard.model import Problem
    from noticeboard.site.records import Announcement, Site

NAME = "moved-deadline"


def answerable(site: Site) -> tuple[Announcement, ...]:
    """The published announcements whose deadline is still to come, except for those that silence the problem."""
    zone = ZoneInfo(site.settings.time_zone)
    today = begins(site.today, zone)
    return tuple(
        item
        for item in site.announcements.values()
        if item.facts.deadline is not None and ends(item.facts.deadline, zone) > today and not _is_silenced(item)
    )


def _is_silenced(item: Announcement) -> bool:
    return any(name == NAME for source in item.sources for name, _ in source.header.ignore)


def is_other(one: date | datetime, other: date | datetime, site: Site) -> bool:
    """Whether two deadlines end at different instants."""
    zone = ZoneInfo(site.settings.time_zone)
    return ends(one, zone) != ends(other, zone)


def moved_problems(former: Mapping[str, date | datetime], site: Site) -> tuple[Problem, ...]:
    """A warning for each announcement whose former deadline, by its key, is not the one that `extended_from` states."""
    return tuple(problem for item in answerable(site) if item.key in former for problem in _problem(item, former, site))


def _problem(item: Announcement, former: Mapping[str, date | datetime], site: Site) -> Iterator[Problem]:
    before, now, stated = former[item.key], item.facts.deadline, item.facts.extended_from
    if now is None or not is_other(before, now, site):
        return
    zone = ZoneInfo(site.settings.time_zone)
    message = "The deadline that was published is {former}, and here it is {deadline}."
    hint = "Write `extended_from: {former}`, so that readers, feeds and calendars are told."
    if ends(before, zone) > ends(now, zone):
        hint = "Readers count on it: leave it as it was, or say so in the text and silence this in `ignore`."
    elif stated is not None and not is_other(stated, before, site):
        return
    location = next(s.locations[("deadline",)] for s in item.sources if ("deadline",) in s.locations)
    yield warning(location, NAME, message, hint, former=_written(before), deadline=_written(now))


def _written(value: date | datetime) -> str:
    """A day or an instant as it is in the front matter."""
    return value.isoformat().removesuffix(":00").replace(":00+", "+").replace(":00-", "-")
