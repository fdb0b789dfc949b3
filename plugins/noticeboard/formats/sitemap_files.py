"""Sitemaps -> XML (sitemaps.org, protocol 0.9; alternates as search engines read them, as XHTML links)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.formats.xml_tree import add, root, written

if TYPE_CHECKING:
    from lxml.etree import _Element

    from noticeboard.pages.documents import SitemapIndexPage, SitemapPage, SitemapUrl

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap_file(sitemap: SitemapPage) -> bytes:
    """A sitemap: every address with the day of its last change and its language versions, itself among them."""
    urls = root("urlset", {None: _SITEMAP, "xhtml": _XHTML})
    for location in sitemap.locations:
        url = _located(urls, "url", location)
        for alternate in location.alternates:
            link = {"rel": "alternate", "hreflang": alternate.hreflang, "href": alternate.href}
            add(url, f"{{{_XHTML}}}link", attributes=link)
    return written(urls)


def sitemap_index_file(index: SitemapIndexPage) -> bytes:
    """The index of all sitemaps."""
    sitemaps = root("sitemapindex", {None: _SITEMAP})
    for location in index.sitemaps:
        _located(sitemaps, "sitemap", location)
    return written(sitemaps)


def _located(parent: _Element, name: str, location: SitemapUrl) -> _Element:
    element = add(parent, name)
    add(element, "loc", location.href)
    if location.changed:
        add(element, "lastmod", location.changed)
    return element
