"""What readers see of a survey's state, from the page alone and from the script, whatever day the site was built."""

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
    # The survey whose deadline passes in these tests; the others do not change.
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
SIZE = "(element) => parseFloat(getComputedStyle(element).fontSize)"
CLOSING = "2026-12-16"
WORDS = ("Open", "Nog 1", "Sluit", "geopend", "closed", "left")


class Site(str):
    """The address of a site and the day on which it was built."""

    __slots__ = ("built",)
    built: str


def long(*values: object) -> object:
    """Values of a parameter with which a test runs among the long tests only."""
    return pytest.param(*values, marks=pytest.mark.long)


on_the_first_day = pytest.mark.parametrize(
    "site", [BUILT[0], *(pytest.param(day, marks=pytest.mark.long) for day in BUILT[1:])], indirect=True
)
"""Marks tests that do not depend on the day of the build."""


@pytest.fixture(scope="module", params=[BUILT[0], pytest.param(BUILT[1], marks=pytest.mark.long), BUILT[2]])
def site(request: pytest.FixtureRequest, build_folder: Callable, serve: Callable) -> Site:
    """The small site, built on one of the days."""
    found = Site(serve(build_folder(FILES, "--today", request.param)))
    found.built = request.param
    return found


def once_closed(words: str, built: str) -> str:
    """The expected state: a survey that was closed when the site was built stays so, whatever the clock says."""
    return "Gesloten" if built >= CLOSING else words


def standing(page: Page, selector: str) -> str:
    """The words of the state in an element, with single spaces."""
    return " ".join(page.locator(f"{selector} .standing").inner_text().split())


def titles(page: Page, heading: str) -> list[str]:
    """The titles in the group below that heading."""
    section = page.locator("[data-group]").filter(has=page.get_by_role("heading", name=heading, exact=True, level=2))
    return section.locator(".card :is(h2, h3)").all_inner_texts()


@pytest.mark.parametrize("clock", CLOCKS)
def test_the_script_shows_the_current_state(site: Site, open_page: Callable, clock: str) -> None:
    """Before, on and after the deadline the state follows the reader's day, not the day of the build."""
    words, heading = CLOCKS[clock]
    page = open_page(f"{site}/nl/surveys/moving/", clock=clock)
    button = page.get_by_role("link", name="Naar de vragenlijst")
    calendar = page.get_by_role("link", name="Toevoegen aan agenda")
    told = once_closed(words, site.built)
    assert (standing(page, ".status"), button.count(), calendar.count()) == (
        f"Enquête {told}",
        int(told != "Gesloten"),
        int(told != "Gesloten"),
    )
    page.goto(f"{site}/nl/surveys/")
    card = ".card:has(a[href$='/moving/'])"
    assert standing(page, card) == told
    assert "Moving" in titles(page, "Gesloten" if told == "Gesloten" else heading)
    assert titles(page, "Gaan later open") == ["Later"]
    assert "Past" in titles(page, "Gesloten")


@pytest.mark.parametrize("path", ["/nl/", "/nl/surveys/", "/nl/surveys/moving/", "/nl/surveys/2026/"])
def test_without_a_script_the_page_says_nothing_that_can_become_untrue(
    site: Site, open_page: Callable, path: str
) -> None:
    """It gives dates, says that a survey is closed once it is, and until then shows how to answer."""
    page = open_page(site + path, javascript=False)
    text = page.locator("body").inner_text()
    assert [word for word in WORDS if word in text] == []
    assert "15 december 2026" in text
    if path.endswith("/moving/"):
        links = page.get_by_role("link", name="Naar de vragenlijst").evaluate_all("links => links.map((a) => a.href)")
        closed = site.built >= CLOSING
        assert (links, "Gesloten" in text) == ([] if closed else ["https://example.org/s"], closed)


def test_an_open_page_changes_on_time(site: Site, open_page: Callable) -> None:
    """A page that was left open shows the new state within a minute, and the card moves to the other group."""
    page = open_page("about:blank", alone=True)
    page.clock.install(time="2026-12-15T23:58:30+01:00")
    page.goto(f"{site}/nl/surveys/")
    before = "Moving" in titles(page, "Gesloten")
    page.clock.run_for(91_000)
    assert (before, titles(page, "Nu open"), "Moving" in titles(page, "Gesloten")) == (site.built >= CLOSING, [], True)


@on_the_first_day
@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        long("Europe/Brussels", []),
        ("Europe/Paris", []),
        ("Europe/Helsinki", ["1 maart 2027 om 18.00\u00a0uur"]),
        long("Atlantic/Azores", ["1 maart 2027 om 15.00\u00a0uur"]),
    ],
)
def test_times_are_also_given_in_the_readers_zone(
    site: Site, open_page: Callable, zone: str, expected: list[str]
) -> None:
    """A time is given in the reader's zone too if it differs; the end of a day is always the platform's."""
    page = open_page(f"{site}/nl/surveys/later/", clock="2026-12-01T12:00:00+01:00", timezone_id=zone)
    found = page.locator("[data-own] span").all_inner_texts()
    assert found == [f"In uw tijdzone: {moment}" for moment in expected]
    page.goto(f"{site}/nl/surveys/moving/")
    assert page.locator("[data-own]").count() == 0


@on_the_first_day
def test_a_survey_that_opens_later_says_when(site: Site, open_page: Callable) -> None:
    """It has no link to the questionnaire."""
    page = open_page(f"{site}/nl/surveys/later/", clock="2026-12-01T12:00:00+01:00")
    sizes = [float(page.locator(f".status .{name}").evaluate(SIZE)) for name in ("start", "deadline")]
    assert (sizes[0] > sizes[1], page.get_by_role("link", name="Naar de vragenlijst").count()) == (True, 0)


@on_the_first_day
@pytest.mark.parametrize("zone", ["Pacific/Auckland", *map(long, ("Europe/Brussels", "Pacific/Honolulu"))])
def test_days_are_counted_in_the_platforms_zone(site: Site, open_page: Callable, zone: str) -> None:
    """The last day is the platform's, wherever the reader is."""
    page = open_page(f"{site}/nl/surveys/moving/", clock="2026-12-15T00:00:01+01:00", timezone_id=zone)
    assert standing(page, ".status") == f"Enquête {once_closed('Sluit vandaag', site.built)}"
