"""Views of files that are not HTML, one class per kind of file; formats/ makes their bytes.

Every `href` is absolute unless it says otherwise; instants are ISO 8601 with an offset from UTC.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.pages.translations.status_documents import StatusFile, StatusIndex

if TYPE_CHECKING:
    from datetime import date, datetime

    from noticeboard.model import Text
    from noticeboard.pages.views.view_parts import Alternate


class Category(Struct, frozen=True):
    """A term that an entry is filed under: its id, the name of its vocabulary, and its label."""

    term: str
    scheme: str
    label: Text


class FeedEntry(Struct, frozen=True):
    """One announcement in a feed. `content` is the whole text as HTML, "" if the feed has summaries only.

    `alternates` are its language versions; empty if the text is borrowed from another language.
    """

    id: str
    title: Text
    summary: Text | None
    content: str
    published: str
    updated: str
    href: str
    alternates: tuple[Alternate, ...]
    categories: tuple[Category, ...]


class FeedPage(Struct, frozen=True):
    """A feed: what is new in one language, of all kinds, of one kind or for one term.

    `form` names the format of its file (addresses.FEED_FILES). `home` is the address of the page that shows the same,
    `href` the feed's own, `alternates` are those of the same feed in other languages.
    """

    lang: str
    id: str
    title: Text
    subtitle: Text | None
    author: Text
    updated: str
    home: str
    href: str
    alternates: tuple[Alternate, ...]
    entries: tuple[FeedEntry, ...]
    form: str = "atom"


class Event(Struct, frozen=True):
    """A deadline or an event in a calendar: days, or instants in the platform's zone. `href` is "" if not known.

    `ends` is the last day of an event, or the instant at which it ends; None for a deadline. `place` is where it is,
    None if it is not stated. `sequence` counts how often the day was moved (RFC 5545, section 3.8.7.4), and
    `reminder` says how many days before readers are reminded. `created` and `changed` are instants; both come from
    the content's dates.
    """

    uid: str
    title: Text
    description: Text | None
    when: date | datetime
    created: datetime | None
    changed: datetime | None
    href: str
    ends: date | datetime | None = None
    place: Text | None = None
    sequence: int = 0
    reminder: int = 0


class CalendarPage(Struct, frozen=True):
    """A calendar of deadlines (RFC 5545) in one language. `name` is None for that of a single deadline.

    `zone` is the time zone of instants by its IANA name, `since` the year of the first entry.
    """

    lang: str
    name: Text | None
    zone: str
    since: int
    events: tuple[Event, ...]


class SitemapUrl(Struct, frozen=True):
    """An address in a sitemap, the day of its last change (ISO 8601, "" if not known) and its language versions."""

    href: str
    changed: str
    alternates: tuple[Alternate, ...] = ()


class SitemapPage(Struct, frozen=True):
    """The addresses of one language (sitemaps.org, protocol 0.9)."""

    lang: str
    locations: tuple[SitemapUrl, ...]


class SitemapIndexPage(Struct, frozen=True):
    """The addresses of all sitemaps; it has no language."""

    sitemaps: tuple[SitemapUrl, ...]
    lang: str = ""


class RobotsPage(Struct, frozen=True):
    """The rules for crawlers (RFC 9309): all may read everything, except for those in `refused`.

    `sitemap` is "" if its address is not known.
    """

    sitemap: str
    refused: tuple[str, ...] = ()
    lang: str = ""


Document = FeedPage | CalendarPage | SitemapPage | SitemapIndexPage | RobotsPage | StatusIndex | StatusFile
