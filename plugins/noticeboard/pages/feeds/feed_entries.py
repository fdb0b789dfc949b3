"""Announcements as entries of feeds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from noticeboard.pages import addresses
from noticeboard.pages.announcements.version_alternates import version_alternates
from noticeboard.pages.change_dates import changed
from noticeboard.pages.documents import Category, FeedEntry
from noticeboard.pages.feeds.feed_content import content
from noticeboard.pages.listings.cards import cards
from noticeboard.pages.persistent_ids import entry_id, scheme
from noticeboard.site.lifecycle import begins

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.pages.views.view_parts import Alternate
    from noticeboard.site import Announcement, Source


class FeedEntries:
    """The entries of the feeds in one language, each made once."""

    def __init__(self, locale: LocaleContext) -> None:
        """Takes the locale, whose site's address must be known."""
        self._locale = locale
        self._made: dict[str, FeedEntry] = {}

    def newest(self, items: Iterable[Announcement], most: int) -> tuple[Announcement, ...]:
        """Those that changed last, as readers of the language see them, the latest first."""
        shown = [(item, source) for item in items if (source := item.shown(self._locale.lang))]
        latest = sorted(shown, key=lambda pair: pair[0].key)
        latest.sort(key=lambda pair: _day(*pair), reverse=True)
        return tuple(item for item, _ in latest[:most])

    def entry(self, item: Announcement) -> FeedEntry:
        """The entry of an announcement that readers of the language can see."""
        if item.key not in self._made:
            self._made[item.key] = _entry(self._locale, item)
        return self._made[item.key]


def _day(item: Announcement, source: Source) -> date:
    """The day of the last change; the first day of all if none is stated."""
    return changed(item, source) or date.min


def _entry(locale: LocaleContext, item: Announcement) -> FeedEntry:
    card, source = cards(locale, (item,))[0], item.shown(locale.lang)
    assert source is not None  # noqa: S101 - feeds hold only what is shown
    return FeedEntry(
        id=entry_id(locale.site.settings, item, source.lang),
        title=card.title,
        summary=card.summary,
        content=content(locale, item, source),
        published=_instant(locale, item.facts.published),
        updated=_instant(locale, changed(item, source)),
        href=locale.absolute(addresses.announcement(locale.lang, item)),
        alternates=_versions(locale, item) if source.lang == locale.lang else (),
        categories=tuple(_categories(locale, item)),
    )


def _instant(locale: LocaleContext, day: date | None) -> str:
    return locale.instant(begins(day, locale.zone) if day else None)


def _versions(locale: LocaleContext, item: Announcement) -> tuple[Alternate, ...]:
    """The language versions without x-default, for which feeds have no word."""
    return tuple(a for a in version_alternates(locale, item).alternates if a.hreflang != "x-default")


def _categories(locale: LocaleContext, item: Announcement) -> Iterable[Category]:
    used = dict(item.facts.terms)
    for vocabulary in locale.site.vocabularies:
        known = vocabulary.by_id
        name = scheme(locale.site.settings, vocabulary.name)
        for term_id in used.get(vocabulary.name, ()):
            yield Category(term_id, name, locale.term_text(known[term_id]))
