"""(Facts, now) -> upcoming | open | closed, and when pages next change for it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from zoneinfo import ZoneInfo

    from noticeboard.site.records import Facts


class State(StrEnum):
    """Where an announcement stands; what has no deadline is always CLOSED (nothing to answer)."""

    UPCOMING = "upcoming"
    OPEN = "open"
    CLOSED = "closed"


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


def opening(facts: Facts, zone: ZoneInfo) -> datetime | None:
    """The instant from which it can be answered: `opens`, else its publication; None for what has no deadline."""
    opens = facts.opens or facts.published
    return begins(opens, zone) if facts.deadline is not None and opens is not None else None


def closing(facts: Facts, zone: ZoneInfo) -> datetime | None:
    """The first instant at which it can no longer be answered; None for what has no deadline."""
    return ends(facts.deadline, zone) if facts.deadline is not None else None


def state(facts: Facts, now: datetime, zone: ZoneInfo) -> State:
    """Where the announcement stands at that aware instant."""
    opens, closes = opening(facts, zone), closing(facts, zone)
    if closes is None or now >= closes:
        return State.CLOSED
    return State.UPCOMING if opens is not None and now < opens else State.OPEN


def forgetting(facts: Facts, zone: ZoneInfo) -> datetime | None:
    """The New Year from which its deadline is neither this year's nor last year's; None for what has no deadline."""
    if facts.deadline is None:
        return None
    return begins(date(begins(facts.deadline, zone).astimezone(zone).year + 2, 1, 1), zone)


def next_change(facts: Facts, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The next instant after now at which pages and documents change for it; None when nothing is to come.

    They do when it appears, when it closes and when its deadline is forgotten. An opening changes nothing, as pages
    say the date and leave the rest to the reader's clock.
    """
    appears = begins(facts.published, zone) if facts.published is not None else None
    instants = (appears, closing(facts, zone), forgetting(facts, zone))
    return min((i for i in instants if i is not None and i > now), default=None)


def next_of_all(all_facts: Iterable[Facts], now: datetime, zone: ZoneInfo) -> datetime | None:
    """The next instant after now at which pages and documents change for one of them; None when nothing is to come."""
    changes = (next_change(facts, now, zone) for facts in all_facts)
    return min((change for change in changes if change), default=None)
