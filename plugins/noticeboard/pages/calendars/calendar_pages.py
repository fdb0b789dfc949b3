"""Deadlines for readers' calendars: one per announcement, and all of them in one calendar to subscribe to."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from noticeboard.model import Text
from noticeboard.pages import addresses
from noticeboard.pages.change_dates import changed
from noticeboard.pages.documents import CalendarPage, Event
from noticeboard.pages.listings.cards import cards
from noticeboard.pages.page_messages import DEADLINE_OF, DEADLINES
from noticeboard.pages.persistent_ids import event_uid
from noticeboard.pages.views.page import Page
from noticeboard.site.lifecycle import begins, closing, ends, leaves_calendar

if TYPE_CHECKING:
    from datetime import date

    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.site import Announcement

MOST_OVER = 200
"""Deadlines and events in the calendar of all that are over; programs fetch it again and again."""

REMINDER = 3
"""How many days before a deadline calendars remind of it: enough to answer in peace."""

REMINDER_OF_EVENT = 1
"""How many days before an event calendars remind of it."""


def calendar_pages(locale: LocaleContext) -> list[Page]:
    """The deadline of every announcement that has one, and the calendar of those of last year and later (_recent)."""
    dated = [item for item in locale.items if item.facts.deadline or item.facts.starts]
    if not dated:
        return []
    recent = _recent(locale, dated)
    since = min(_year(locale, item) for item in recent or dated)
    pages = [_page(locale, addresses.deadline(locale.lang, item), _year(locale, item), (item,)) for item in dated]
    return [*pages, _page(locale, addresses.deadlines(locale.lang), since, tuple(recent), together=True)]


def _recent(locale: LocaleContext, dated: list[Announcement]) -> list[Announcement]:
    """Those of last year and later; of those that are over, only the last MOST_OVER."""
    now, zone = locale.order.now, locale.zone
    recent = [item for item in dated if (end := leaves_calendar(item.facts, zone)) is not None and now < end]
    over = {item.key: end for item in recent if (end := closing(item.facts, zone)) is not None and end <= now}
    kept = set(sorted(over, key=lambda key: (over[key], key))[-MOST_OVER:])
    return [item for item in recent if item.key not in over or item.key in kept]


def _page(
    locale: LocaleContext, path: str, since: int, items: tuple[Announcement, ...], *, together: bool = False
) -> Page:
    """A calendar with these deadlines; with `together`, the calendar of all, which has a name."""
    lang, make = locale.lang, partial(_together if together else _calendar, locale, since, items)
    key = locale.cache_keys.page(lang, path, str(since).encode(), locale.cache_keys.cards(lang, items))
    return Page(path, "", lang, make, key, "" if together else items[0].sources[0].path)


def _together(locale: LocaleContext, since: int, items: tuple[Announcement, ...]) -> CalendarPage:
    return _calendar(locale, since, items, _name(locale))


def _calendar(
    locale: LocaleContext, since: int, items: tuple[Announcement, ...], name: Text | None = None
) -> CalendarPage:
    events = sorted((_event(locale, item) for item in items), key=lambda e: (begins(e.when, locale.zone), e.uid))
    return CalendarPage(locale.lang, name, locale.site.settings.time_zone, since, tuple(events))


def _event(locale: LocaleContext, item: Announcement) -> Event:
    source = item.shown(locale.lang)
    assert source is not None  # noqa: S101 - locale.items holds only what is shown
    path = addresses.announcement(locale.lang, item)
    return Event(
        uid=event_uid(locale.site.settings, item),
        title=_title(locale, item, Text(source.title, source.lang)),
        description=cards(locale, (item,))[0].summary,
        when=_local(locale, _day_of(item)),
        created=_instant(locale, item.facts.published),
        changed=_instant(locale, changed(item, source) or _day_of(item)),
        href=locale.absolute(path) if locale.site.settings.siteurl else "",
        ends=_local(locale, item.facts.ends) if item.facts.ends and not item.facts.deadline else None,
        place=Text(source.header.place, source.lang) if source.header.place else None,
        sequence=_sequence(locale, item),
        reminder=REMINDER if item.facts.deadline else REMINDER_OF_EVENT,
    )


def _title(locale: LocaleContext, item: Announcement, title: Text) -> Text:
    """The entry's title: of a deadline with the reader's word for it, around a title that may be in another language.

    It counts as text in the reader's language, because a property has one language (RFC 5545, section 3.2.10).
    """
    if not item.facts.deadline:
        return title
    words = locale.gettext(*DEADLINE_OF)
    return Text(words.text % {"title": title.text}, locale.lang) if words.lang == locale.lang else title


def _name(locale: LocaleContext) -> Text:
    """The calendar's name with the platform's, or the platform's alone if they are in two languages."""
    name, platform = locale.gettext(*DEADLINES), locale.platform
    return Text(f"{name.text} \N{EN DASH} {platform.text}", name.lang) if name.lang == platform.lang else platform


def _day_of(item: Announcement) -> date | datetime:
    """The deadline, else the beginning of the event."""
    found = item.facts.deadline or item.facts.starts
    assert found is not None  # noqa: S101 - only announcements with one of them come here
    return found


def _sequence(locale: LocaleContext, item: Announcement) -> int:
    """0, or for an extended deadline the hours from publication to its end, at least 1.

    So the number grows with each extension, as RFC 5545, section 3.8.7.4, asks.
    """
    facts = item.facts
    if facts.extended_from is None or facts.deadline is None:
        return 0
    since = begins(facts.published or facts.extended_from, locale.zone)
    return max(1, int((ends(facts.deadline, locale.zone) - since).total_seconds()) // 3600)


def _local(locale: LocaleContext, value: date | datetime) -> date | datetime:
    """A day as it is; an instant in the platform's zone, or in UTC within the hour that the clock shows twice."""
    if not isinstance(value, datetime):
        return value
    local = value.astimezone(locale.zone)
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return value.astimezone(UTC) if twice else local


def _year(locale: LocaleContext, item: Announcement) -> int:
    return _local(locale, _day_of(item)).year


def _instant(locale: LocaleContext, day: date | None) -> datetime | None:
    """The instant, in UTC, at which a day begins in the platform's zone."""
    return begins(day, locale.zone).astimezone(UTC) if day else None
