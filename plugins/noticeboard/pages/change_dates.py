"""When what a page shows last changed, as its content says; never the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from noticeboard.site import Announcement, Source


def changed(item: Announcement, source: Source) -> date | None:
    """The day on which that version was published or, if it is later, updated; None if neither is stated."""
    published, updated = item.facts.published, source.header.updated
    return max(published, updated) if published and updated else published or updated


def change_days(items: Iterable[Announcement], lang: str) -> dict[str, date | None]:
    """The day on which each announcement last changed for readers of that language, by key; None if none is stated."""
    return {item.key: changed(item, source) for item in items if (source := item.shown(lang))}


def newest_change(days: Mapping[str, date | None], items: Iterable[Announcement]) -> date | None:
    """The latest day in `days` (see change_days) on which one of the announcements changed; None if none is stated."""
    return max((day for item in items if (day := days[item.key])), default=None)
