"""Which lists there are."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from noticeboard.pages.listings.archive import Archive, build_archive
from noticeboard.pages.listings.listing_order import ListingOrder

if TYPE_CHECKING:
    from collections.abc import Callable

ZONE = ZoneInfo("Europe/Brussels")
TERMS = {"vocabularies/tags.yml": "trees: {labels: {en: T, nl: B, sv: T}}\nunused: {labels: {en: U, nl: U, sv: O}}\n"}


def survey(published: str = "2023-01-10", deadline: str = "2023-02-19", keys: str = "") -> str:
    """A survey about trees."""
    return f"---\ntitle: T\npublished: {published}\ndeadline: {deadline}\ntags: [trees]\n{keys}---\nText.\n"


@pytest.fixture(scope="module")
def archive(link_site: Callable) -> Callable[..., Archive]:
    """The lists of texts in memory on 1 February 2023."""
    order = ListingOrder(datetime(2023, 2, 1, tzinfo=ZONE), ZONE)

    def filled(files: dict[str, str]) -> Archive:
        return build_archive(link_site({**TERMS, **files}, today=date(2023, 2, 1)).site, order)

    return filled


def test_a_list_exists_if_it_has_entries(archive: Callable) -> None:
    """A kind or term has a list in each language with something published in it."""
    found = archive(
        {"surveys/a/nl.md": survey(keys="languages: [nl, sv]\n"), "pages/about/nl.md": "---\ntitle: T\n---\nT.\n"}
    )
    assert {lang: sorted(names) for lang, names in found.by_language.items()} == {
        "en": [],
        "nl": [("surveys",), ("tags", "trees")],
        "sv": [("surveys",), ("tags", "trees")],
    }


def test_untranslated_announcements_are_in_the_lists(archive: Callable) -> None:
    """A reader finds an open survey even if its text is not translated."""
    found = archive({"surveys/a/nl.md": survey()})
    assert [item.name for item in found.get("sv", ("surveys",)).first] == ["a"]


def test_the_first_page_shows_all_that_run_and_the_newest_others(archive: Callable) -> None:
    """It has everything upcoming or open, and a dozen others; the pages of years have everything."""
    closed = {f"surveys/c{n:02}/nl.md": survey(f"2022-01-{n + 1:02}", "2022-03-01") for n in range(15)}
    running = {f"surveys/r{n:02}/nl.md": survey() for n in range(14)}
    listing = archive({**closed, **running}).get("nl", ("surveys",))
    assert (len(listing.first), {year: len(items) for year, items in listing.years.items()}) == (
        len(running) + 12,
        {"2023": len(running), "2022": len(closed)},
    )


def test_a_short_list_of_a_term_has_no_years(archive: Callable) -> None:
    """It has pages per year only if its first page does not have everything; a kind's list always does."""
    found = archive({"surveys/a/nl.md": survey()})
    assert [list(found.get("nl", name).years) for name in (("tags", "trees"), ("surveys",))] == [[], ["2023"]]
    many = {f"surveys/c{n:02}/nl.md": survey("2022-01-10", "2022-03-01") for n in range(13)}
    assert list(archive(many).get("nl", ("tags", "trees")).years) == ["2022"]
    del many["surveys/c12/nl.md"]
    assert list(archive(many).get("nl", ("tags", "trees")).years) == []


def test_the_languages_of_a_list_are_those_that_have_it(archive: Callable) -> None:
    """A list, and each year of it, knows the languages in which it has a page."""
    found = archive(
        {
            "surveys/a/nl.md": survey(),
            "surveys/b/nl.md": survey("2022-01-10", "2022-03-01", "languages: [nl]\n"),
        }
    )
    assert [found.languages(("surveys",), year) for year in ("", "2023", "2022")] == [
        ("en", "nl", "sv"),
        ("en", "nl", "sv"),
        ("nl",),
    ]
