"""(Facts, now) -> upcoming | open | closed, and when that next changes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


def state(facts: Facts, now: datetime, zone: ZoneInfo) -> State:
    """Where the announcement stands at that aware instant."""
    if facts.deadline is None or now >= ends(facts.deadline, zone):
        return State.CLOSED
    opens = facts.opens or facts.published
    if opens is not None and now < begins(opens, zone):
        return State.UPCOMING
    return State.OPEN


def next_change(facts: Facts, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The next instant after now at which the announcement appears, opens or closes; None when nothing is to come."""
    instants = [begins(v, zone) for v in (facts.published, facts.opens) if v is not None]
    instants += [ends(facts.deadline, zone)] if facts.deadline is not None else []
    return min((i for i in instants if i > now), default=None)
