"""All pages -> the sitemaps that name them, and robots.txt. What is listed is what the pages say of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.pages import addresses
from noticeboard.pages.documents import Location, RobotsPage, SitemapIndexPage, SitemapPage
from noticeboard.pages.views import Framed, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from noticeboard.settings import Settings

MOST = 10_000
"""The most addresses in one sitemap; the protocol's 50,000 would not fit into its 50 MB with 24 alternates each."""


def crawler_pages(settings: Settings, pages: Iterable[Page]) -> list[Page]:
    """robots.txt, and where the site's address is known a sitemap of every language's pages with their index."""
    if not settings.siteurl:
        return [Page(addresses.ROBOTS, "", RobotsPage(""))]
    sitemaps = dict(_sitemaps(settings, pages))
    index = tuple(Location(f"{settings.siteurl}/{path}", _newest(view)) for path, view in sitemaps.items())
    return [
        *(Page(path, "", view) for path, view in sitemaps.items()),
        Page(addresses.SITEMAP_INDEX, "", SitemapIndexPage(index)),
        Page(addresses.ROBOTS, "", RobotsPage(f"{settings.siteurl}/{addresses.SITEMAP_INDEX}")),
    ]


def _sitemaps(settings: Settings, pages: Iterable[Page]) -> Iterator[tuple[str, SitemapPage]]:
    listed: dict[str, list[Location]] = {lang: [] for lang in settings.languages}
    for page in pages:
        if isinstance(page.view, Framed) and page.view.address.indexed:
            listed[page.lang].append(_location(page, page.view))
    for lang, found in listed.items():
        locations = sorted(found, key=lambda location: location.href)
        for number, start in enumerate(range(0, len(locations), MOST), start=1):
            yield addresses.sitemap(lang, number), SitemapPage(lang, tuple(locations[start : start + MOST]))


def _location(page: Page, view: Framed) -> Location:
    changed = page.changed.isoformat() if page.changed else ""
    return Location(view.address.canonical, changed, view.address.alternates)


def _newest(view: SitemapPage) -> str:
    return max(location.changed for location in view.locations)
