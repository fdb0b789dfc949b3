"""What a template may see: frozen values, one class per kind of page and per component.

A template gets one of the page views as `page` and the catalogue functions, nothing else. Every `href`
is ready to print: root-relative with the site's own path in front, or absolute where it says so.
"""

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
    """A text that leads somewhere; `hreflang` is "" where the target is in the page's own language."""

    text: Text
    href: str
    hreflang: str = ""


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
class Frame:
    """What every page in one language shares with all others: head, header and footer."""

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


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page stands: its canonical address, its alternates, its switcher and its way back.

    `canonical` is "" where a page has none (404). `breadcrumb` holds the ancestors, the page itself last
    with an empty href. `indexed` is False for pages that search engines leave out.
    """

    canonical: str
    alternates: tuple[Alternate, ...]
    switcher: tuple[LanguageLink, ...]
    breadcrumb: tuple[Link, ...]
    indexed: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its size in pixels, its words and its maker; `alt` is "" for a decorative one."""

    src: str
    width: int
    height: int
    alt: Text
    credit: Text
    caption: Text | None = None


@dataclass(frozen=True, slots=True)
class Html:
    """A piece of safe HTML: sanitised, links resolved."""

    html: str


Part = Html | Figure


@dataclass(frozen=True, slots=True)
class Prose:
    """A text ready to print, in the language `lang`: the lead paragraph's inner HTML ("" if none), then parts."""

    lang: str
    dir: str
    lead: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class TermGroup:
    """A vocabulary's heading and the announcement's terms of it, as links to their pages."""

    heading: Text
    terms: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Answering:
    """The box for answering a survey. Absent facts are None, "" or empty.

    `languages` names the questionnaire's languages in the reader's language; `duration` counts minutes.
    """

    opens: Moment | None
    deadline: Moment | None
    href: str
    languages: tuple[str, ...]
    languages_joined: str
    duration: int | None
    privacy: str


@dataclass(frozen=True, slots=True)
class Fallback:
    """Why the text is not in the reader's language: which language it is in, and what is promised."""

    language: str
    href: str
    hreflang: str
    expected: Moment | None


@dataclass(frozen=True, slots=True)
class Card:
    """An announcement in a list. `kind` is the label of one ("Survey")."""

    kind: Text
    title: Text
    summary: Text | None
    href: str
    published: Moment | None
    opens: Moment | None
    deadline: Moment | None


@dataclass(frozen=True, slots=True)
class AnnouncementPage:
    """One announcement in one language. `fallback` is None where the version exists."""

    frame: Frame
    address: Address
    kind: Text | None
    title: Text
    description: Text
    figure: Figure | None
    prose: Prose
    fallback: Fallback | None
    draft: bool
    published: Moment | None
    updated: Moment | None
    answering: Answering | None
    terms: tuple[TermGroup, ...]
    survey: Link | None
    results: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ListingPage:
    """All announcements of a kind that are upcoming or open and the newest others, or those of one year.

    `year` is "" on the first page. `years` leads to the pages of the years, the newest first.
    """

    frame: Frame
    address: Address
    heading: Text
    year: str
    cards: tuple[Card, ...]
    years: tuple[NavigationItem, ...]


@dataclass(frozen=True, slots=True)
class TermPage:
    """Everything for one term of a vocabulary.

    `year` and `years` are as on a listing; both are empty where one page holds all.
    """

    frame: Frame
    address: Address
    vocabulary: Text
    term: Text
    description: Text | None
    year: str
    cards: tuple[Card, ...]
    years: tuple[NavigationItem, ...]
    siblings: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the front page: the newest of one kind, and the way to all of them."""

    heading: Text
    cards: tuple[Card, ...]
    href: str


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The platform's front page in one language."""

    frame: Frame
    address: Address
    sections: tuple[Section, ...]
    groups: tuple[TermGroup, ...]


@dataclass(frozen=True, slots=True)
class ChooserPage:
    """The page at /: every offered language by its own name. `frame` is the default language's."""

    frame: Frame
    address: Address
    languages: tuple[LanguageLink, ...]


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """The page for addresses that lead nowhere: every offered language, with the way to its front page."""

    frame: Frame
    address: Address
    languages: tuple[LanguageLink, ...]


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """A small page at a former address that leads to the present one."""

    lang: str
    dir: str
    title: Text
    href: str
    canonical: str


View = (
    AnnouncementPage
    | ListingPage
    | TermPage
    | FrontPage
    | ChooserPage
    | NotFoundPage
    | RedirectPage
)


@dataclass(frozen=True, slots=True)
class Page:
    """One file to write: its path below the output folder, the template that makes it, and what that sees.

    `source` names, for people, what the page is made from; templates do not see it.
    """

    path: str
    template: str
    view: View
    source: str = ""

    @property
    def lang(self) -> str:
        """The language of the page's labels."""
        return self.view.lang if isinstance(self.view, RedirectPage) else self.view.frame.lang
