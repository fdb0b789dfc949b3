"""The state of an announcement at an instant."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from noticeboard.site import Facts
from noticeboard.site.lifecycle import (
    State,
    Turns,
    begins,
    closing,
    day_of,
    ends,
    last_moment,
    leaves_calendar,
    next_change,
    state,
    turns,
)

BRUSSELS = ZoneInfo("Europe/Brussels")
SURVEY = Facts(published=date(2023, 1, 10), opens=date(2023, 1, 16), deadline=date(2023, 2, 19))


def at(text: str) -> datetime:
    """A wall-clock time in Brussels."""
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2023-01-15T23:59:59", State.UPCOMING),
        ("2023-01-16T00:00", State.OPEN),
        ("2023-02-18T23:59:59", State.OPEN),
        ("2023-02-19T00:00", State.TODAY),
        ("2023-02-19T23:59:59", State.TODAY),
        ("2023-02-20T00:00", State.CLOSED),
    ],
)
def test_the_last_day_counts(now: str, expected: State) -> None:
    """A survey opens at the beginning of its first day in the platform's zone, and closes at the end of its last."""
    assert state(SURVEY, at(now), BRUSSELS) is expected


@pytest.mark.parametrize(
    ("now", "expected"), [("2023-02-19T16:59:59+01:00", State.TODAY), ("2023-02-19T16:00:00+00:00", State.CLOSED)]
)
def test_an_instant_closes_at_its_instant(now: str, expected: State) -> None:
    """Wherever the reader is."""
    facts = Facts(published=date(2023, 1, 10), deadline=datetime.fromisoformat("2023-02-19T17:00+01:00"))
    assert state(facts, datetime.fromisoformat(now), BRUSSELS) is expected


def test_without_opens_publication_opens() -> None:
    """It is open from its day of publication."""
    facts = Facts(published=date(2023, 1, 10), deadline=date(2023, 2, 19))
    assert [state(facts, at(t), BRUSSELS) for t in ("2023-01-09T23:59", "2023-01-10T00:00")] == [
        State.UPCOMING,
        State.OPEN,
    ]


def test_an_event_lasts_until_its_end_or_for_a_day() -> None:
    """The last moment is its stated end, else the end of its first day; a deadline comes before both."""
    event = Facts(published=date(2023, 1, 10), starts=at("2023-02-01T10:00"))
    ending = replace(event, ends=at("2023-02-02T12:00"))
    both = replace(ending, deadline=date(2023, 1, 20))
    expected = [date(2023, 2, 1), at("2023-02-02T12:00"), date(2023, 1, 20)]
    assert [last_moment(facts, BRUSSELS) for facts in (event, ending, both)] == expected
    assert last_moment(Facts(published=date(2023, 1, 10)), BRUSSELS) is None


def test_without_a_deadline_there_is_nothing_to_answer() -> None:
    """News and results are never upcoming or open."""
    assert state(Facts(published=date(2023, 1, 10)), at("2020-01-01"), BRUSSELS) is State.CLOSED


MOMENTS = st.datetimes(datetime(2022, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive by the API
DAYS = st.dates(date(2023, 1, 1), date(2026, 1, 1))


@given(MOMENTS, st.builds(Facts, published=DAYS | st.none(), opens=DAYS | st.none(), deadline=DAYS))
def test_turns_follow_each_other(now: datetime, facts: Facts) -> None:
    """No state ends before it begins, whatever the dates are; the last turn is the deadline."""
    known = turns(facts, BRUSSELS)
    assert known is not None
    assert known.opens <= known.last_day <= known.closes == closing(facts, BRUSSELS)
    assert (state(facts, now, BRUSSELS) is State.CLOSED) == (now >= known.closes)


def test_each_state_but_the_first_begins_at_a_turn() -> None:
    """The script counts the turns and shows the state with that index."""
    assert len(Turns._fields) == len(State) - 1


def test_days_are_as_long_as_the_zone_has_them() -> None:
    """The day on which summer time begins has 23 hours."""
    day = date(2026, 3, 29)
    assert ends(day, BRUSSELS).astimezone(UTC) - begins(day, BRUSSELS).astimezone(UTC) == timedelta(hours=23)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2023-01-01T00:00", "2023-01-10T00:00"),
        ("2023-01-10T00:00", "2023-01-16T00:00"),
        ("2023-01-20T12:00", "2023-02-20T00:00"),
        ("2023-02-20T00:00", "2025-01-01T00:00"),
        ("2025-01-01T00:00", None),
    ],
)
def test_the_next_change_is_in_the_future(now: str, expected: str | None) -> None:
    """It is when something next appears, opens, closes or leaves the calendar."""
    assert next_change(SURVEY, at(now), BRUSSELS) == (expected and at(expected))


@given(MOMENTS, st.builds(Facts, published=DAYS, opens=DAYS | st.none(), deadline=DAYS | st.none()))
def test_nothing_changes_before_the_next_change(now: datetime, facts: Facts) -> None:
    """Until then pages are made from the same values."""
    change = next_change(facts, now, BRUSSELS)
    until = now + timedelta(days=9999) if change is None else change.astimezone(UTC) - timedelta(microseconds=1)
    assert seen(facts, until) == seen(facts, now)


@given(MOMENTS, st.builds(Facts, published=DAYS, opens=DAYS | st.none(), deadline=DAYS | st.none()))
def test_something_changes_at_the_next_change(now: datetime, facts: Facts) -> None:
    """No build is asked for in vain."""
    change = next_change(facts, now, BRUSSELS)
    assert change is None or seen(facts, change.astimezone(UTC)) != seen(facts, now)


def seen(facts: Facts, now: datetime) -> tuple[bool, ...]:
    """What pages are made from: whether it is public, not open yet, over, and too old for the calendar."""
    public = facts.published is not None and begins(facts.published, BRUSSELS) <= now
    forgotten = leaves_calendar(facts, BRUSSELS)
    where = state(facts, now, BRUSSELS)
    coming = public and where is State.UPCOMING
    return public, coming, where is State.CLOSED, forgotten is not None and forgotten <= now


def test_an_instant_falls_on_a_day_of_the_zone() -> None:
    """Half past eleven at night in UTC is the next day in Brussels; a day is itself."""
    instant = datetime(2023, 2, 19, 23, 30, tzinfo=UTC)
    assert day_of(instant, BRUSSELS) == date(2023, 2, 20)
    assert day_of(date(2023, 2, 19), BRUSSELS) == date(2023, 2, 19)
