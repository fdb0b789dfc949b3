"""The days that a text may name as the deadline."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from noticeboard.settings import Settings


def deadline_days(deadline: date | datetime, settings: Settings) -> tuple[date, ...]:
    """The day of a deadline in the platform's zone, and the day before where that is midnight, at which it ends."""
    if not isinstance(deadline, datetime):
        return (deadline,)
    local = deadline.astimezone(ZoneInfo(settings.time_zone))
    day = local.date()
    return (day, day - timedelta(days=1)) if (local.hour, local.minute) == (0, 0) else (day,)
