"""Site -> all its pages, in the order of their paths."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.pages.alternates import AlternateLinks
from noticeboard.pages.announcements.announcement_pages import announcement_pages
from noticeboard.pages.announcements.related_surveys import RelatedSurveys
from noticeboard.pages.cache_keys import CacheKeys
from noticeboard.pages.calendars.calendar_pages import calendar_pages
from noticeboard.pages.feeds.feed_pages import feed_pages
from noticeboard.pages.front.front_page import chooser_page, front_page, not_found_page, not_found_pages
from noticeboard.pages.front.statement_page import statement_pages
from noticeboard.pages.listings.archive import build_archive
from noticeboard.pages.listings.listing_order import ListingOrder
from noticeboard.pages.listings.listing_pages import listing_pages, term_pages
from noticeboard.pages.locale_context import LocaleContext
from noticeboard.pages.search.search_page import search_pages
from noticeboard.pages.sitemaps.sitemap_pages import crawler_pages
from noticeboard.pages.translations.translation_pages import translation_pages

if TYPE_CHECKING:
    from datetime import datetime

    from noticeboard.pages.page_assets import Assets
    from noticeboard.pages.views.page import Page
    from noticeboard.site import Site
    from noticeboard.sources.catalogue import Catalogues


def build_pages(site: Site, catalogues: Catalogues, now: datetime, assets: Assets) -> tuple[Page, ...]:
    """Every page of the site at that aware instant, in every offered language."""
    pages: list[Page] = []
    every = locale_contexts(site, catalogues, now, assets)
    for locale in every:
        pages += announcement_pages(locale)
        pages += listing_pages(locale)
        pages += term_pages(locale)
        pages += statement_pages(locale)
        pages += search_pages(locale)
        pages.append(front_page(locale))
        pages += not_found_pages(locale)
        pages += feed_pages(locale)
        pages += calendar_pages(locale)
        pages += translation_pages(locale)
        if locale.lang == site.settings.default_language:
            pages += [chooser_page(locale), not_found_page(locale)]
    pages += crawler_pages(every, pages)
    return tuple(sorted(pages, key=lambda p: p.path))


def locale_contexts(site: Site, catalogues: Catalogues, now: datetime, assets: Assets) -> tuple[LocaleContext, ...]:
    """The site in every offered language at that aware instant; the contexts share what is the same in all of them."""
    order = ListingOrder(now, ZoneInfo(site.settings.time_zone))
    archive, alternates = build_archive(site, order), dict[str, AlternateLinks]()
    cache_keys, related = CacheKeys(site, catalogues, order, archive, assets), RelatedSurveys(site, order)
    return tuple(
        LocaleContext(site, lang, catalogues, order, archive, assets, cache_keys, alternates, related)
        for lang in site.settings.languages
    )
