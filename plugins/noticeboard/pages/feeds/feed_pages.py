"""What is new, for feed readers: whole texts per language and per kind, summaries per term."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from noticeboard.pages import addresses
from noticeboard.pages.documents import FeedPage
from noticeboard.pages.feeds.feed_channels import channels
from noticeboard.pages.feeds.feed_entries import FeedEntries
from noticeboard.pages.persistent_ids import feed_id
from noticeboard.pages.views.page import Page
from noticeboard.pages.views.view_parts import Alternate

if TYPE_CHECKING:
    from noticeboard.pages.documents import FeedEntry
    from noticeboard.pages.feeds.feed_channels import FeedChannel
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.site import Announcement

NEWEST = 20
"""How many announcements a feed holds, so that none grows with the site."""


def feed_pages(edition: LocaleContext) -> list[Page]:
    """Every feed of the edition's language; none if the site's own address is not known."""
    if not edition.site.settings.siteurl:
        return []
    entries = FeedEntries(edition)
    return [_page(edition, channel, entries, form) for channel in channels(edition) for form in channel.forms]


def _page(edition: LocaleContext, channel: FeedChannel, entries: FeedEntries, form: str) -> Page:
    path, newest = addresses.feed(channel.locate(edition.lang), form), entries.newest(channel.items, NEWEST)
    made = edition.inputs.page(edition.lang, path, *(edition.inputs.version(edition.lang, item) for item in newest))
    return Page(path, "", edition.lang, partial(_view, edition, channel, newest, entries, form), made)


def _view(
    edition: LocaleContext, channel: FeedChannel, newest: tuple[Announcement, ...], entries: FeedEntries, form: str
) -> FeedPage:
    path, settings = addresses.feed(channel.locate(edition.lang), form), edition.site.settings
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
        alternates=_elsewhere(edition, channel, form),
        entries=told if channel.full else tuple(map(_summary, told)),
        form=form,
    )


def _summary(entry: FeedEntry) -> FeedEntry:
    return replace(entry, content="")


def _elsewhere(edition: LocaleContext, channel: FeedChannel, form: str) -> tuple[Alternate, ...]:
    """The same feed in other languages."""
    return tuple(
        Alternate(lang, edition.absolute(addresses.feed(channel.locate(lang), form)))
        for lang in channel.languages
        if lang != edition.lang
    )
