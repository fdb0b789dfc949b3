"""What a template may see: frozen values, one class per kind of page and per component.

A template gets one of the page views as `page` and the catalogue functions, nothing else. Every `href`
is ready to print: root-relative with the site's own path in front, or absolute where it says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from noticeboard.languages.word_forms import WordForms
    from noticeboard.model import Text
    from noticeboard.pages.documents import Document


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
class Plural:
    """A plural category of the page's language (CLDR), as scripts know it, and a number that takes it."""

    category: str
    sample: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page in one language shares with all others: head, header and footer.

    `time_zone` is the platform's, by its IANA name; `locale` is the BCP 47 tag of the conventions its dates follow
    ("en-GB"); `plurals` are the forms that counts up to 199 take. `feed` tells of all that is new, `calendar` of all
    deadlines, `search` is the address of the search page; None or "" where there is none.
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


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page stands: its canonical address, its alternates, its switcher and its way back.

    `canonical` is "" where a page has none (404). `breadcrumb` holds the ancestors, the page itself last
    with an empty href. `indexed` is False for pages that search engines leave out. `feed` tells of what is new in
    the page's own list; None where it has none.
    """

    canonical: str
    alternates: tuple[Alternate, ...]
    switcher: tuple[LanguageLink, ...]
    breadcrumb: tuple[Link, ...]
    indexed: bool = True
    feed: Link | None = None


@dataclass(frozen=True, slots=True)
class PictureSource:
    """A picture's files in one format: its media type, and the files with their widths as `srcset` wants them."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its size in pixels, its words and its maker; `alt` is "" for a decorative one.

    `sources` are the newer formats, the smallest first; `srcset` and `src` are in one that every browser knows.
    """

    src: str
    width: int
    height: int
    alt: Text
    credit: Text
    caption: Text | None = None
    srcset: str = ""
    sources: tuple[PictureSource, ...] = ()


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
    """A vocabulary's heading and the announcement's terms of it, as links to their pages; `name` is its own."""

    heading: Text
    terms: tuple[Link, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Answering:
    """The box for answering a survey. Absent facts are None, "" or empty.

    `languages` names the questionnaire's languages in the reader's language; `duration` counts minutes.
    From `opens_at` until before `closes_at` it can be answered (ISO 8601 instants with offset; a whole day
    ends when the next one begins). `zone` names the time zone where the deadline's words do not. `calendar` is the
    address of the deadline for calendars.
    """

    opens: Moment | None
    deadline: Moment | None
    href: str
    languages: tuple[str, ...]
    languages_joined: str
    duration: int | None
    privacy: str
    opens_at: str = ""
    closes_at: str = ""
    zone: str = ""
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class Fallback:
    """Why the text is not in the reader's language: which language it is in, and what is promised."""

    language: str
    href: str
    hreflang: str
    expected: Moment | None


@dataclass(frozen=True, slots=True)
class Card:
    """An announcement in a list. `kind` is the label of one ("Survey").

    `opens_at` and `closes_at` are as in Answering. `facets` are what filters choose by, each "audience=teacher"
    as it stands in an address: its terms, and the languages its text exists in.
    """

    kind: Text
    title: Text
    summary: Text | None
    href: str
    published: Moment | None
    opens: Moment | None
    deadline: Moment | None
    opens_at: str = ""
    closes_at: str = ""
    facets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter: its facet as cards have it, its label, and the page with all of it ("" if none)."""

    facet: str
    text: Text
    href: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A heading and the choices by which a list can be narrowed."""

    heading: Text
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class AnnouncementPage:
    """One announcement in one language. `fallback` is None where the version exists.

    `schema` is its type at schema.org. `original` is the language of the version that this one translates, "" where it
    is an original. `facets` are what a search chooses it by, each "year=2026" as it stands in an address.
    """

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
    schema: str = "Article"
    original: str = ""
    facets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListingPage:
    """All announcements of a kind that are upcoming or open and the newest others, or those of one year.

    `year` is "" on the first page. `years` leads to the pages of the years, the newest first. `filters` are
    those that have something to choose among the cards.
    """

    frame: Frame
    address: Address
    heading: Text
    year: str
    cards: tuple[Card, ...]
    years: tuple[NavigationItem, ...]
    filters: tuple[Filter, ...] = ()


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
class Gaps:
    """Content that is not accessible for one reason: "non-compliance", "disproportionate-burden" or "out-of-scope"."""

    reason: str
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class AccessibilityPage:
    """The accessibility statement (Decision (EU) 2018/1523). What has not been filled in is None, "" or empty.

    `status` is "full", "partial" or "none", `method` "self-assessment", "third-party" or "automated".
    """

    frame: Frame
    address: Address
    title: Text
    law: Text | None
    status: str
    gaps: tuple[Gaps, ...]
    method: str
    prepared: Moment | None
    reviewed: Moment | None
    report: str
    feedback: str
    enforcer: Text | None
    enforcement: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The page on which readers of one language search.

    `index` is the address of the folder with what is searched, `script` that of the script that does it, `forms` how
    the language's words change. `groups` are further ways to find things.
    """

    frame: Frame
    address: Address
    heading: Text
    index: str
    script: str
    forms: WordForms
    filters: tuple[Filter, ...]
    groups: tuple[TermGroup, ...]


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """A small page at a former address that leads to the present one."""

    lang: str
    dir: str
    title: Text
    href: str
    canonical: str


Framed = (
    AnnouncementPage
    | ListingPage
    | TermPage
    | FrontPage
    | ChooserPage
    | NotFoundPage
    | AccessibilityPage
    | SearchPage
)
"""The pages with the platform's head, header and footer."""

View = Framed | RedirectPage


@dataclass(frozen=True, slots=True)
class Page:
    """One file to write: its path below the output folder, the template that makes it, and what that sees.

    A document has no template. `source` names, for people, what the page is made from; `changed` is the day on which
    its content last changed, as far as it says so. Templates see neither.
    """

    path: str
    template: str
    view: View | Document
    source: str = ""
    changed: date | None = None

    @property
    def lang(self) -> str:
        """The language of the page's labels."""
        return self.view.frame.lang if isinstance(self.view, Framed) else self.view.lang
