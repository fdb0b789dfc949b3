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
    """The entries of one edition's feeds, each made once."""

    def __init__(self, edition: LocaleContext) -> None:
        """Takes the edition, whose site's address must be known."""
        self._edition = edition
        self._made: dict[str, FeedEntry] = {}

    def newest(self, items: Iterable[Announcement], most: int) -> tuple[Announcement, ...]:
        """Those that changed last, as this edition's readers see them, the latest first."""
        shown = [(item, source) for item in items if (source := item.shown(self._edition.lang))]
        latest = sorted(shown, key=lambda pair: pair[0].key)
        latest.sort(key=lambda pair: _day(*pair), reverse=True)
        return tuple(item for item, _ in latest[:most])

    def entry(self, item: Announcement) -> FeedEntry:
        """The entry of one that this edition's readers see."""
        if item.key not in self._made:
            self._made[item.key] = _entry(self._edition, item)
        return self._made[item.key]


def _day(item: Announcement, source: Source) -> date:
    """The day of the last change; what is listed has one."""
    return changed(item, source) or date.min


def _entry(edition: LocaleContext, item: Announcement) -> FeedEntry:
    card, source = cards(edition, (item,))[0], item.shown(edition.lang)
    assert source is not None  # noqa: S101 - feeds hold only what is shown
    return FeedEntry(
        id=entry_id(edition.site.settings, item, source.lang),
        title=card.title,
        summary=card.summary,
        content=content(edition, item, source),
        published=_instant(edition, item.facts.published),
        updated=_instant(edition, changed(item, source)),
        href=edition.absolute(addresses.announcement(edition.lang, item)),
        alternates=_versions(edition, item) if source.lang == edition.lang else (),
        categories=tuple(_categories(edition, item)),
    )


def _instant(edition: LocaleContext, day: date | None) -> str:
    return edition.instant(begins(day, edition.zone) if day else None)


def _versions(edition: LocaleContext, item: Announcement) -> tuple[Alternate, ...]:
    """The language versions; a feed has no word for a default one."""
    return tuple(a for a in version_alternates(edition, item).alternates if a.hreflang != "x-default")


def _categories(edition: LocaleContext, item: Announcement) -> Iterable[Category]:
    used = dict(item.facts.terms)
    for vocabulary in edition.site.vocabularies:
        known = vocabulary.by_id
        name = scheme(edition.site.settings, vocabulary.name)
        for term_id in used.get(vocabulary.name, ()):
            yield Category(term_id, name, edition.term_text(known[term_id]))
