"""When what a page shows last changed, as its content says; never the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from noticeboard.site import Announcement, Source


def changed(item: Announcement, source: Source) -> date | None:
    """The day on which that version was published or, if it is later, updated; None if neither is stated."""
    return max((d for d in (item.facts.published, source.header.updated) if d), default=None)


def newest_change(items: Iterable[Announcement], lang: str) -> date | None:
    """The last day on which one of them changed, as readers of that language see them; None if none is stated."""
    shown = ((item, item.shown(lang)) for item in items)
    days = (changed(item, source) for item, source in shown if source)
    return max((d for d in days if d), default=None)
