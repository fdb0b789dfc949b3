"""What is new, for feed readers: whole texts per language and per kind, summaries per term."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from noticeboard.pages import addresses
from noticeboard.pages.channels import channels
from noticeboard.pages.documents import FeedPage
from noticeboard.pages.entries import Entries
from noticeboard.pages.identity import feed_id
from noticeboard.pages.views import Alternate, Page

if TYPE_CHECKING:
    from noticeboard.pages.channels import Channel
    from noticeboard.pages.documents import Entry
    from noticeboard.pages.edition import Edition
    from noticeboard.site import Announcement

NEWEST = 20
"""How many announcements a feed holds, so that none grows with the site."""


def feed_pages(edition: Edition) -> list[Page]:
    """Every feed of the edition's language; none where the site's own address is not known."""
    if not edition.site.settings.siteurl:
        return []
    entries = Entries(edition)
    return [_page(edition, channel, entries) for channel in channels(edition)]


def _page(edition: Edition, channel: Channel, entries: Entries) -> Page:
    path, newest = addresses.feed(channel.locate(edition.lang)), entries.newest(channel.items, NEWEST)
    made = edition.inputs.page(edition.lang, path, *(edition.inputs.version(edition.lang, item) for item in newest))
    return Page(path, "", edition.lang, partial(_view, edition, channel, newest, entries), made)


def _view(edition: Edition, channel: Channel, newest: tuple[Announcement, ...], entries: Entries) -> FeedPage:
    path, settings = addresses.feed(channel.locate(edition.lang)), edition.site.settings
    told = tuple(map(entries.entry, newest))
    return FeedPage(
        lang=edition.lang,
        id=feed_id(settings, edition.lang, channel.name),
        title=channel.title,
        subtitle=edition.text(settings.tagline),
        author=edition.text(settings.publisher) or edition.platform,
        updated=told[0].updated,
        home=edition.absolute(channel.locate(edition.lang)),
        href=edition.absolute(path),
        alternates=_elsewhere(edition, channel),
        entries=told if channel.full else tuple(map(_summary, told)),
    )


def _summary(entry: Entry) -> Entry:
    return replace(entry, content="")


def _elsewhere(edition: Edition, channel: Channel) -> tuple[Alternate, ...]:
    """The same feed in other languages."""
    return tuple(
        Alternate(lang, edition.absolute(addresses.feed(channel.locate(lang))))
        for lang in channel.languages
        if lang != edition.lang
    )
