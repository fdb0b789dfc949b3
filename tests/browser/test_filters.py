"""The filters of a listing: what they show and say, and what they offer when nothing is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

NEWS = """---
title: {name}
published: {published}
audience: [{audience}]
tags: [{tags}]
languages: [en, nl]
---

Text.
"""
TERMS = "{0}: {{labels: {{en: {0}, nl: {0}}}}}\n{1}: {{labels: {{en: {1}, nl: {1}}}}}\n"
ITEMS = {
    "a/nl": ("teacher", "art", "2026-03-01"),
    "a/en": ("teacher", "art", "2026-03-01"),
    "b/nl": ("teacher", "music", "2026-02-01"),
    "c/en": ("pupil", "music", "2026-01-01"),
}
FILES = {
    "platform.yml": "languages: [en, nl]\n",
    "vocabularies/audience.yml": TERMS.format("teacher", "pupil"),
    "vocabularies/tags.yml": TERMS.format("art", "music"),
    **{
        f"news/{path}.md": NEWS.format(name=path[0], audience=audience, tags=tags, published=published)
        for path, (audience, tags, published) in ITEMS.items()
    },
}


@pytest.fixture(scope="module")
def site(build_folder: Callable, serve: Callable) -> str:
    """The address of a small site with three news items; two are in English, two in Dutch."""
    return serve(build_folder(FILES))


def left(page: Page) -> list[str]:
    """The titles of the cards that are visible."""
    return page.locator(".card:visible h2").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["a", "b", "c"]),
        ("?audience=teacher", ["a", "b"]),
        ("?audience=teacher&audience=pupil", ["a", "b", "c"]),
        ("?audience=teacher&tags=music", ["b"]),
        ("?language=nl&tags=music", ["b"]),
        ("?language=en", ["a", "c"]),
        ("?audience=pupil&tags=art", []),
        ("?audience=nobody&colour=red", ["a", "b", "c"]),
    ],
)
def test_the_address_says_what_is_shown(site: str, open_page: Callable, query: str, expected: list[str]) -> None:
    """Choices of one filter add up, several filters narrow each other, and unknown choices are ignored."""
    assert left(open_page(f"{site}/nl/news/{query}")) == expected


def test_choices_are_kept_in_the_address(site: str, open_page: Callable) -> None:
    """A reader who opens an item and goes back finds the list as it was."""
    page = open_page(f"{site}/nl/news/")
    page.locator(".filters > summary").click()
    page.get_by_role("checkbox", name="teacher").check()
    page.get_by_role("checkbox", name="music").check()
    assert page.evaluate("location.search") == "?audience=teacher&tags=music"
    page.get_by_role("link", name="b", exact=True).click()
    page.go_back()
    page.wait_for_url("**/news/*audience*")
    assert (left(page), page.locator("#nb-marks button").all_inner_texts()) == (["b"], ["teacher", "music"])
    page.get_by_role("button", name="Filter verwijderen: music").click()
    assert (left(page), page.evaluate("location.search")) == (["a", "b"], "?audience=teacher")
    assert page.locator("#nb-marks button").evaluate("(button) => button === document.activeElement")


def test_the_count_is_announced_politely(site: str, open_page: Callable) -> None:
    """Nothing is announced until a reader makes a choice; then each change announces the number of items."""
    page = open_page(f"{site}/nl/news/")
    status = page.get_by_role("status")
    assert status.inner_text() == ""
    page.locator(".filters > summary").click()
    page.get_by_role("checkbox", name="pupil").check()
    assert status.inner_text() == "Getoond: 1 van 3"
    page.get_by_role("checkbox", name="pupil").uncheck()
    assert status.inner_text() == "Getoond: 3 van 3"


def test_each_choice_says_how_many_items_it_has(site: str, open_page: Callable) -> None:
    """The numbers follow the choices made, and a choice that would leave nothing is disabled."""
    page = open_page(f"{site}/nl/news/")
    page.locator(".filters > summary").click()
    labels = {name: page.locator(f"label:has-text('{name}')") for name in ("teacher", "pupil", "art")}
    counts = {name: label.inner_text().strip() for name, label in labels.items()}
    assert counts == {"teacher": "teacher (2)", "pupil": "pupil (1)", "art": "art (1)"}
    page.get_by_role("checkbox", name="pupil").check()
    assert page.locator("label:has-text('art')").inner_text().strip() == "art (0)"
    assert page.get_by_role("checkbox", name="art").is_disabled()
    page.get_by_role("button", name="1 resultaat tonen").click()
    assert not page.locator(".choices").is_visible()
    assert page.evaluate("document.activeElement.id") == "nb-status"


def test_groups_of_choices_are_closed_on_a_phone(site: str, open_page: Callable) -> None:
    """A reader sees all groups, and the button with the number of results, on one screen."""
    page = open_page(f"{site}/nl/news/", width=360, height=740)
    page.locator(".filters > summary").click()
    assert page.locator(".choice-group[open]").count() == 0
    for group in page.locator(".choice-group > summary").all():
        group.click()
    box = page.get_by_role("button", name="3 resultaten tonen").bounding_box()
    assert 0 <= box["y"] <= 740 - box["height"]


def test_an_empty_result_shows_ways_on(site: str, open_page: Callable) -> None:
    """If nothing is left, a sentence says so, with a button that removes the filters and links to the terms' pages."""
    page = open_page(f"{site}/nl/news/?audience=pupil&tags=art")
    assert page.get_by_text("Er zijn geen resultaten voor deze filters.").is_visible()
    links = page.locator("#nb-everything a").evaluate_all("links => links.map(a => [a.textContent, a.pathname])")
    assert links == [["Alles voor: pupil", "/nl/audience/pupil/"], ["Alles voor: art", "/nl/tags/art/"]]
    page.get_by_role("button", name="Alle filters wissen").click()
    assert (left(page), page.evaluate("location.search")) == (["a", "b", "c"], "")
    assert page.locator("#nb-everything a").count() == 0


def test_without_a_script_choices_link_to_the_terms_pages(site: str, open_page: Callable) -> None:
    """The panel contains links, and no filter by language, for which there are no pages."""
    page = open_page(f"{site}/nl/news/", javascript=False)
    page.locator(".filters > summary").click()
    for group in page.locator(".choice-group:visible > summary").all():
        group.click()
    found = page.locator(".filters a").evaluate_all("links => links.map(a => a.pathname)")
    assert found == ["/nl/audience/teacher/", "/nl/audience/pupil/", "/nl/tags/art/", "/nl/tags/music/"]
    assert page.locator(".filters [role=group]:visible").count() == 2
    assert page.get_by_role("button", name="Alle filters wissen").count() == 0
