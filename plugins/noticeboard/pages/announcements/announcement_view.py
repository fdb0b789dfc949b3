"""The page of one announcement, or its fallback page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from noticeboard.model import Text
    from noticeboard.pages.listings.listing_view import Card
    from noticeboard.pages.views.data_view import DocumentLink
    from noticeboard.pages.views.frame_view import Address, Frame
    from noticeboard.pages.views.text_view import Figure, Prose
    from noticeboard.pages.views.view_parts import EventFacts, Link, Moment, TermGroup


class AnswerBox(Struct, frozen=True):
    """What readers must know to answer a survey. Absent facts are None, "" or empty.

    `closed` is True if the deadline had passed when the page was made, `upcoming` if the survey had not opened; the
    script updates the page later. `languages` names the questionnaire's languages in the reader's language, `language`
    the one that `href` opens if it is not the reader's. `duration` is in minutes. `turns` are the instants of
    lifecycle.Turns (ISO 8601 with offset), empty without a deadline. `zone` names the time zone if the deadline's words
    do not. `own_time` is how the reader's language writes dates and times, empty unless the deadline is an instant.
    `calendar` is the address of the deadline for calendars. `extended_from` is the deadline announced before.
    """

    opens: Moment | None
    deadline: Moment | None
    href: str
    languages: tuple[str, ...]
    languages_joined: str
    duration: int | None
    privacy: Link | None
    turns: tuple[str, ...] = ()
    zone: str = ""
    calendar: str = ""
    language: str = ""
    closed: bool = False
    upcoming: bool = False
    own_time: tuple[str, ...] = ()
    extended_from: Moment | None = None
    results_expected: Moment | None = None


class Fallback(Struct, frozen=True):
    """Why the text is not in the reader's language: which language it is in, and what is promised.

    The switcher links to the versions that exist.
    """

    language: str
    expected: Moment | None


class AnnouncementPage(Struct, frozen=True):
    """One announcement in one language. `fallback` is None if the version exists.

    `schema` is its type at schema.org. `original` is the language of the original that it translates, "" if it is one.
    `outdated` links to the original if that has changed since this version was made. `facets` are the values of search
    filters that it has, as in addresses ("year=2026"). `related` are surveys that share terms with it. `appears` is
    the day on which an announcement in a preview will be published. `easy_read` and `sign_language` are the addresses
    of other forms of the text in its language, "" if there is none.
    """

    frame: Frame
    address: Address
    kind: Text | None
    title: Text
    description: Text
    figure: Figure | None
    prose: Prose
    documents: tuple[DocumentLink, ...]
    fallback: Fallback | None
    draft: bool
    appears: Moment | None
    published: Moment | None
    updated: Moment | None
    answering: AnswerBox | None
    terms: tuple[TermGroup, ...]
    surveys: tuple[Link, ...]
    results: tuple[Link, ...]
    schema: str = "Article"
    original: str = ""
    outdated: Link | None = None
    facets: tuple[str, ...] = ()
    related: tuple[Card, ...] = ()
    easy_read: str = ""
    sign_language: str = ""
    event: EventFacts | None = None
    contact: Link | None = None
