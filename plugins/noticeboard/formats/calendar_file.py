"""Calendars -> iCalendar (RFC 5545, and RFC 7986 for a calendar's name)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, vText

from noticeboard.formats.xml_characters import allowed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Component

    from noticeboard.model import Text
    from noticeboard.pages import documents

_PRODUCER = "-//Noticeboard//Noticeboard//EN"
_END = b"END:VCALENDAR\r\n"
_KEPT = 1000
_REFRESH = timedelta(days=1)


def calendar_file(page: documents.CalendarPage) -> bytes:
    """The calendar with its deadlines; those at a time of day name their time zone, which the file defines."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if page.name:
        for key in ("name", "x-wr-calname"):
            _say(calendar, key, page.name)
        calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    years = [event.when.year for event in page.events if isinstance(event.when, datetime) and event.when.tzinfo != UTC]
    # A calendar must have a component (RFC 5545, section 3.6); without deadlines that is its time zone.
    zone = _zone(page.zone, page.since, max(years, default=page.since)) if years or not page.events else b""
    head = calendar.to_ical().removesuffix(_END)
    events = (_event_lines(event, *_zones(event)) for event in page.events)
    return b"".join((head, zone, *events, _END))


# Calendars share their time zone, and an event is in several.
@cache
def _zone(name: str, first: int, last: int) -> bytes:
    """The zone's offsets from the first year to the end of the last, without the library's remark in English."""
    zone = Timezone.from_tzinfo(ZoneInfo(name), first_date=date(first, 1, 1), last_date=date(last + 1, 1, 1))
    zone.pop("comment", None)
    return bytes(zone.to_ical())


@lru_cache(_KEPT)
def _event_lines(event: documents.Event, *_: object) -> bytes:
    return bytes(_event(event).to_ical())


def _zones(event: documents.Event) -> Iterator[object]:
    """The zones of an event's instants; they are written, but two equal instants in different zones count as equal."""
    return (getattr(moment, "tzinfo", None) for moment in (event.when, event.ends, event.created, event.changed))


def _event(event: documents.Event) -> Event:
    component = Event()
    component.add("uid", event.uid)
    component.add("dtstart", event.when)
    if event.ends:
        # The end of whole days is the day after the last one (RFC 5545, section 3.6.1).
        component.add("dtend", event.ends if isinstance(event.ends, datetime) else event.ends + timedelta(days=1))
    if event.sequence:
        component.add("sequence", event.sequence)
    _say(component, "summary", event.title)
    if event.description:
        _say(component, "description", event.description, event.href)
    for key, moment in (("created", event.created), ("last-modified", event.changed), ("dtstamp", event.changed)):
        if moment:
            component.add(key, moment)
    if event.href:
        component.add("url", event.href)
    if event.place:
        _say(component, "location", event.place)
    # A deadline takes no time from its day: who asks for free time still finds it.
    component.add("transp", "TRANSPARENT")
    if event.reminder:
        component.add_component(_alarm(event))
    return component


def _alarm(event: documents.Event) -> Alarm:
    """The reminder, which shows the entry's title (RFC 5545, section 3.6.6)."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    _say(alarm, "description", event.title)
    alarm.add("trigger", timedelta(days=-event.reminder))
    return alarm


def _say(component: Component, key: str, text: Text, ending: str = "") -> None:
    """Adds a text with its language, and an address below it."""
    words = f"{text.text}\n\n{ending}" if ending else text.text
    # The library escapes texts only where it knows that a property is one, and it does not know a calendar's name.
    component.add(key, vText(allowed(words), params={"LANGUAGE": text.lang}))
