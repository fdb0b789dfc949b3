"""The address of every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from noticeboard.pages import addresses
from noticeboard.pages.front.front_view import RedirectPage
from noticeboard.pages.listings.listing_view import ListingPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.settings import Settings

HEAD = "---\ntitle: T\npublished: 2023-01-10\ndeadline: 2023-02-19\n"
FILES = {
    "surveys/a/nl.md": (
        f"{HEAD}languages: [nl]\nmoved_from: [surveys/old, older]\nkey_competences: [digital]\n---\nText.\n"
    ),
    "pages/about/nl.md": "---\ntitle: Over\nlanguages: [nl]\n---\nText.\n",
    "vocabularies/key_competences.yml": "digital: {labels: {nl: Digitaal}}\n",
}


def html(pages: dict) -> list[str]:
    """The addresses of pages for people, without feeds and other files."""
    return sorted(path for path in pages if not path or path.endswith(("/", ".html")))


def test_every_page_has_its_address(make_pages: Callable) -> None:
    """The pages of a small site have the addresses of the content format, each once."""
    assert html(make_pages(FILES)) == [
        "",
        "404.html",
        "en/",
        "en/404.html",
        "nl/",
        "nl/404.html",
        "nl/about/",
        "nl/key-competences/digital/",
        "nl/older/",
        "nl/search/",
        "nl/surveys/",
        "nl/surveys/2023/",
        "nl/surveys/a/",
        "nl/surveys/old/",
        "sv/",
        "sv/404.html",
        "translations/",
        "translations/en/",
        "translations/nl/",
        "translations/sv/",
    ]


def test_a_former_address_redirects(make_pages: Callable, small_platform: Settings) -> None:
    """`moved_from` makes a small page that redirects, below the site's path and with an absolute canonical address."""
    settings = replace(small_platform, siteurl="https://example.org/platform")
    view = make_pages(FILES, settings=settings)["nl/surveys/old/"]
    assert isinstance(view, RedirectPage)
    assert (view.lang, view.href, view.canonical) == (
        "nl",
        "/platform/nl/surveys/a/",
        "https://example.org/platform/nl/surveys/a/",
    )


def test_years_have_pages(make_pages: Callable) -> None:
    """A list's first page links to a page per year, newest first."""
    later = (
        FILES["surveys/a/nl.md"].replace("moved_from: [surveys/old, older]\n", "").replace("2023-01-10", "2022-12-01")
    )
    view = make_pages({**FILES, "surveys/b/nl.md": later})["nl/surveys/2022/"]
    assert isinstance(view, ListingPage)
    assert (view.year, [(y.text.text, y.href, y.current) for y in view.years]) == (
        "2022",
        [("2023", "/nl/surveys/2023/", False), ("2022", "/nl/surveys/2022/", True)],
    )


@pytest.mark.parametrize(
    ("path", "file"), [("", "index.html"), ("nl/", "nl/index.html"), ("404.html", "404.html"), ("a/b", "a/b")]
)
def test_a_folder_answers_with_its_index(path: str, file: str) -> None:
    """The file for an address with a slash at its end is index.html below it."""
    assert addresses.file_of(path) == file


def test_addresses_are_quoted() -> None:
    """Characters that are not allowed in addresses are quoted; slashes stay."""
    assert addresses.quoted("media/surveys/a/de vragen#1 é.pdf") == "media/surveys/a/de%20vragen%231%20%C3%A9.pdf"
