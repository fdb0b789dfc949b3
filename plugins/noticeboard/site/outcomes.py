"""The surveys that results belong to: the names in `results_of`, resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.site.records import Announcement


def named_announcements(name: str, every: Mapping[str, Announcement]) -> list[Announcement]:
    """What a name in `results_of` can mean, by key: what has a deadline, or an event, and is called so.

    A name with its kind in front, such as consultations/mentoring, means that one alone.
    """
    if "/" in name:
        return [every[name]] if name in every else []
    found = (item for item in every.values() if item.name == name)
    return [item for item in found if item.facts.deadline is not None or item.facts.starts is not None]


def told_announcements(item: Announcement, every: Mapping[str, Announcement]) -> list[Announcement]:
    """The announcements whose results these are, in the order of their names; unknown names are left out."""
    found = (named_announcements(name, every) for name in item.facts.results_of)
    return [items[0] for items in found if items]
