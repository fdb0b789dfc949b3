"""The order of announcements in lists."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct, field

from noticeboard.site.lifecycle import State, begins, closing, state

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from noticeboard.site import Announcement


OPEN, UPCOMING, CLOSED = range(3)
"""The parts of a list, in their order."""


MOST = 200
"""The most announcements of a year on one page of a list; more take long to load and to read."""


class ListingOrder(Struct, frozen=True):
    """The order of one site's announcements at one aware instant; whole days are days in the zone.

    `_groups` and `_ranks` cache the part and the place of each announcement by key, because a build asks for them
    some 70 times.
    """

    now: datetime
    zone: ZoneInfo
    _groups: dict[str, int] = field(default_factory=dict)
    _ranks: dict[str, tuple[int, float, str]] = field(default_factory=dict)

    def group(self, item: Announcement) -> int:
        """The part of a list that shows it: OPEN, UPCOMING or CLOSED, in this order."""
        if item.key not in self._groups:
            found = state(item.facts, self.now, self.zone)
            self._groups[item.key] = {State.UPCOMING: UPCOMING, State.CLOSED: CLOSED}.get(found, OPEN)
        return self._groups[item.key]

    def running(self, item: Announcement) -> bool:
        """Whether the announcement is upcoming or open."""
        return self.group(item) != CLOSED

    def ahead(self, items: Iterable[Announcement]) -> list[Announcement]:
        """Open ones, then upcoming ones, each by deadline; then the others, the newest first. Equal ones are by key."""
        return sorted(items, key=self._rank)

    def newest(self, items: Iterable[Announcement]) -> list[Announcement]:
        """The newest first, then by key. Their state does not count, so the order stays when a deadline passes."""
        return sorted(items, key=self._age)

    def _rank(self, item: Announcement) -> tuple[int, float, str]:
        if item.key not in self._ranks:
            self._ranks[item.key] = self._ranked(item)
        return self._ranks[item.key]

    def _ranked(self, item: Announcement) -> tuple[int, float, str]:
        group = self.group(item)
        closes = closing(item.facts, self.zone)
        if closes is not None and group != CLOSED:
            return group, closes.timestamp(), item.key
        return CLOSED, *self._age(item)

    def _age(self, item: Announcement) -> tuple[float, str]:
        published = item.facts.published
        return -begins(published, self.zone).timestamp() if published else 0.0, item.key


def by_year(items: Iterable[Announcement]) -> dict[str, list[Announcement]]:
    """The announcements by the year of their publication, the newest year first.

    If a year has more than MOST, its page holds the newest month, and each earlier month has a page of its own.
    """
    dated = sorted((a for a in items if a.facts.published), key=_year, reverse=True)
    found: dict[str, list[Announcement]] = {}
    for year, group in groupby(dated, key=_year):
        found |= _parts(year, list(group))
    return found


def _parts(year: str, items: list[Announcement]) -> dict[str, list[Announcement]]:
    """A year's announcements by year, or by year ("2026", its newest month) and month ("2026-03")."""
    if len(items) <= MOST:
        return {year: items}
    months = groupby(sorted(items, key=_month, reverse=True), key=_month)
    (_, newest), *earlier = [(month, list(group)) for month, group in months]
    return {year: newest, **dict(earlier)}


def _month(item: Announcement) -> str:
    return f"{item.facts.published:%Y-%m}" if item.facts.published else ""


def _year(item: Announcement) -> str:
    return f"{item.facts.published.year:04}" if item.facts.published else ""
