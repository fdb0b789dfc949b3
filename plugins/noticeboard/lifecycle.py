"""(Facts, now) -> upcoming | open | closed, and when that next changes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from zoneinfo import ZoneInfo

    from noticeboard.site import Facts


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


def next_change(facts: Facts, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The next instant after now at which the announcement appears, opens or closes; None when nothing is to come."""
    instants = [begins(v, zone) for v in (facts.published, facts.opens) if v is not None]
    closes = closing(facts, zone)
    instants += [closes] if closes is not None else []
    return min((i for i in instants if i > now), default=None)


def next_of_all(all_facts: Iterable[Facts], now: datetime, zone: ZoneInfo) -> datetime | None:
    """The next instant after now at which one of them appears, opens or closes; None when nothing is to come."""
    changes = (next_change(facts, now, zone) for facts in all_facts)
    return min((change for change in changes if change), default=None)
