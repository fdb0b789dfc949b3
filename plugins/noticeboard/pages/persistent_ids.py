"""Permanent ids of announcements in feeds and calendars, whatever becomes of title and address.

They are made of the first address of the platform and of the first folder of the announcement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from noticeboard.settings import Settings
    from noticeboard.site import Announcement

SINCE = "2026"
"""The date in every tag URI: the year from which names are given in this form (RFC 4151, section 2.1)."""

UNKNOWN = "noticeboard.invalid"
"""The host in the names of a platform whose address is not known (RFC 2606, section 2)."""


def entry_id(settings: Settings, item: Announcement, lang: str) -> str:
    """The name of one language version: tag:example.org,2026:surveys/school-mentoring/sv (RFC 4151)."""
    return _tag(settings, f"{_first_key(item)}/{lang}")


def feed_id(settings: Settings, lang: str, name: tuple[str, ...]) -> str:
    """The name of a feed, for the list of that name; () is the feed of all that is new in the language."""
    # A colon is in no name of a kind, so no entry can have the name of a feed.
    return _tag(settings, "/".join((f"feed:{lang}", *name)))


def work_id(settings: Settings, item: Announcement, lang: str, state: str) -> str:
    """The name of what is to be done for one language version in that state."""
    return _tag(settings, f"{_first_key(item)}/{lang}/work:{state}")


def scheme(settings: Settings, vocabulary: str) -> str:
    """The name of a vocabulary, which is the same in all languages."""
    return _tag(settings, f"vocabulary:{vocabulary}")


def event_uid(settings: Settings, item: Announcement) -> str:
    """The name of an announcement's deadline, the same in all languages (RFC 5545, section 3.8.4.7).

    A calendar that takes the deadline in a second language replaces the entry and does not double it.
    """
    host, path = _origin(settings)
    return f"{path}{_first_key(item)}/deadline@{host}"


def _tag(settings: Settings, name: str) -> str:
    host, path = _origin(settings)
    return f"tag:{host},{SINCE}:{path}{name}"


def _origin(settings: Settings) -> tuple[str, str]:
    """The host and the path of the platform's first address, the path without a slash in front."""
    parts = urlsplit(settings.first_address or settings.siteurl)
    path = parts.path.strip("/")
    return parts.hostname or UNKNOWN, f"{path}/" if path else ""


def _first_key(item: Announcement) -> str:
    """The announcement's oldest key: that of its first former address, else the present one."""
    oldest = next(iter(item.facts.moved_from), item.key)
    return oldest if "/" in oldest else f"{item.kind.name}/{oldest}"
