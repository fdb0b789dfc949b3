"""What readers are told of a survey's state: by the page alone, and by the script, whatever day the site was built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

PLATFORM = "languages: [en, nl]\ntime_zone: Europe/Brussels\n"
SURVEY = """---
title: {title}
published: {published}
opens: {opens}
deadline: {deadline}
survey: https://example.org/s
---

Text.
"""
FILES = {
    "platform.yml": PLATFORM,
    # The one whose deadline the clocks go past; the others hold still.
    "surveys/moving/nl.md": SURVEY.format(
        title="Moving", published="2026-11-01", opens="2026-11-10", deadline="2026-12-15"
    ),
    "surveys/later/nl.md": SURVEY.format(
        title="Later", published="2026-11-01", opens="2027-02-01", deadline="2027-03-01T17:00:00+01:00"
    ),
    "surveys/past/nl.md": SURVEY.format(
        title="Past", published="2026-01-01", opens="2026-01-01", deadline="2026-02-01"
    ),
}
BUILT = ("2026-12-01", "2026-12-15", "2026-12-16")
CLOCKS = {
    "2026-12-01T12:00:00+01:00": ("Open Nog 14 dagen", "Nu open"),
    "2026-12-15T23:59:59+01:00": ("Sluit vandaag", "Nu open"),
    "2026-12-16T00:00:00+01:00": ("Gesloten", "Gesloten"),
}
WORDS = ("Open", "Nog ", "Sluit", "Gesloten", "geopend", "closed", "left")


@pytest.fixture(scope="module", params=BUILT)
def site(request: pytest.FixtureRequest, build_folder: Callable, serve: Callable) -> str:
    """The address of the small site as built on one of the days."""
    return serve(build_folder(FILES, "--today", request.param))


def standing(page: Page, selector: str) -> str:
    """The words of the state within an element, blanks made single."""
    return " ".join(page.locator(f"{selector} .standing").inner_text().split())


def titles(page: Page, heading: str) -> list[str]:
    """The titles in the group with that heading."""
    section = page.locator("[data-group]").filter(has=page.get_by_role("heading", name=heading, exact=True, level=2))
    return section.locator(".card h2").all_inner_texts()


@pytest.mark.parametrize("clock", CLOCKS)
def test_the_script_tells_what_holds_now(site: str, open_page: Callable, clock: str) -> None:
    """Before, on and after the deadline the state is that of the reader's day, not of the day of the build."""
    words, heading = CLOCKS[clock]
    page = open_page(f"{site}/nl/surveys/moving/", clock=clock)
    button = page.get_by_role("link", name="Naar de vragenlijst")
    calendar = page.get_by_role("link", name="Toevoegen aan agenda")
    ended = page.get_by_text("Deze enquête is gesloten.")
    assert (standing(page, ".answering"), button.count(), calendar.count(), ended.count()) == (
        words,
        int(words != "Gesloten"),
        int(words != "Gesloten"),
        int(words == "Gesloten"),
    )
    page.goto(f"{site}/nl/surveys/")
    card = ".card:has(a[href$='/moving/'])"
    assert standing(page, card) == words
    assert "Moving" in titles(page, heading)
    assert titles(page, "Gaan later open") == ["Later"]
    assert "Past" in titles(page, "Gesloten")
    page.goto(f"{site}/nl/")
    assert standing(page, card) == words


@pytest.mark.parametrize("path", ["/nl/", "/nl/surveys/", "/nl/surveys/moving/", "/nl/surveys/2026/"])
def test_without_a_script_no_state_is_claimed(site: str, open_page: Callable, path: str) -> None:
    """The page alone names dates and no state, so that it is right on every day; the questionnaire can be reached."""
    page = open_page(site + path, javascript=False)
    text = page.locator("body").inner_text()
    assert [word for word in WORDS if word in text] == []
    assert "15 december 2026" in text
    if path.endswith("/moving/"):
        assert page.get_by_role("link", name="Naar de vragenlijst").get_attribute("href") == "https://example.org/s"


def test_an_open_page_keeps_up(site: str, open_page: Callable) -> None:
    """A page that was left open tells the new state when its reader comes back to it; its card changes the group."""
    page = open_page(f"{site}/nl/surveys/", clock="2026-12-15T23:59:59+01:00")
    page.clock.set_fixed_time("2026-12-16T00:00:00+01:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert (titles(page, "Nu open"), "Moving" in titles(page, "Gesloten")) == ([], True)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Europe/Brussels", []),
        ("Europe/Paris", []),
        ("Europe/Helsinki", ["16 december 2026 om 01:00", "10 november 2026 om 01:00"]),
        ("Atlantic/Azores", ["15 december 2026 om 22:00", "9 november 2026 om 22:00"]),
    ],
)
def test_times_are_told_in_the_readers_own_zone(site: str, open_page: Callable, zone: str, expected: list[str]) -> None:
    """Deadline and opening are told a second time where the reader's clock shows something else."""
    page = open_page(f"{site}/nl/surveys/moving/", clock="2026-12-01T12:00:00+01:00", timezone_id=zone)
    found = page.locator("[data-own] small").all_inner_texts()
    assert found == [f"In uw tijdzone: {moment}" for moment in expected]


@pytest.mark.parametrize("zone", ["Europe/Brussels", "Pacific/Auckland", "Pacific/Honolulu"])
def test_days_are_counted_where_the_deadline_counts(site: str, open_page: Callable, zone: str) -> None:
    """The last day is the platform's, wherever its reader is."""
    page = open_page(f"{site}/nl/surveys/moving/", clock="2026-12-15T00:00:01+01:00", timezone_id=zone)
    assert standing(page, ".answering") == "Sluit vandaag"
