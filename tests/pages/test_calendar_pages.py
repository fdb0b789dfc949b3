"""What calendars hold."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from noticeboard.model import Text
from noticeboard.pages.documents import CalendarPage, Event

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.settings import Settings

BRUSSELS = ZoneInfo("Europe/Brussels")
DUTCH = "---\ntitle: {title}\npublished: {published}\ndeadline: {deadline}\nlanguages: [nl]\n---\nTekst.\n"
FILES = {
    "surveys/a/en.md": "---\ntitle: First\nsummary: Short.\npublished: 2023-01-10\ndeadline: 2023-02-19\n---\nText.\n",
    "surveys/a/nl.md": "---\ntitle: Eerste\nsummary: Kort.\nupdated: 2023-01-20\ntranslates: en\n---\nTekst.\n",
    "surveys/b/nl.md": DUTCH.format(title="Tweede", published="2023-07-01", deadline="2023-08-31T22:30Z"),
    "surveys/c/nl.md": DUTCH.format(title="Oud", published="2021-07-01", deadline="2021-12-31"),
    "news/d/nl.md": "---\ntitle: Nieuws\npublished: 2023-01-01\n---\nNieuws.\n",
}


@pytest.fixture(scope="module")
def settings(small_platform: Settings) -> Settings:
    """The settings of a platform with a name in Dutch."""
    return replace(small_platform, name=(("nl", "Prikbord"),), siteurl="https://example.org")


@pytest.fixture(scope="module")
def pages(make_pages: Callable, settings: Settings) -> dict:
    """The pages of three surveys and a news item, as they stand in September 2023."""
    return make_pages(FILES, settings=settings, now=date(2023, 9, 1))


def test_every_deadline_has_a_calendar_in_every_language_of_its_page(pages: dict) -> None:
    """There is a deadline for calendars wherever a page tells of one, and a calendar of all where there is any."""
    assert sorted(path for path in pages if path.endswith(".ics")) == [
        *("en/deadlines.ics", "en/surveys/a/deadline.ics"),
        *("nl/deadlines.ics", *(f"nl/surveys/{name}/deadline.ics" for name in "abc")),
        *("sv/deadlines.ics", "sv/surveys/a/deadline.ics"),
    ]


def test_a_deadline_tells_of_its_survey(pages: dict) -> None:
    """A whole day stays a day; the texts are the version's, the dates its content's."""
    assert pages["nl/surveys/a/deadline.ics"] == CalendarPage(
        lang="nl",
        name=None,
        zone="Europe/Brussels",
        since=2023,
        events=(
            Event(
                uid="surveys/a/deadline@example.org",
                title=Text("Eerste", "nl"),
                description=Text("Kort.", "nl"),
                when=date(2023, 2, 19),
                created=datetime(2023, 1, 9, 23, tzinfo=UTC),
                changed=datetime(2023, 1, 19, 23, tzinfo=UTC),
                href="https://example.org/nl/surveys/a/",
                reminder=3,
            ),
        ),
    )


def test_an_instant_is_told_in_the_platforms_zone(pages: dict) -> None:
    """A deadline with a time is the same instant, on the platform's clock."""
    when = pages["nl/surveys/b/deadline.ics"].events[0].when
    assert (when, when.tzinfo) == (datetime(2023, 9, 1, 0, 30, tzinfo=BRUSSELS), BRUSSELS)


def test_a_title_says_what_the_day_is_in_the_readers_language(pages: dict) -> None:
    """The word for the deadline is the reader's, whoever wrote the title; without one the title stands alone."""
    titles = {lang: pages[f"{lang}/surveys/a/deadline.ics"].events[0].title for lang in ("en", "nl", "sv")}
    assert titles == {
        "en": Text("Deadline: First", "en"),
        "nl": Text("Eerste", "nl"),
        "sv": Text("First", "en"),
    }


def test_a_deadline_is_the_same_entry_in_every_language(pages: dict) -> None:
    """Who takes a deadline in two languages has it once."""
    assert {pages[f"{lang}/surveys/a/deadline.ics"].events[0].uid for lang in ("en", "nl", "sv")} == {
        "surveys/a/deadline@example.org"
    }


def test_the_calendar_of_all_holds_last_year_and_later(pages: dict) -> None:
    """Deadlines before last year are left out of the calendar of all, so that it does not grow."""
    calendar = pages["nl/deadlines.ics"]
    assert (calendar.since, [event.uid.split("/")[1] for event in calendar.events]) == (2023, ["a", "b"])


def test_only_a_new_year_drops_deadlines(make_pages: Callable, settings: Settings) -> None:
    """From day to day nothing is dropped, so the file is not written again every night."""
    days = (date(2023, 9, 1), date(2023, 12, 31), date(2024, 1, 1), date(2025, 1, 1))
    made = [make_pages(FILES, settings=settings, now=day)["nl/deadlines.ics"] for day in days]
    assert made[0] == made[1]
    assert [len(calendar.events) for calendar in made] == [2, 2, 2, 0]


def test_a_calendars_name_is_in_one_language(pages: dict) -> None:
    """The platform's name stands alone where the word for deadlines is not in its language."""
    assert pages["nl/deadlines.ics"].name == Text("Prikbord", "nl")


def test_without_an_address_calendars_lead_nowhere(make_pages: Callable, small_platform: Settings) -> None:
    """Calendars need no SITEURL: an entry without it has no address."""
    event = make_pages(FILES, settings=small_platform, now=date(2023, 9, 1))["nl/surveys/a/deadline.ics"].events[0]
    assert (event.href, event.uid) == ("", "surveys/a/deadline@noticeboard.invalid")


def test_pages_lead_to_calendars(pages: dict) -> None:
    """A survey's page leads to its deadline for calendars, every page to the calendar of all."""
    assert pages["sv/surveys/a/"].answering.calendar == "/sv/surveys/a/deadline.ics"
    assert pages["sv/"].frame.calendar == "/sv/deadlines.ics"


def test_a_platform_without_deadlines_has_no_calendar(make_pages: Callable, settings: Settings) -> None:
    """Where nothing has a deadline, there is no calendar and no way to one."""
    pages = make_pages({"news/d/nl.md": FILES["news/d/nl.md"]}, settings=settings)
    assert ([p for p in pages if p.endswith(".ics")], pages["nl/"].frame.calendar) == ([], "")


def test_the_calendar_of_all_is_bounded(make_pages: Callable, settings: Settings) -> None:
    """Of many deadlines that are over it keeps those that ended last; what is to come it keeps whatever there is."""
    ends = {"a": "2023-02-19", "b": "2023-02-18", "c": "2023-03-01", "d": "2023-10-01", "e": "2023-10-02"}
    files = {
        f"surveys/{name}/nl.md": DUTCH.format(title=name, published="2023-01-01", deadline=day)
        for name, day in ends.items()
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("noticeboard.pages.calendars.calendar_pages.MOST_OVER", 2)
        page = make_pages(files, settings=settings, now=date(2023, 9, 1))["nl/deadlines.ics"]
    assert [str(event.when) for event in page.events] == ["2023-02-19", "2023-03-01", "2023-10-01", "2023-10-02"]
