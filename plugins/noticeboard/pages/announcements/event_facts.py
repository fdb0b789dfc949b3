"""When and where an event is, as readers of one language see it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from noticeboard.languages.dates import iso, moment_text, range_text, times_text
from noticeboard.model import Text
from noticeboard.pages import addresses
from noticeboard.pages.listings.listing_order import CLOSED
from noticeboard.pages.views.view_parts import EventFacts, Link, Moment
from noticeboard.site.lifecycle import day_of

if TYPE_CHECKING:
    from datetime import date
    from zoneinfo import ZoneInfo

    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.site import Announcement, Source


def event_facts(locale: LocaleContext, item: Announcement, source: Source) -> EventFacts | None:
    """When and where it is; None for what is not an event."""
    facts = item.facts
    if facts.starts is None:
        return None
    return EventFacts(
        when=Moment(when(facts.starts, facts.ends, locale.lang, locale.zone), iso(facts.starts)),
        ends=iso(facts.ends) if facts.ends is not None else "",
        place=_place(source),
        over=locale.order.group(item) == CLOSED,
        calendar=locale.href(addresses.deadline(locale.lang, item)),
    )


def when(starts: date | datetime, ends: date | datetime | None, lang: str, zone: ZoneInfo) -> str:
    """The days or moments of an event in the language's words; what both share is written once."""
    if ends is None:
        return moment_text(starts, lang, zone)
    if not isinstance(starts, datetime) or not isinstance(ends, datetime):
        return range_text(day_of(starts, zone), day_of(ends, zone), lang)
    return times_text(starts, ends, lang, zone)


def _place(source: Source) -> Link | None:
    """Where it is: words without an address, or the address where it is online."""
    place = source.header.place
    if not place:
        return None
    if place.startswith("https://"):
        return Link(Text(place.removeprefix("https://").rstrip("/"), ""), place)
    return Link(Text(place, source.lang), "")
