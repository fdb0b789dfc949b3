"""Site -> all its pages, in the order of their paths."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.pages.announcement import announcement_pages
from noticeboard.pages.calendars import calendar_pages
from noticeboard.pages.edition import Edition
from noticeboard.pages.feeds import feed_pages
from noticeboard.pages.front import chooser_page, front_page, not_found_page
from noticeboard.pages.inputs import Inputs
from noticeboard.pages.lists import listing_pages, term_pages
from noticeboard.pages.order import Order
from noticeboard.pages.search import search_pages
from noticeboard.pages.shared import Shared
from noticeboard.pages.shelves import fill
from noticeboard.pages.sitemaps import crawler_pages
from noticeboard.pages.statement import statement_pages
from noticeboard.pages.translations import translation_pages

if TYPE_CHECKING:
    from datetime import datetime

    from noticeboard.pages.frames import Assets
    from noticeboard.pages.views import Page
    from noticeboard.site import Site
    from noticeboard.sources.catalogue import Catalogues


def build_pages(site: Site, catalogues: Catalogues, now: datetime, assets: Assets) -> tuple[Page, ...]:
    """Every page of the site at that aware instant, in every offered language."""
    pages: list[Page] = []
    every = editions(site, catalogues, now, assets)
    for edition in every:
        pages += announcement_pages(edition)
        pages += listing_pages(edition)
        pages += term_pages(edition)
        pages += statement_pages(edition)
        pages += search_pages(edition)
        pages.append(front_page(edition))
        pages += feed_pages(edition)
        pages += calendar_pages(edition)
        pages += translation_pages(edition)
        if edition.lang == site.settings.default_language:
            pages += [chooser_page(edition), not_found_page(edition)]
    pages += crawler_pages(every, pages)
    return tuple(sorted(pages, key=lambda p: p.path))


def editions(site: Site, catalogues: Catalogues, now: datetime, assets: Assets) -> tuple[Edition, ...]:
    """The site's edition in every offered language at that aware instant; what they share is made once."""
    order = Order(now, ZoneInfo(site.settings.time_zone))
    shelves, between = fill(site, order), dict[str, Shared]()
    inputs = Inputs(site, catalogues, order, shelves, assets)
    return tuple(
        Edition(site, lang, catalogues, order, shelves, assets, inputs, between) for lang in site.settings.languages
    )
