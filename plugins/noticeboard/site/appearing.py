"""Announcements that are not published yet, because their day has not come."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from noticeboard.site.records import Announcement, Site


def appears_on(item: Announcement, today: date) -> date | None:
    """The day on which an unpublished announcement will appear; None for every other one."""
    published = item.facts.published
    return published if published is not None and published > today else None


def still_to_appear(site: Site) -> tuple[tuple[date, str], ...]:
    """The day on which each announcement appears that is to be published after today, and its key; in that order."""
    days = ((item.facts.published, key) for key, item in site.every.items())
    return tuple(sorted((day, key) for day, key in days if day is not None and day > site.today))
