"""The state of an announcement with a deadline at an instant, and when its pages change next."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from zoneinfo import ZoneInfo

    from noticeboard.site.records import Facts


class State(StrEnum):
    """The state of an announcement, in the order of time; one without a deadline is always CLOSED.

    The theme has words for each of them in the same order (components/states/states.html), which its script counts.
    """

    UPCOMING = "upcoming"
    OPEN = "open"
    TODAY = "today"
    CLOSED = "closed"


class Turns(NamedTuple):
    """The instants at which one state follows the one before it: it opens, its last day begins, it closes."""

    opens: datetime
    last_day: datetime
    closes: datetime


_ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)
"""The opening of an announcement that states neither an opening nor a publication."""


def begins(value: date | datetime, zone: ZoneInfo) -> datetime:
    """The instant at which a day begins in the zone; an instant is itself."""
    if isinstance(value, datetime):
        return value
    return datetime.combine(value, time.min, zone)


def ends(value: date | datetime, zone: ZoneInfo) -> datetime:
    """The first instant after a day in the zone (its last moment counts); an instant is itself."""
    if isinstance(value, datetime):
        return value
    return datetime.combine(value + timedelta(days=1), time.min, zone)


def day_of(value: date | datetime, zone: ZoneInfo) -> date:
    """The day in the zone on which an instant falls; a day is itself."""
    return value.astimezone(zone).date() if isinstance(value, datetime) else value


def last_moment(facts: Facts, zone: ZoneInfo) -> date | datetime | None:
    """The deadline, or the end of an event (by default its first day); None without either."""
    if facts.deadline is not None or facts.starts is None:
        return facts.deadline
    return facts.ends if facts.ends is not None else day_of(facts.starts, zone)


def closing(facts: Facts, zone: ZoneInfo) -> datetime | None:
    """The first instant after the time for answering or after an event; None without either."""
    last = last_moment(facts, zone)
    return ends(last, zone) if last is not None else None


def turns(facts: Facts, zone: ZoneInfo) -> Turns | None:
    """The instants at which its state changes, none before the previous one; None without a deadline.

    It opens on `opens`, an event on `starts`, else on its publication. Its last day is a day of the platform's zone.
    """
    closes = closing(facts, zone)
    if closes is None:
        return None
    stated = facts.opens or facts.starts or facts.published
    opens = min(begins(stated, zone), closes) if stated is not None else _ALWAYS
    last_day = begins(day_of(closes - timedelta(microseconds=1), zone), zone)
    return Turns(opens, max(opens, last_day), closes)


def state(facts: Facts, now: datetime, zone: ZoneInfo) -> State:
    """The announcement's state at an aware instant."""
    known = turns(facts, zone)
    if known is None:
        return State.CLOSED
    return tuple(State)[sum(now >= turn for turn in known)]


def leaves_calendar(facts: Facts, zone: ZoneInfo) -> datetime | None:
    """The New Year after which its deadline or end is neither this year's nor last year's; None without either."""
    last = last_moment(facts, zone)
    return begins(date(begins(last, zone).astimezone(zone).year + 2, 1, 1), zone) if last is not None else None


def next_change(facts: Facts, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The next instant after now at which pages and documents change for it; None if there is none.

    They change when it appears, opens (lists have open ones first), closes, and when it leaves the calendar. What
    holds for one day only is left to the reader's clock.
    """
    appears = begins(facts.published, zone) if facts.published is not None else None
    known = turns(facts, zone)
    opens = known.opens if known and (appears is None or known.opens > appears) else None
    instants = (appears, opens, known.closes if known else None, leaves_calendar(facts, zone))
    return min((i for i in instants if i is not None and i > now), default=None)


def next_of_all(all_facts: Iterable[Facts], now: datetime, zone: ZoneInfo) -> datetime | None:
    """The next instant after now at which pages and documents change for any of them; None if there is none."""
    changes = (next_change(facts, now, zone) for facts in all_facts)
    return min((change for change in changes if change), default=None)
