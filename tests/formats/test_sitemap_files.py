"""Sitemaps, as the protocol of sitemaps.org specifies them."""

from __future__ import annotations

from lxml import etree

from noticeboard.formats.sitemap_files import sitemap_file, sitemap_index_file
from noticeboard.pages.documents import SitemapIndexPage, SitemapPage, SitemapUrl
from noticeboard.pages.views.view_parts import Alternate

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HOME = "https://example.org/nl/?a=1&b=<2>"
VERSIONS = (Alternate("nl", HOME), Alternate("x-default", "https://example.org/"))
SITEMAP = SitemapPage("nl", (SitemapUrl(HOME, "2023-01-10", VERSIONS), SitemapUrl("https://example.org/nl/a/", "")))


def test_a_sitemap_names_addresses_with_their_days_and_versions() -> None:
    """Each address has its location, its day if known, and a link to each version."""
    root = etree.fromstring(sitemap_file(SITEMAP))
    first, second = root.findall("s:url", NAMES)
    assert root.tag == f"{{{NAMES['s']}}}urlset"
    assert [child.text for child in first][:2] == [HOME, "2023-01-10"]
    assert [dict(link.attrib) for link in first.findall("x:link", NAMES)] == [
        {"rel": "alternate", "hreflang": "nl", "href": HOME},
        {"rel": "alternate", "hreflang": "x-default", "href": "https://example.org/"},
    ]
    assert [child.text for child in second] == ["https://example.org/nl/a/"]


def test_an_index_names_sitemaps() -> None:
    """Each sitemap has its location and newest day."""
    index = SitemapIndexPage((SitemapUrl("https://example.org/sitemap-nl.xml", "2023-01-10"),))
    root = etree.fromstring(sitemap_index_file(index))
    assert root.tag == f"{{{NAMES['s']}}}sitemapindex"
    (sitemap,) = root
    assert [(etree.QName(e).localname, e.text) for e in sitemap] == [
        ("loc", "https://example.org/sitemap-nl.xml"),
        ("lastmod", "2023-01-10"),
    ]


def test_the_largest_sitemap_is_small_enough() -> None:
    """10,000 addresses in 24 languages, the most in one sitemap, fit the protocol's 50 MB."""
    versions = tuple(Alternate(f"l{n}", "https://example.org/xx/" + "a" * 100) for n in range(25))
    one = SitemapPage("nl", (SitemapUrl("https://example.org/nl/" + "a" * 100, "2023-01-10", versions),))
    assert len(sitemap_file(one)) * 10_000 < 52_428_800
