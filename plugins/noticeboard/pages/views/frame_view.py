"""The frame of a page: what it shares with all others, and its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from noticeboard.model import Text
    from noticeboard.pages.views.view_parts import Alternate, LanguageLink, Link, Logo, NavigationItem


class Plural(Struct, frozen=True):
    """A plural category of the page's language (CLDR), as scripts know it, and a number that takes it."""

    category: str
    sample: int


class Frame(Struct, frozen=True):
    """What every page in one language shares with all others: head, header and footer.

    `time_zone` is the platform's, by its IANA name; `locale` is the BCP 47 tag of the conventions its dates follow
    ("en-GB"); `plurals` are the forms that counts up to 199 take. `feed` is the feed of all that is new, `calendar`
    the address of the calendar of all deadlines, `search` that of the search page; None or "" if there is none. `logo`
    replaces the platform's name, which becomes its alternative text. `stylesheets` are the platform's own.
    """

    lang: str
    dir: str
    platform: Text
    tagline: Text | None
    publisher: Text | None
    notice: Text | None
    home: str
    stylesheet: str
    script: str
    icon: str
    contact: str
    privacy: str
    navigation: tuple[NavigationItem, ...]
    footer: tuple[Link, ...]
    time_zone: str = "UTC"
    locale: str = ""
    plurals: tuple[Plural, ...] = ()
    feed: Link | None = None
    calendar: str = ""
    search: str = ""
    logo: Logo | None = None
    stylesheets: tuple[str, ...] = ()


class Address(Struct, frozen=True):
    """The addresses of a page: its own, those of its other languages, and those of the pages above it.

    `canonical` is "" if a page has none (404). `breadcrumb` holds the pages above it and, with an empty href, the page
    itself. `indexed` is False for pages that search engines leave out. `feed` is the feed of the page's own list, None
    if it has none. `description` is what search engines show below the title; if None, they get the tagline.
    """

    canonical: str
    alternates: tuple[Alternate, ...]
    switcher: tuple[LanguageLink, ...]
    breadcrumb: tuple[Link, ...]
    indexed: bool = True
    feed: Link | None = None
    description: Text | None = None
