"""Contact, extension, expected results, results of several surveys, and events, on every page that shows them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from noticeboard.model import Text
from noticeboard.pages.views.view_parts import Link, Moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.settings import Settings

HEAD = "---\ntitle: {title}\npublished: 2026-11-01\n{keys}---\nText.\n"


def text(title: str, keys: str = "") -> str:
    """A version with those keys."""
    return HEAD.format(title=title, keys=keys)


FILES = {
    "surveys/a/en.md": text(
        "A",
        "deadline: 2026-11-20\nextended_from: 2026-11-10\nresults_expected: 2027-06\ncontact: info@example.org\n"
        "privacy: pages/contact\n",
    ),
    "surveys/b/en.md": text("B", "deadline: 2026-12-20\nextended_from: 2026-12-10\n"),
    "results/r/en.md": text("R", "results_of: [a, surveys/b]\n"),
    "events/e/en.md": text(
        "E", "starts: 2027-03-04T14:00+01:00\nends: 2027-03-04T16:00+01:00\nplace: https://example.org/live\n"
    ),
    "events/f/en.md": text("F", "starts: 2026-11-10\nends: 2026-11-12\nplace: Brussels\n"),
    "pages/contact/en.md": "---\ntitle: Ask us\n---\nText.\n",
}


@pytest.fixture(scope="module")
def pages(make_pages: Callable, small_platform: Settings) -> dict:
    """The pages on 1 December 2026, when a and f are over."""
    settings = replace(small_platform, siteurl="https://example.org")
    return make_pages(FILES, settings=settings, now=date(2026, 12, 1))


def test_a_former_deadline_is_shown_everywhere(pages: dict) -> None:
    """It is on the page, the card and in the calendar, where the entry moves to the new day."""
    assert pages["en/surveys/b/"].answering.extended_from == Moment("10 December 2026", "2026-12-10")
    cards = {card.title.text: card.extended for card in pages["en/surveys/"].cards}
    assert cards == {"A": True, "B": True}
    (event,) = pages["en/surveys/b/deadline.ics"].events
    assert (event.sequence, event.reminder) == (50 * 24, 3)
    (event,) = pages["en/events/e/deadline.ics"].events
    assert event.sequence == 0


def test_expected_results_are_a_month_in_the_readers_words(pages: dict) -> None:
    """The month is in the language's words, and in ISO 8601 for machines."""
    assert pages["nl/surveys/a/"].answering.results_expected == Moment("juni 2027", "2027-06")


def test_a_contact_is_an_address_or_a_page(pages: dict) -> None:
    """An e-mail address becomes a mailto link; a page becomes a link with its title."""
    page = pages["en/surveys/a/"]
    assert page.contact == Link(Text("info@example.org", ""), "mailto:info@example.org")
    assert page.answering.privacy == Link(Text("Ask us", "en"), "/en/contact/")


def test_results_link_to_all_their_surveys_and_back(pages: dict) -> None:
    """One page may have the results of several surveys, and each of them links to it."""
    assert [link.text.text for link in pages["en/results/r/"].surveys] == ["A", "B"]
    assert [[link.text.text for link in pages[f"en/surveys/{name}/"].results] for name in "ab"] == [
        ["R"],
        ["R"],
    ]


def test_an_event_says_when_and_where_it_is(pages: dict) -> None:
    """Times on one day have the day once; a place is words or an address; a past event says so."""
    online, past = pages["en/events/e/"].event, pages["nl/events/f/"].event
    assert (online.when.text, online.over) == ("4 March 2027, 14:00\N{EN DASH}16:00", False)
    assert online.place.href == "https://example.org/live"
    assert (past.when.text, past.place, past.over) == (
        "10\N{EN DASH}12 november 2026",
        Link(Text("Brussels", "en"), ""),
        True,
    )


def test_an_event_has_an_entry_with_its_end(pages: dict) -> None:
    """The calendar has its end and place."""
    (event,) = pages["en/events/e/deadline.ics"].events
    assert (event.title, event.ends, event.place) == (
        Text("E", "en"),
        datetime.fromisoformat("2027-03-04T16:00+01:00"),
        Text("https://example.org/live", "en"),
    )


def test_coming_events_come_before_past_ones(pages: dict) -> None:
    """A list of events begins with those that readers can still attend."""
    assert [card.title.text for card in pages["en/events/"].cards] == ["E", "F"]
