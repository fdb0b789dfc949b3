"""What is new, for feed readers: whole texts per language and per kind, summaries per term."""

from __future__ import annotations

from dataclasses import replace
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

NEWEST = 20
"""How many announcements a feed holds, so that none grows with the site."""


def feed_pages(edition: Edition) -> list[Page]:
    """Every feed of the edition's language; none where the site's own address is not known."""
    if not edition.site.settings.siteurl:
        return []
    entries = Entries(edition)
    return [_page(edition, channel, entries) for channel in channels(edition)]


def _page(edition: Edition, channel: Channel, entries: Entries) -> Page:
    path, settings = addresses.feed(channel.locate(edition.lang)), edition.site.settings
    newest = entries.newest(channel.items, NEWEST)
    view = FeedPage(
        lang=edition.lang,
        id=feed_id(settings, edition.lang, channel.name),
        title=channel.title,
        subtitle=edition.text(settings.tagline),
        author=edition.text(settings.publisher) or edition.platform,
        updated=newest[0].updated,
        home=edition.absolute(channel.locate(edition.lang)),
        href=edition.absolute(path),
        alternates=_elsewhere(edition, channel),
        entries=newest if channel.full else tuple(map(_summary, newest)),
    )
    return Page(path, "", view)


def _summary(entry: Entry) -> Entry:
    return replace(entry, content="")


def _elsewhere(edition: Edition, channel: Channel) -> tuple[Alternate, ...]:
    """The same feed in other languages."""
    return tuple(
        Alternate(lang, edition.absolute(addresses.feed(channel.locate(lang))))
        for lang in channel.languages
        if lang != edition.lang
    )
