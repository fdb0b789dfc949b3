"""The order of announcements in lists."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from noticeboard.pages.listings.listing_order import ListingOrder, by_year

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.site import Announcement

ZONE = ZoneInfo("Europe/Brussels")
DATES = {
    "closed-new": ("2023-01-20", "2023-01-25"),
    "closed-old": ("2022-06-01", "2022-07-01"),
    "open-late": ("2023-01-01", "2023-03-01"),
    "open-soon": ("2023-01-15", "2023-02-10"),
    "same-a": ("2022-06-01", "2022-07-01"),
    "upcoming": ("2023-01-05", "2023-02-20"),
}


@pytest.fixture(scope="module")
def items(link_site: Callable) -> list[Announcement]:
    """Surveys that are open, upcoming and closed on 1 February 2023, by key."""
    opens = {"upcoming": "opens: 2023-02-15\n"}
    files = {
        f"surveys/{name}/nl.md": f"---\ntitle: T\npublished: {published}\ndeadline: {deadline}\n"
        f"{opens.get(name, '')}---\nText.\n"
        for name, (published, deadline) in DATES.items()
    }
    return list(link_site(files).site.announcements.values())


def order(day: date) -> ListingOrder:
    """The order when that day begins in Brussels."""
    return ListingOrder(datetime.combine(day, datetime.min.time(), ZONE), ZONE)


def test_open_surveys_come_first(items: list[Announcement]) -> None:
    """Then upcoming ones, both by the next deadline; then the others, newest first."""
    found = order(date(2023, 2, 1)).ahead(items)
    assert [i.name for i in found] == ["open-soon", "open-late", "upcoming", "closed-new", "closed-old", "same-a"]


def test_a_survey_moves_on_the_day_after_its_deadline(items: list[Announcement]) -> None:
    """On the last day it keeps its place, on the next day it comes after the open ones."""
    last, after = (order(date(2023, 2, day)).ahead(items) for day in (10, 11))
    assert (last[0].name, [i.name for i in after][:3]) == (
        "open-soon",
        ["open-late", "upcoming", "closed-new"],
    )


def test_years_are_ordered_by_age_alone(items: list[Announcement]) -> None:
    """A year's page does not change when a deadline passes."""
    before, after = (order(date(2023, month, 1)).newest(items) for month in (2, 6))
    assert [i.name for i in before] == ["closed-new", "open-soon", "upcoming", "open-late", "closed-old", "same-a"]
    assert before == after


def test_the_order_of_input_changes_nothing(items: list[Announcement]) -> None:
    """Equal announcements are sorted by key."""
    when = order(date(2023, 2, 1))
    assert (when.ahead(items[::-1]), when.newest(items[::-1])) == (when.ahead(items), when.newest(items))


def test_announcements_are_grouped_by_year_of_publication(items: list[Announcement]) -> None:
    """Every year has its announcements, the newest year first."""
    assert {year: [i.name for i in group] for year, group in by_year(items).items()} == {
        "2023": ["closed-new", "open-late", "open-soon", "upcoming"],
        "2022": ["closed-old", "same-a"],
    }


def test_a_long_year_has_pages_of_months(link_site: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """The year's page has its newest month; every announcement is on exactly one page."""
    days = {"a": "2023-01-20", "b": "2023-03-01", "c": "2023-03-31", "d": "2022-06-01", "e": "2022-07-01"}
    files = {f"news/{name}/nl.md": f"---\ntitle: T\npublished: {day}\n---\nText.\n" for name, day in days.items()}
    monkeypatch.setattr("noticeboard.pages.listings.listing_order.MOST", 2)
    found = by_year(link_site(files).site.announcements.values())
    assert [(part, [item.name for item in some]) for part, some in found.items()] == [
        ("2023", ["b", "c"]),
        ("2023-01", ["a"]),
        ("2022", ["d", "e"]),
    ]
