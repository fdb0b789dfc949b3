"""What a page shows where its address is shared, as Open Graph properties (ogp.me)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from msgspec import Struct

from noticeboard.languages.locales import with_territory
from noticeboard.model import Text
from noticeboard.pages.announcements.announcement_view import AnnouncementPage
from noticeboard.pages.front.front_view import AccessibilityPage
from noticeboard.pages.listings.listing_view import ListingPage, TermPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.pages.views.page import Framed
    from noticeboard.pages.views.text_view import Figure


class Property(Struct, frozen=True):
    """One `<meta property>`; a value without a language is not words."""

    name: str
    text: Text


def open_graph(page: Framed) -> tuple[Property, ...]:
    """The properties of a page in order; () for a page without an address (404)."""
    if not page.address.canonical:
        return ()
    return tuple(_properties(page))


def _properties(page: Framed) -> Iterator[Property]:
    title = _title(page)
    yield Property("og:title", title)
    yield _fact("og:type", "article" if isinstance(page, AnnouncementPage) else "website")
    if _is_absolute(page.address.canonical):
        yield _fact("og:url", page.address.canonical)
    description = _description(page)
    if description and description.text:
        yield Property("og:description", description)
    yield Property("og:site_name", page.frame.platform)
    yield from _locales(page, title.lang)
    if isinstance(page, AnnouncementPage):
        yield from _article(page)
    pictured = isinstance(page, AnnouncementPage) and page.figure and _is_absolute(page.address.canonical)
    # X's own name for what Open Graph leaves open: how large the picture is shown.
    yield _fact("twitter:card", "summary_large_image" if pictured else "summary")


def _fact(name: str, value: str) -> Property:
    return Property(name, Text(value, ""))


def _is_absolute(href: str) -> bool:
    return bool(urlsplit(href).netloc)


def _title(page: Framed) -> Text:
    match page:
        case AnnouncementPage() | AccessibilityPage():
            return page.title
        case ListingPage():
            return _of_year(page.heading, page.year)
        case TermPage():
            return _of_year(page.term, page.year)
        case _:
            return page.frame.platform


def _of_year(text: Text, year: str) -> Text:
    return Text(f"{text.text} \N{EN DASH} {year}", text.lang) if year else text


def _description(page: Framed) -> Text | None:
    match page:
        case AnnouncementPage():
            return page.description
        case TermPage(description=Text() as description):
            return description
        case _:
            return page.address.description or page.frame.tagline


def _locales(page: Framed, lang: str) -> Iterator[Property]:
    """The locale of the page's text, and those of its other versions; a language without a country has none."""
    others = (a.hreflang for a in page.address.alternates if a.hreflang not in (lang, "x-default"))
    if locale := with_territory(lang):
        yield _fact("og:locale", locale)
    for other in filter(None, map(with_territory, others)):
        yield _fact("og:locale:alternate", other)


def _article(page: AnnouncementPage) -> Iterator[Property]:
    if page.published:
        yield _fact("article:published_time", page.published.iso)
    if page.updated:
        yield _fact("article:modified_time", page.updated.iso)
    if page.kind:
        yield Property("article:section", page.kind)
    for group in page.terms:
        if group.name == "tags":
            yield from (Property("article:tag", term.text) for term in group.terms)
    if page.figure and _is_absolute(page.address.canonical):
        yield from _image(page.address.canonical, page.figure)


def _image(canonical: str, figure: Figure) -> Iterator[Property]:
    yield _fact("og:image", urljoin(canonical, figure.largest or figure.src))
    yield _fact("og:image:width", str(figure.width))
    yield _fact("og:image:height", str(figure.height))
    if figure.alt.text:
        yield Property("og:image:alt", figure.alt)
