"""The search page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from noticeboard.pages.search.search_view import SearchPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.settings import Settings

HEAD = "---\ntitle: T\npublished: {}-01-10\naudience: [{}]\n"
FILES = {
    "news/a/nl.md": HEAD.format(2022, "teacher") + "---\nText.\n",
    "news/b/nl.md": HEAD.format(2023, "pupil") + "---\nText.\n",
    "pages/about/sv.md": "---\ntitle: Om\nlanguages: [sv]\n---\nText.\n",
    "vocabularies/audience.yml": (
        "teacher: {labels: {nl: Leraar}, synonyms: {nl: [docent, juf], sv: mentor}}\npupil: {labels: {nl: Leerling}}\n"
    ),
}


@pytest.fixture(scope="module")
def pages(make_pages: Callable, small_platform: Settings) -> dict:
    """The pages of a small site below a path: Dutch has two news items, Swedish a page, English nothing."""
    return make_pages(FILES, settings=replace(small_platform, siteurl="https://example.org/platform"))


def test_a_language_with_something_to_search_has_one(pages: dict) -> None:
    """Every page in the language then links to it."""
    assert sorted(path for path, view in pages.items() if isinstance(view, SearchPage)) == ["nl/search/", "sv/search/"]
    assert [pages[f"{lang}/"].frame.search for lang in ("nl", "sv", "en")] == [
        "/platform/nl/search/",
        "/platform/sv/search/",
        "",
    ]
    assert [item.href for item in pages["nl/"].frame.navigation][-1] == "/platform/nl/search/"
    assert pages["en/"].frame.navigation == ()


def test_it_is_the_current_page_of_the_navigation(pages: dict) -> None:
    """Only on itself."""
    marked = [[item.current for item in pages[path].frame.navigation] for path in ("nl/search/", "nl/news/")]
    assert marked == [[False, True], [True, False]]


def test_it_links_to_the_search_in_other_languages(pages: dict) -> None:
    """The switcher has those with something to search; search engines do not index it."""
    address = pages["nl/search/"].address
    assert ([link.href for link in address.switcher], address.indexed) == (
        ["/platform/nl/search/", "/platform/sv/search/"],
        False,
    )


def test_it_has_filters_for_terms_and_years(pages: dict) -> None:
    """Only those of announcements that can be found, the newest year first."""
    filters = {f.heading.text: [c.facet for c in f.choices] for f in pages["nl/search/"].filters}
    assert filters == {"Doelgroep": ["audience=teacher", "audience=pupil"], "Year": ["year=2023", "year=2022"]}
    assert pages["sv/search/"].filters == ()


def test_it_says_where_its_index_and_scripts_are(pages: dict) -> None:
    """All addresses are below the site's path."""
    page = pages["nl/search/"]
    assert (page.index, page.script) == ("/platform/nl/search/index/", "/platform/theme/search.js?v=4")
    assert page.near == "/platform/theme/search-near.js?v=5"


def test_it_names_other_ways(pages: dict) -> None:
    """It has terms for readers who find nothing."""
    assert [link.href for group in pages["nl/search/"].groups for link in group.terms] == [
        "/platform/nl/audience/teacher/",
        "/platform/nl/audience/pupil/",
    ]


def test_it_has_the_synonyms_of_terms(pages: dict) -> None:
    """Each term in use has its label and synonyms in the reader's language."""
    assert pages["nl/search/"].terms == (
        ("audience=teacher", "Leraar", "docent", "juf"),
        ("audience=pupil", "Leerling"),
    )
    assert pages["sv/search/"].terms == ()
