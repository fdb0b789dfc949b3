"""When a site next needs building."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.pages.translations.status_turns import next_turn
from noticeboard.site.lifecycle import next_of_all

if TYPE_CHECKING:
    from datetime import datetime

    from noticeboard.site import Site


def next_change(site: Site, now: datetime) -> datetime | None:
    """The next instant at which something appears, closes, leaves the calendar or becomes late; None without one."""
    facts = (a.facts for a in site.every.values() if a.versions)
    changes = (next_of_all(facts, now, ZoneInfo(site.settings.time_zone)), next_turn(site, now))
    return min((instant for instant in changes if instant), default=None)


def next_change_line(site: Site, now: datetime) -> str:
    """The next change (see next_change) as a line in UTC, such as "2026-12-18T23:00:00Z"; "" if there is none.

    Between now and then every build gives the same site.
    """
    change = next_change(site, now)
    return f"{change.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}\n" if change else ""
