"""Front pages, lists, pages of terms, the chooser and the 404 page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from noticeboard.model import Text
from noticeboard.pages.listings.listing_pages import MOST_SIBLINGS
from noticeboard.pages.views.view_parts import Alternate, Link, Moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.settings import Settings

HEAD = "---\ntitle: T\npublished: 2023-01-10\ndeadline: 2023-02-19\n"
TERMS = {
    "vocabularies/tags.yml": (
        "trees: {labels: {en: Trees, nl: Bomen}}\nwater: {labels: {en: Water, nl: Water, sv: Vatten}}\n"
        "unused: {labels: {en: Unused}}\n"
    )
}
FILES = {
    **TERMS,
    "surveys/a/nl.md": f"{HEAD}opens: 2023-01-16\nsummary: Kort.\ntags: [trees, water]\n---\nText.\n",
    "surveys/b/nl.md": f"{HEAD}languages: [nl]\ntags: [water]\n---\nDe *inleiding*.\n",
}


@pytest.fixture(scope="module")
def pages(make_pages: Callable) -> dict:
    """The pages of two surveys, one of them only for Dutch readers."""
    return make_pages(FILES)


def test_a_borrowed_card_is_marked(pages: dict) -> None:
    """It shows the original's title and summary with their language, and the reader's dates."""
    (card,) = pages["sv/surveys/"].cards
    assert (card.kind, card.title, card.summary, card.href) == (
        Text("Survey", "en"),
        Text("T", "nl"),
        Text("Kort.", "nl"),
        "/sv/surveys/a/",
    )
    assert (card.published, card.opens, card.deadline) == (
        Moment("10 januari 2023", "2023-01-10"),
        Moment("16 januari 2023", "2023-01-16"),
        Moment("19 februari 2023", "2023-02-19"),
    )
    assert card.language == "nederländska"


def test_a_card_in_the_readers_language_names_no_language(pages: dict) -> None:
    """Only borrowed cards do."""
    assert [card.language for card in pages["nl/surveys/"].cards] == ["", ""]


def test_a_card_without_a_summary_shows_the_lead(pages: dict) -> None:
    """As plain text."""
    assert [c.summary.text for c in pages["nl/surveys/"].cards] == ["Kort.", "De inleiding."]


def test_a_list_names_the_languages_that_have_it(pages: dict) -> None:
    """In hreflang, x-default and the switcher."""
    address = pages["nl/surveys/"].address
    assert address.alternates == (
        Alternate("en", "/en/surveys/"),
        Alternate("nl", "/nl/surveys/"),
        Alternate("sv", "/sv/surveys/"),
        Alternate("x-default", "/en/surveys/"),
    )
    assert [(link.lang, link.current) for link in address.switcher] == [("en", False), ("nl", True), ("sv", False)]


def test_a_term_without_a_label_shows_the_default_languages(pages: dict) -> None:
    """A missing Swedish label is in English, and marked."""
    page = pages["sv/tags/trees/"]
    assert (page.term, page.address.breadcrumb[-1]) == (Text("Trees", "en"), Link(Text("Trees", "en"), ""))


def test_a_term_page_links_to_the_other_terms_in_use(pages: dict) -> None:
    """These are terms of the same vocabulary with a page."""
    assert pages["nl/tags/trees/"].siblings == (Link(Text("Water", "nl"), "/nl/tags/water/"),)
    assert "nl/tags/unused/" not in pages


def test_pages_of_very_many_terms_link_to_few(make_pages: Callable) -> None:
    """Otherwise the size of all pages would grow with the square of the terms."""
    count = MOST_SIBLINGS + 2
    files = {"vocabularies/tags.yml": "".join(f"t{n}:\n  labels: {{en: Term {n}}}\n" for n in range(count))}
    text = "---\ntitle: T\npublished: 2023-01-10\ntags: [{}]\n---\nText.\n"
    for n in range(0, count, 2):
        files[f"news/n{n}/en.md"] = text.format(f"t{n + 1}, t{n}")
    found = make_pages(files)
    assert found["en/tags/t4/"].siblings == (Link(Text("Term 5", "en"), "/en/tags/t5/"),)
    assert found["en/tags/t5/"].siblings == (Link(Text("Term 4", "en"), "/en/tags/t4/"),)


def test_the_front_page_shows_kinds_and_terms(pages: dict) -> None:
    """It has a section per kind, and the terms in use in the vocabulary's order."""
    page = pages["nl/"]
    assert [(s.heading, s.href, len(s.cards)) for s in page.sections] == [(Text("Enquêtes", "nl"), "/nl/surveys/", 2)]
    assert [[t.text.text for t in group.terms] for group in page.groups] == [["Bomen", "Water"]]


def test_front_pages_default_to_the_chooser(pages: dict) -> None:
    """Their x-default, and the chooser's, is /."""
    assert [pages[path].address.alternates[-1] for path in ("nl/", "sv/", "")] == [Alternate("x-default", "/")] * 3


def test_the_chooser_and_the_404_offer_every_language(pages: dict) -> None:
    """Both link to every front page by the language's own name; the 404 page has no address."""
    names = [("en", "English", "/en/"), ("nl", "Nederlands", "/nl/"), ("sv", "Svenska", "/sv/")]
    for path in ("", "404.html"):
        assert [(link.lang, link.name, link.href) for link in pages[path].languages] == names
    assert (pages["404.html"].address.canonical, pages["404.html"].address.indexed) == ("", False)


def test_an_empty_platform_has_front_pages(make_pages: Callable) -> None:
    """Each language also has a 404 page."""
    own = {f"{lang}/{page}" for lang in ("en", "nl", "sv") for page in ("", "404.html")}
    assert {path for path in make_pages({}) if path.endswith(("/", ".html"))} == {"404.html", *own}


def test_labels_the_catalogue_does_not_know_come_from_the_platform(
    make_pages: Callable, small_platform: Settings
) -> None:
    """The platform's labels of kinds and vocabularies win over the catalogue's."""
    kinds = tuple(replace(k, many=(("nl", "Peilingen"),)) if k.name == "surveys" else k for k in small_platform.kinds)
    settings = replace(small_platform, kinds=kinds, headings=(("tags", (("nl", "Onderwerpen"),)),))
    page = make_pages(FILES, settings=settings)["nl/"]
    assert (page.sections[0].heading, page.groups[0].heading) == (Text("Peilingen", "nl"), Text("Onderwerpen", "nl"))


def test_the_navigation_marks_the_current_list(pages: dict) -> None:
    """On the list itself as the page, on its announcements as the section."""
    marks = {
        path: pages[path].frame.navigation[0] for path in ("nl/surveys/", "nl/surveys/2023/", "nl/surveys/a/", "nl/")
    }
    assert {path: (item.current, item.within) for path, item in marks.items()} == {
        "nl/surveys/": (True, True),
        "nl/surveys/2023/": (False, True),
        "nl/surveys/a/": (False, True),
        "nl/": (False, False),
    }


def test_midnight_closes_and_changes_nothing_else(make_pages: Callable) -> None:
    """When a deadline passes, pages with it say that it is closed; the last day changes no page."""
    eve, last, after = (make_pages(FILES, now=date(2023, 2, day)) for day in (18, 19, 20))
    assert eve == last
    changed = {path for path in last if last[path] != after[path]}
    closed = {path for path, view in after.items() if path in changed and "closed=True" in repr(view)}
    assert changed == closed
