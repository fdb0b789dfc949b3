"""The small values of which views are made: dates, links, languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from noticeboard.model import Text


class Moment(Struct, frozen=True):
    """A date or an instant: its words in the reader's language, and its HTML `datetime` value."""

    text: str
    iso: str


class Link(Struct, frozen=True):
    """A text that leads somewhere; `hreflang` is "" if the target is in the page's own language."""

    text: Text
    href: str
    hreflang: str = ""


class Logo(Struct, frozen=True):
    """A logo: its address, and its size in pixels, of which only the ratio counts."""

    src: str
    width: int
    height: int


class OrganisationLink(Link, frozen=True):
    """A term that names an organisation: the link to its page here, and its own website and logo."""

    website: Link | None = None
    logo: Logo | None = None


class LanguageLink(Struct, frozen=True):
    """One language in the switcher or the chooser: its own name, and the page's address in it.

    `missing` says that the text itself does not exist in that language (a fallback page answers there).
    """

    lang: str
    dir: str
    name: str
    href: str
    current: bool = False
    missing: bool = False


class Alternate(Struct, frozen=True):
    """One `<link rel="alternate" hreflang>`; `href` is absolute where SITEURL is set."""

    hreflang: str
    href: str


class NavigationItem(Struct, frozen=True):
    """One entry of a navigation; `current` is True on the entry's own page, `within` on a page below it."""

    text: Text
    href: str
    current: bool = False
    within: bool = False


class TermGroup(Struct, frozen=True):
    """A vocabulary's heading and the announcement's terms of it, as links to their pages; `name` is its own."""

    heading: Text
    terms: tuple[Link, ...]
    name: str = ""


class EventFacts(Struct, frozen=True):
    """When and where an event is. `ends` is its end in ISO 8601, "" if none is stated; `place` is None likewise.

    `over` says that it had ended when the page was made; `calendar` is the address of its entry for calendars.
    """

    when: Moment
    ends: str
    place: Link | None
    over: bool
    calendar: str
