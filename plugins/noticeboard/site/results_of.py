"""The surveys and events that the names in the key `results_of` mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.site.records import Announcement


def surveys_named(name: str, every: Mapping[str, Announcement]) -> list[Announcement]:
    """The announcements that a name can mean, by key: those of that name with a deadline, or events.

    A name with its kind in front, such as consultations/mentoring, means that one alone.
    """
    if "/" in name:
        return [every[name]] if name in every else []
    found = (item for item in every.values() if item.name == name)
    return [item for item in found if item.facts.deadline is not None or item.facts.starts is not None]


def surveys_of(item: Announcement, every: Mapping[str, Announcement]) -> list[Announcement]:
    """The announcements whose results `item` has, in the order of its `results_of`; unknown names are left out."""
    found = (surveys_named(name, every) for name in item.facts.results_of)
    return [items[0] for items in found if items]
