"""The content of calendars."""

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
    """The pages of three surveys and a news item in September 2023."""
    return make_pages(FILES, settings=settings, now=date(2023, 9, 1))


def test_every_deadline_has_a_calendar_in_every_language_of_its_page(pages: dict) -> None:
    """Every page with a deadline has a calendar file, and there is a common calendar if there is any deadline."""
    assert sorted(path for path in pages if path.endswith(".ics")) == [
        *("en/deadlines.ics", "en/surveys/a/deadline.ics"),
        *("nl/deadlines.ics", *(f"nl/surveys/{name}/deadline.ics" for name in "abc")),
        *("sv/deadlines.ics", "sv/surveys/a/deadline.ics"),
    ]


def test_a_deadline_describes_its_survey(pages: dict) -> None:
    """A whole day stays a day; texts are the version's, dates the content's."""
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


def test_an_instant_is_in_the_platforms_zone(pages: dict) -> None:
    """A deadline with a time is the same instant, in the platform's zone."""
    when = pages["nl/surveys/b/deadline.ics"].events[0].when
    assert (when, when.tzinfo) == (datetime(2023, 9, 1, 0, 30, tzinfo=BRUSSELS), BRUSSELS)


def test_a_title_says_what_the_day_is_in_the_readers_language(pages: dict) -> None:
    """The word for deadline is the reader's, whatever the title's language; without such a word the title is alone."""
    titles = {lang: pages[f"{lang}/surveys/a/deadline.ics"].events[0].title for lang in ("en", "nl", "sv")}
    assert titles == {
        "en": Text("Deadline: First", "en"),
        "nl": Text("Eerste", "nl"),
        "sv": Text("First", "en"),
    }


def test_a_deadline_is_the_same_entry_in_every_language(pages: dict) -> None:
    """Whoever adds it in two languages has it once."""
    assert {pages[f"{lang}/surveys/a/deadline.ics"].events[0].uid for lang in ("en", "nl", "sv")} == {
        "surveys/a/deadline@example.org"
    }


def test_the_common_calendar_has_last_year_and_later(pages: dict) -> None:
    """Earlier deadlines are left out, so that it does not grow."""
    calendar = pages["nl/deadlines.ics"]
    assert (calendar.since, [event.uid.split("/")[1] for event in calendar.events]) == (2023, ["a", "b"])


def test_only_a_new_year_drops_deadlines(make_pages: Callable, settings: Settings) -> None:
    """From day to day nothing is dropped, so the file is not written again every night."""
    days = (date(2023, 9, 1), date(2023, 12, 31), date(2024, 1, 1), date(2025, 1, 1))
    made = [make_pages(FILES, settings=settings, now=day)["nl/deadlines.ics"] for day in days]
    assert made[0] == made[1]
    assert [len(calendar.events) for calendar in made] == [2, 2, 2, 0]


def test_a_calendars_name_is_in_one_language(pages: dict) -> None:
    """If the word for deadlines is in another language, the platform's name is alone."""
    assert pages["nl/deadlines.ics"].name == Text("Prikbord", "nl")


def test_without_siteurl_calendar_entries_have_no_address(make_pages: Callable, small_platform: Settings) -> None:
    """Calendars themselves need no SITEURL."""
    event = make_pages(FILES, settings=small_platform, now=date(2023, 9, 1))["nl/surveys/a/deadline.ics"].events[0]
    assert (event.href, event.uid) == ("", "surveys/a/deadline@noticeboard.invalid")


def test_pages_link_to_calendars(pages: dict) -> None:
    """A survey's page links to its deadline's calendar, every page to the common one."""
    assert pages["sv/surveys/a/"].answering.calendar == "/sv/surveys/a/deadline.ics"
    assert pages["sv/"].frame.calendar == "/sv/deadlines.ics"


def test_a_platform_without_deadlines_has_no_calendar(make_pages: Callable, settings: Settings) -> None:
    """And no link to one."""
    pages = make_pages({"news/d/nl.md": FILES["news/d/nl.md"]}, settings=settings)
    assert ([p for p in pages if p.endswith(".ics")], pages["nl/"].frame.calendar) == ([], "")


def test_the_common_calendar_is_bounded(make_pages: Callable, settings: Settings) -> None:
    """Of past deadlines it keeps the latest; it keeps all coming ones."""
    ends = {"a": "2023-02-19", "b": "2023-02-18", "c": "2023-03-01", "d": "2023-10-01", "e": "2023-10-02"}
    files = {
        f"surveys/{name}/nl.md": DUTCH.format(title=name, published="2023-01-01", deadline=day)
        for name, day in ends.items()
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("noticeboard.pages.calendars.calendar_pages.MOST_OVER", 2)
        page = make_pages(files, settings=settings, now=date(2023, 9, 1))["nl/deadlines.ics"]
    assert [str(event.when) for event in page.events] == ["2023-02-19", "2023-03-01", "2023-10-01", "2023-10-02"]
