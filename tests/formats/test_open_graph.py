"""Open Graph metadata, which pages show where their address is shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from noticeboard.formats.open_graph import open_graph
from noticeboard.model import Text
from noticeboard.site import FileFacts

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.pages.views.page import Framed
    from noticeboard.settings import Settings

SITE = "https://example.org/platform"
PICTURE = FileFacts("surveys/a/p.jpg", "00", 1, 60, 40, fault="")
FACTS = (
    "published: 2023-01-10\ndeadline: 2023-02-19\nsurvey: https://example.org/s\naudience: [teacher]\ntags: [trees]\n"
    "image: p.jpg\nimage_credit: Ann\n"
)
FILES = {
    "surveys/a/nl.md": (
        f"---\ntitle: Enquête\nsummary: Kort.\nupdated: 2023-01-20\nimage_alt: Handen\n{FACTS}---\nTekst.\n"
    ),
    "surveys/a/sv.md": f"---\ntitle: Enkät\ntranslates: nl\nimage_alt: Händer\n{FACTS}---\nInledningen.\n",
    "vocabularies/audience.yml": "teacher: {labels: {en: Teacher, nl: Leraar}}\n",
    "vocabularies/tags.yml": "trees: {labels: {en: Trees}, descriptions: {en: All about trees}}\n",
}


@pytest.fixture(scope="module")
def settings(small_platform: Settings) -> Settings:
    """The settings of a platform with a name, below a path."""
    return replace(small_platform, name=(("nl", "Prikbord"),), tagline=(("nl", "Voor scholen"),), siteurl=SITE)


@pytest.fixture(scope="module")
def pages(make_pages: Callable, settings: Settings) -> dict:
    """The pages of a survey in Dutch and Swedish."""
    return make_pages(FILES, PICTURE, settings=settings)


def said(page: Framed) -> list[tuple[str, str, str]]:
    """The name, content and language of each property, in order."""
    return [(p.name, p.text.text, p.text.lang) for p in open_graph(page)]


def values(page: Framed, name: str) -> list[str]:
    """The contents of the properties with a name."""
    return [p.text.text for p in open_graph(page) if p.name == name]


def test_an_announcement_shows_itself(pages: dict) -> None:
    """It has texts, address, languages, days, terms, and a picture with alternative text."""
    assert said(pages["nl/surveys/a/"]) == [
        ("og:title", "Enquête", "nl"),
        ("og:type", "article", ""),
        ("og:url", f"{SITE}/nl/surveys/a/", ""),
        ("og:description", "Kort.", "nl"),
        ("og:site_name", "Prikbord", "nl"),
        ("og:locale", "nl_NL", ""),
        ("og:locale:alternate", "sv_SE", ""),
        ("article:published_time", "2023-01-10", ""),
        ("article:modified_time", "2023-01-20", ""),
        ("article:section", "Enquête", "nl"),
        ("article:tag", "Trees", "en"),
        ("og:image", f"{SITE}/media/surveys/a/p.00.60.jpg", ""),
        ("og:image:width", "60", ""),
        ("og:image:height", "40", ""),
        ("og:image:alt", "Handen", "nl"),
        ("twitter:card", "summary_large_image", ""),
    ]


def test_a_borrowed_text_shows_the_page_that_has_it(pages: dict) -> None:
    """A fallback page has the original's language and address only."""
    page = pages["en/surveys/a/"]
    assert [values(page, f"og:{name}") for name in ("title", "url", "locale", "locale:alternate")] == [
        ["Enquête"],
        [f"{SITE}/nl/surveys/a/"],
        ["nl_NL"],
        [],
    ]


@pytest.mark.parametrize(
    ("path", "title", "description"),
    [
        ("nl/", "Prikbord", "Voor scholen"),
        ("", "Prikbord", "Prikbord \N{EN DASH} English, Nederlands, Svenska"),
        ("nl/surveys/", "Enquêtes", "Enquêtes \N{EN DASH} Enquête"),
        ("nl/surveys/2023/", "Enquêtes \N{EN DASH} 2023", "Enquêtes \N{EN DASH} 2023 \N{EN DASH} Enquête"),
        ("nl/tags/trees/", "Trees", "All about trees"),
        ("nl/audience/teacher/", "Leraar", "Leraar \N{EN DASH} Enquête"),
    ],
)
def test_every_other_page_shows_what_it_is(pages: dict, path: str, title: str, description: str) -> None:
    """Lists, terms and front pages have a title and description, and are no articles."""
    found = [values(pages[path], f"og:{name}") for name in ("title", "description", "type")]
    assert found == [[title], [description], ["website"]]


def test_what_needs_an_address_is_left_out_without_one(make_pages: Callable) -> None:
    """Addresses and pictures must be absolute, so they need SITEURL."""
    page = make_pages(FILES, PICTURE)["nl/surveys/a/"]
    found = [values(page, name) for name in ("og:url", "og:image", "og:image:alt", "og:title")]
    assert found == [[], [], [], ["Enquête"]]


def test_a_page_without_an_address_of_its_own_shows_nothing(pages: dict) -> None:
    """A 404 page appears at any address, so nobody shares it."""
    assert open_graph(pages["404.html"]) == ()


def test_a_text_stays_as_it_is(pages: dict, hostile: str) -> None:
    """Nothing is cut or escaped before the template does it."""
    page = replace(pages["nl/surveys/a/"], title=Text(hostile, "nl"))
    assert values(page, "og:title") == [hostile]
