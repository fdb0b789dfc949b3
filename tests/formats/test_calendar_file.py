"""Calendars, as RFC 5545 specifies them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, vText
from msgspec.structs import replace

from noticeboard.formats.calendar_file import calendar_file
from noticeboard.model import Text
from noticeboard.pages.documents import CalendarPage, Event
from noticeboard.sources.text_decoding import INVALID

BRUSSELS = ZoneInfo("Europe/Brussels")
DAY = Event(
    uid="surveys/a/deadline@example.org",
    title=Text("Deadline: Enquête", "nl"),
    description=Text("Kort.", "nl"),
    when=date(2023, 2, 19),
    created=datetime(2023, 1, 9, 23, tzinfo=UTC),
    changed=datetime(2023, 1, 19, 23, tzinfo=UTC),
    href="https://example.org/nl/surveys/a/",
)
SINGLE = CalendarPage("nl", None, "Europe/Brussels", 2023, (DAY,))
TIMED = replace(DAY, uid="t", when=datetime(2023, 8, 31, 17, tzinfo=BRUSSELS))


def parsed(page: CalendarPage) -> Calendar:
    """The calendar as another library reads it."""
    return Calendar.from_ical(calendar_file(page))


def test_a_calendar_has_what_the_standard_requires() -> None:
    """It has a version and producer, and each event has a UID, a stamp and a start (sections 3.6 and 3.6.1)."""
    calendar = parsed(SINGLE)
    assert (calendar["version"], "prodid" in calendar) == ("2.0", True)
    (event,) = calendar.events
    assert (event["uid"], event["dtstamp"].dt) == (DAY.uid, DAY.changed)
    assert calendar.errors == event.errors == []


def test_a_whole_day_is_a_day() -> None:
    """A day has no time and no zone, so it is the same day everywhere."""
    (event,) = parsed(SINGLE).events
    assert (event["dtstart"].dt, event["dtstart"].params) == (date(2023, 2, 19), {"VALUE": "DATE"})
    assert parsed(SINGLE).timezones == []


def test_a_time_of_day_names_its_zone() -> None:
    """An instant is given in the platform's zone, which the file defines."""
    calendar = parsed(replace(SINGLE, events=(TIMED,)))
    start = calendar.events[0]["dtstart"]
    assert start.dt.astimezone(UTC) == datetime(2023, 8, 31, 15, tzinfo=UTC)
    assert start.params["TZID"] == "Europe/Brussels"
    (zone,) = calendar.timezones
    assert (zone["tzid"], "comment" in zone) == ("Europe/Brussels", False)
    ours = zone.to_tz()
    summer, winter = datetime(2023, 8, 31, 17, tzinfo=ours), datetime(2023, 12, 1, 17, tzinfo=ours)
    assert (summer.utcoffset(), winter.utcoffset()) == (timedelta(hours=2), timedelta(hours=1))


def test_texts_state_their_language() -> None:
    """Title and description state it (section 3.2.10); the description also ends with the address."""
    (event,) = parsed(replace(SINGLE, events=(replace(DAY, title=Text("Deadline: Survey", "en")),))).events
    assert (event["summary"], event["summary"].params["LANGUAGE"]) == ("Deadline: Survey", "en")
    assert event["description"] == "Kort.\n\nhttps://example.org/nl/surveys/a/"
    assert (event["description"].params["LANGUAGE"], event["url"]) == ("nl", DAY.href)


def test_dates_come_from_the_content() -> None:
    """Creation and last change are the content's, in UTC."""
    (event,) = parsed(SINGLE).events
    assert (event["created"].dt, event["last-modified"].dt) == (DAY.created, DAY.changed)


def test_a_deadline_keeps_its_day_free() -> None:
    """The day of a deadline does not count as busy."""
    assert parsed(SINGLE).events[0]["transp"] == "TRANSPARENT"


def test_a_calendar_to_subscribe_to_has_a_name() -> None:
    """It has the name of RFC 7986 and the one for older programs, and asks to be read once a day."""
    calendar = parsed(replace(SINGLE, name=Text("Deadlines", "nl")))
    assert [calendar[key] for key in ("name", "x-wr-calname")] == ["Deadlines"] * 2
    assert calendar["name"].params["LANGUAGE"] == "nl"
    assert calendar["refresh-interval"].dt == timedelta(days=1)


def test_a_calendar_without_deadlines_is_valid() -> None:
    """A calendar needs a component (section 3.6): without events it has its time zone."""
    calendar = parsed(replace(SINGLE, name=Text("Deadlines", "nl"), events=()))
    assert (calendar.events, [zone["tzid"] for zone in calendar.timezones]) == ([], ["Europe/Brussels"])


def test_lines_are_as_long_as_allowed() -> None:
    """Lines end with CR LF and have at most 75 octets; none ends inside a character (section 3.1)."""
    data = calendar_file(replace(SINGLE, events=(replace(DAY, title=Text("Åäö😀" * 100, "sv")),)))
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line for line in lines if line.decode() == ""] == []
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_hostile_texts_come_out_as_they_are(hostile: str) -> None:
    """Another library reads every text as it was, with line ends as LF."""
    text = Text(hostile, "nl")
    events = (replace(DAY, title=text, description=text, href=""), TIMED)
    page = CalendarPage("nl", text, "Europe/Brussels", 2023, events)
    expected = hostile.replace("\r\n", "\n").replace("\r", "\n")
    first, second = parsed(page).events
    assert ([first[key] for key in ("summary", "description")], second["uid"]) == ([expected] * 2, "t")
    # icalendar does not unescape a calendar's name, which is newer than RFC 5545.
    assert b"\r\nNAME;LANGUAGE=nl:" + vText(expected).to_ical() in calendar_file(page).replace(b"\r\n ", b"")


@given(st.text().filter(lambda text: "\r" not in text and not INVALID.search(text)))
def test_any_text_comes_back(title: str) -> None:
    """Any title can be read back from the file."""
    (event,) = parsed(replace(SINGLE, events=(replace(DAY, title=Text(title, "nl")),))).events
    assert str(event["summary"]) == title
