"""The small values of which views are made: dates, links, languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noticeboard.model import Text


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or an instant: its words in the reader's language, and its HTML `datetime` value."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere; `hreflang` is "" if the target is in the page's own language."""

    text: Text
    href: str
    hreflang: str = ""


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo: its address, and its size in pixels, of which only the ratio counts."""

    src: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class OrganisationLink(Link):
    """A term that names an organisation: the link to its page here, and its own website and logo."""

    website: Link | None = None
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """One language in the switcher or the chooser: its own name, and the page's address in it.

    `missing` says that the text itself does not exist in that language (a fallback page answers there).
    """

    lang: str
    dir: str
    name: str
    href: str
    current: bool = False
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Alternate:
    """One `<link rel="alternate" hreflang>`; `href` is absolute where SITEURL is set."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One entry of the main navigation; `current` marks the page itself, `within` a page below it."""

    text: Text
    href: str
    current: bool = False
    within: bool = False


@dataclass(frozen=True, slots=True)
class TermGroup:
    """A vocabulary's heading and the announcement's terms of it, as links to their pages; `name` is its own."""

    heading: Text
    terms: tuple[Link, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class EventFacts:
    """When and where an event is. `ends` is its end in ISO 8601, "" if none is stated; `place` is None likewise.

    `over` says that it had ended when the page was made; `calendar` is the address of its entry for calendars.
    """

    when: Moment
    ends: str
    place: Link | None
    over: bool
    calendar: str
