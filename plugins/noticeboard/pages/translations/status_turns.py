"""When the pages for translators next change by themselves: promises come near and are broken, surveys end."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.site.lifecycle import begins, day_of
from noticeboard.site.translation_tasks import SOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from noticeboard.site import Announcement, Site

_DAY = timedelta(days=1)


def next_turn(site: Site, now: datetime) -> datetime | None:
    """The next instant after now at which a version's state or its place in the order of work changes; None if never.

    None too where pages for translators are switched off.
    """
    if not site.settings.translation_pages:
        return None
    zone = ZoneInfo(site.settings.time_zone)
    days = (day for item in site.every.values() if item.versions for day in _days(item, zone))
    return min((instant for instant in (begins(day, zone) for day in days) if instant > now), default=None)


def _days(item: Announcement, zone: ZoneInfo) -> Iterator[date]:
    """The days on which a state or the order of tasks changes (see translation_state.py and translation_tasks.py)."""
    for lang, expected in item.facts.expected:
        if lang not in item.versions:
            yield expected - SOON
            yield expected + _DAY
    deadline = item.facts.deadline
    if deadline is not None:
        yield day_of(deadline, zone) + _DAY
