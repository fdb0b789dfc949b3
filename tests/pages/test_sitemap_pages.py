"""The content of sitemaps and robots.txt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from noticeboard.pages.documents import RobotsPage, SitemapIndexPage, SitemapUrl
from noticeboard.pages.sitemaps import sitemap_pages
from noticeboard.pages.views.page import Framed
from noticeboard.pages.views.view_parts import Alternate

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.settings import Settings

SITE = "https://example.org/platform"
FACTS = "published: 2023-01-10\ndeadline: 2023-02-19\n"
FILES = {
    "surveys/a/nl.md": f"---\ntitle: A\n{FACTS}moved_from: [surveys/old]\n---\nTekst.\n",
    "surveys/a/sv.md": "---\ntitle: A\nupdated: 2023-01-20\ntranslates: nl\n---\nText.\n",
    "pages/about/nl.md": "---\ntitle: Over\nlanguages: [nl]\n---\nTekst.\n",
}


@pytest.fixture(scope="module")
def settings(small_platform: Settings) -> Settings:
    """The settings of a platform below a path."""
    return replace(small_platform, siteurl=SITE)


@pytest.fixture(scope="module")
def pages(make_pages: Callable, settings: Settings) -> dict:
    """The pages of a survey in Dutch and Swedish, and a page in Dutch."""
    return make_pages(FILES, settings=settings)


def named(pages: dict, lang: str) -> list[str]:
    """The addresses in a language's sitemap, below the platform's."""
    return [location.href.removeprefix(f"{SITE}/") for location in pages[f"sitemap-{lang}.xml"].locations]


def test_a_sitemap_names_the_pages_of_its_language(pages: dict) -> None:
    """Without fallback pages, redirects and the 404 page; the default language's has the chooser."""
    assert named(pages, "nl") == ["nl/", "nl/about/", "nl/surveys/", "nl/surveys/2023/", "nl/surveys/a/"]
    assert named(pages, "sv") == ["sv/", "sv/surveys/", "sv/surveys/2023/", "sv/surveys/a/"]
    assert named(pages, "en") == ["", "en/", "en/surveys/", "en/surveys/2023/"]


def test_a_sitemap_agrees_with_the_pages(pages: dict) -> None:
    """It has every page's canonical address and alternates."""
    found = (location for lang in ("en", "nl", "sv") for location in pages[f"sitemap-{lang}.xml"].locations)
    listed = {location.href: location.alternates for location in found}
    said = {
        view.address.canonical: view.address.alternates
        for view in pages.values()
        if isinstance(view, Framed) and view.address.indexed
    }
    assert listed == said


def test_an_address_has_its_versions_and_its_day(pages: dict) -> None:
    """Alternates include the page itself and x-default; the day is the version's."""
    found = {location.href: location for location in pages["sitemap-sv.xml"].locations}
    survey = f"{SITE}/sv/surveys/a/"
    versions = (Alternate("nl", f"{SITE}/nl/surveys/a/"), Alternate("sv", survey))
    assert found[survey] == SitemapUrl(survey, "2023-01-20", (*versions, Alternate("x-default", versions[0].href)))


def test_a_page_without_a_day_has_none(pages: dict) -> None:
    """If the content states no day."""
    days = {location.href: location.changed for location in pages["sitemap-nl.xml"].locations}
    assert days == {
        f"{SITE}/nl/": "2023-01-10",
        f"{SITE}/nl/about/": "",
        f"{SITE}/nl/surveys/": "2023-01-10",
        f"{SITE}/nl/surveys/2023/": "2023-01-10",
        f"{SITE}/nl/surveys/a/": "2023-01-10",
    }


def test_the_index_names_every_sitemap(pages: dict) -> None:
    """In the platform's order of languages, each with its newest day."""
    days = {"en": "2023-01-10", "nl": "2023-01-10", "sv": "2023-01-20"}
    expected = tuple(SitemapUrl(f"{SITE}/sitemap-{lang}.xml", day) for lang, day in days.items())
    assert pages["sitemap.xml"] == SitemapIndexPage(expected)


def test_a_long_sitemap_is_split(make_pages: Callable, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The index names all parts."""
    monkeypatch.setattr(sitemap_pages, "MOST", 2)
    pages = make_pages(FILES, settings=settings)
    parts = ["sitemap-nl.xml", "sitemap-nl-2.xml", "sitemap-nl-3.xml"]
    assert [len(pages[part].locations) for part in parts] == [2, 2, 1]
    index = [location.href.removeprefix(f"{SITE}/") for location in pages["sitemap.xml"].sitemaps]
    assert [name for name in index if "-nl" in name] == parts


def test_robots_names_the_index(pages: dict) -> None:
    """Crawlers find the sitemaps there."""
    assert pages["robots.txt"] == RobotsPage(f"{SITE}/sitemap.xml")


def test_without_siteurl_there_is_no_sitemap(make_pages: Callable, small_platform: Settings) -> None:
    """Sitemaps need absolute addresses; robots.txt is still written."""
    pages = make_pages(FILES, settings=small_platform)
    assert [path for path in pages if path.startswith("sitemap")] == []
    assert pages["robots.txt"] == RobotsPage("")
