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
    for edition in every:
        pages += announcement_pages(edition)
        pages += listing_pages(edition)
        pages += term_pages(edition)
        pages += statement_pages(edition)
        pages += search_pages(edition)
        pages.append(front_page(edition))
        pages += not_found_pages(edition)
        pages += feed_pages(edition)
        pages += calendar_pages(edition)
        pages += translation_pages(edition)
        if edition.lang == site.settings.default_language:
            pages += [chooser_page(edition), not_found_page(edition)]
    pages += crawler_pages(every, pages)
    return tuple(sorted(pages, key=lambda p: p.path))


def locale_contexts(site: Site, catalogues: Catalogues, now: datetime, assets: Assets) -> tuple[LocaleContext, ...]:
    """The site's edition in every offered language at that aware instant; what they share is made once."""
    order = ListingOrder(now, ZoneInfo(site.settings.time_zone))
    shelves, between = build_archive(site, order), dict[str, AlternateLinks]()
    inputs, related = CacheKeys(site, catalogues, order, shelves, assets), RelatedSurveys(site, order)
    return tuple(
        LocaleContext(site, lang, catalogues, order, shelves, assets, inputs, between, related)
        for lang in site.settings.languages
    )
