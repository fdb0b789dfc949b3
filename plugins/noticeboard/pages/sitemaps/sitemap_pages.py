"""All pages -> the sitemaps that name them, and robots.txt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from noticeboard.digest import digest
from noticeboard.pages import addresses
from noticeboard.pages.documents import RobotsPage, SitemapIndexPage, SitemapPage, SitemapUrl
from noticeboard.pages.views.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from noticeboard.pages.locale_context import LocaleContext

MOST = 10_000
"""The most addresses in one sitemap; the protocol's 50,000 would not fit into its 50 MB with 24 alternates each."""


def crawler_pages(locales: Sequence[LocaleContext], pages: Iterable[Page]) -> list[Page]:
    """robots.txt, and where the site's address is known a sitemap of every language's pages with their index."""
    root, refused = locales[0].site.settings.siteurl, locales[0].site.settings.refused_crawlers
    if not root:
        return [Page.showing(addresses.ROBOTS, "", RobotsPage("", refused))]
    listed: dict[str, list[Page]] = {locale.lang: [] for locale in locales}
    for page in pages:
        if page.alternates:
            listed[page.lang].append(page)
    sitemaps = [found for locale in locales for found in _sitemaps(locale, listed[locale.lang])]
    index = tuple(SitemapUrl(f"{root}/{page.path}", _day(page)) for page in sitemaps)
    return [
        *sitemaps,
        Page.showing(addresses.SITEMAP_INDEX, "", SitemapIndexPage(index)),
        Page.showing(addresses.ROBOTS, "", RobotsPage(f"{root}/{addresses.SITEMAP_INDEX}", refused)),
    ]


def _sitemaps(locale: LocaleContext, listed: list[Page]) -> Iterator[Page]:
    """The sitemaps of a language, which list its pages in the order of their addresses."""
    listed.sort(key=lambda page: addresses.quoted(_address(page)))
    for number, start in enumerate(range(0, len(listed), MOST), start=1):
        pages, path = tuple(listed[start : start + MOST]), addresses.sitemap(locale.lang, number)
        entries = digest(*(f"{page.path} {_day(page)}".encode() for page in pages)).encode()
        key = locale.cache_keys.page(locale.lang, path, locale.cache_keys.versions, entries)
        newest = max((page.changed for page in pages if page.changed), default=None)
        yield Page(path, "", locale.lang, partial(_view, locale, pages), key, changed=newest)


def _view(locale: LocaleContext, pages: tuple[Page, ...]) -> SitemapPage:
    return SitemapPage(locale.lang, tuple(_location(locale, page) for page in pages))


def _location(locale: LocaleContext, page: Page) -> SitemapUrl:
    alternates = page.alternates() if page.alternates else ()
    return SitemapUrl(locale.absolute(_address(page)), _day(page), alternates)


def _address(page: Page) -> str:
    return page.path.removesuffix("index.html")


def _day(page: Page) -> str:
    return page.changed.isoformat() if page.changed else ""
