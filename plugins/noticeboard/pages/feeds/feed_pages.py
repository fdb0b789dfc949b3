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


def feed_pages(locale: LocaleContext) -> list[Page]:
    """Every feed of the context's language; none if the site's own address is not known."""
    if not locale.site.settings.siteurl:
        return []
    entries = FeedEntries(locale)
    return [_page(locale, channel, entries, form) for channel in channels(locale) for form in channel.forms]


def _page(locale: LocaleContext, channel: FeedChannel, entries: FeedEntries, form: str) -> Page:
    path, newest = addresses.feed(channel.locate(locale.lang), form), entries.newest(channel.items, NEWEST)
    key = locale.cache_keys.page(locale.lang, path, *(locale.cache_keys.version(locale.lang, item) for item in newest))
    return Page(path, "", locale.lang, partial(_view, locale, channel, newest, entries, form), key)


def _view(
    locale: LocaleContext, channel: FeedChannel, newest: tuple[Announcement, ...], entries: FeedEntries, form: str
) -> FeedPage:
    path, settings = addresses.feed(channel.locate(locale.lang), form), locale.site.settings
    shown = tuple(map(entries.entry, newest))
    return FeedPage(
        lang=locale.lang,
        id=feed_id(settings, locale.lang, channel.name),
        title=channel.title,
        subtitle=locale.text(settings.tagline),
        author=locale.text(settings.publisher) or locale.platform,
        updated=shown[0].updated,
        home=locale.absolute(channel.locate(locale.lang)),
        href=locale.absolute(path),
        alternates=_elsewhere(locale, channel, form),
        entries=shown if channel.full else tuple(map(_summary, shown)),
        form=form,
    )


def _summary(entry: FeedEntry) -> FeedEntry:
    return replace(entry, content="")


def _elsewhere(locale: LocaleContext, channel: FeedChannel, form: str) -> tuple[Alternate, ...]:
    """The same feed in other languages."""
    return tuple(
        Alternate(lang, locale.absolute(addresses.feed(channel.locate(lang), form)))
        for lang in channel.languages
        if lang != locale.lang
    )
