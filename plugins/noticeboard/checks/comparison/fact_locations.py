"""Where the versions of an announcement state a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noticeboard.model import Location
    from noticeboard.site import Announcement


def stated(announcement: Announcement, fact: str) -> Location:
    """The place of a fact in the first version, by language code, that states it; else the first version's start."""
    locations = (s.locations[(fact,)] for s in announcement.sources if (fact,) in s.locations)
    return next(locations, announcement.sources[0].location())
