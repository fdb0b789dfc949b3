"""The pages of lists: one list per kind and one per term, each with a page per year after it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from noticeboard.languages.dates import month_text
from noticeboard.model import Text
from noticeboard.pages import addresses
from noticeboard.pages.change_dates import newest_change
from noticeboard.pages.descriptions import list_description
from noticeboard.pages.listings.cards import cards
from noticeboard.pages.listings.filters import filters
from noticeboard.pages.listings.listing_addresses import listing_address, listing_alternates
from noticeboard.pages.listings.listing_view import ListingPage, TermPage
from noticeboard.pages.page_frame import page_frame
from noticeboard.pages.views.page import Page
from noticeboard.pages.views.view_parts import Link, NavigationItem, OrganisationLink

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.model import Term, Vocabulary
    from noticeboard.pages.listings.archive import Listing, Name
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.pages.views.frame_view import Address
    from noticeboard.pages.views.page import View
    from noticeboard.settings import Kind
    from noticeboard.site import Announcement

    Locate = Callable[[str, str], str]


MOST_SIBLINGS = 60
"""The most terms whose pages link to each other: with more, the size of all pages would grow with the square."""


class ListingPart(Struct, frozen=True):
    """One page of a list: the list's name and entries, the year that it shows ("" for the first page), and its title.

    `locate` gives the path of the list's page for a year in a language.
    """

    locale: LocaleContext
    name: Name
    listing: Listing
    year: str
    title: Text
    locate: Locate

    @property
    def period(self) -> str:
        """The name of its year or month, in the reader's language; "" on the first page."""
        return _period(self.locale, self.year)

    @property
    def shown(self) -> tuple[Announcement, ...]:
        """The announcements on it."""
        return self.listing.shown(self.year)

    def path(self, lang: str) -> str:
        """The path of the page in a language."""
        return self.locate(lang, self.year)


def listing_pages(locale: LocaleContext) -> list[Page]:
    """The first page of every kind's list, and one page per year."""
    pages = []
    for kind in locale.sections:
        listing = locale.listing((kind.name,))
        if listing:
            pages += [_listing(locale, kind, listing, year) for year in ("", *listing.years)]
    return pages


def term_pages(locale: LocaleContext) -> list[Page]:
    """The page of every term that is used in this language, with pages per year if it has many announcements."""
    pages = []
    for vocabulary in locale.site.vocabularies:
        for term in vocabulary.terms:
            listing = locale.listing((vocabulary.name, term.id))
            if listing:
                years = ("", *listing.years)
                pages += [_term(locale, vocabulary, term, listing, year) for year in years]
    return pages


def _listing(locale: LocaleContext, kind: Kind, listing: Listing, year: str) -> Page:
    def locate(lang: str, year: str) -> str:
        return addresses.listing(lang, kind.name, year)

    part = ListingPart(locale, (kind.name,), listing, year, locale.kind_label(kind, many=True), locate)
    return _page(part, "listing.html", partial(_listing_view, part, kind))


def _term(locale: LocaleContext, vocabulary: Vocabulary, term: Term, listing: Listing, year: str) -> Page:
    def locate(lang: str, year: str) -> str:
        return addresses.term(lang, vocabulary.slug, term.id, year)

    part = ListingPart(locale, (vocabulary.name, term.id), listing, year, locale.term_text(term), locate)
    return _page(part, "term.html", partial(_term_view, part, vocabulary, term))


def _page(part: ListingPart, template: str, make: Callable[[], View]) -> Page:
    locale, path = part.locale, addresses.file_of(part.path(part.locale.lang))
    return Page(
        path,
        template,
        locale.lang,
        make,
        locale.cache_keys.page(locale.lang, path, locale.cache_keys.cards(locale.lang, part.shown)),
        changed=newest_change(locale.change_days, part.shown),
        alternates=lambda: (
            listing_alternates(locale, part.path, locale.archive.languages(part.name, part.year)).alternates
        ),
    )


def _listing_view(part: ListingPart, kind: Kind) -> ListingPage:
    locale = part.locale
    return ListingPage(
        frame=page_frame(locale, current="" if part.year else kind.name, within=kind.name),
        address=_address(part),
        heading=part.title,
        year=part.period,
        cards=cards(locale, part.shown, filtered=True),
        years=_years(part),
        filters=filters(locale, part.shown),
    )


def _term_view(part: ListingPart, vocabulary: Vocabulary, term: Term) -> TermPage:
    locale, address = part.locale, _address(part)
    about, link = locale.text(term.descriptions), locale.term_link(vocabulary, term)
    return TermPage(
        frame=page_frame(locale),
        address=replace(address, description=about) if about and not part.year else address,
        vocabulary=locale.heading(vocabulary),
        term=part.title,
        description=about,
        year=part.period,
        cards=cards(locale, part.shown),
        years=_years(part),
        siblings=tuple(locale.term_link(vocabulary, other) for other in _siblings(part, vocabulary) if other != term),
        organisation=link if isinstance(link, OrganisationLink) else None,
    )


def _siblings(part: ListingPart, vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The terms that the page links to: all that have a page; if these are many, those of the announcements on it."""
    used = part.locale.used_terms(vocabulary)
    if len(used) <= MOST_SIBLINGS:
        return used
    here = {term for item in part.shown for name, ids in item.facts.terms if name == vocabulary.name for term in ids}
    return tuple(vocabulary.by_id[term] for term in sorted(here, key=vocabulary.positions.__getitem__))


def _address(part: ListingPart) -> Address:
    locale = part.locale
    home = part.locate(locale.lang, "")
    first = Link(part.title, locale.href(home) if part.year else "")
    trail = (first, Link(Text(part.period, locale.lang), "")) if part.year else (first,)
    address = listing_address(locale, part.path, locale.archive.languages(part.name, part.year), trail)
    name = f"{part.title.text} \N{EN DASH} {part.period}" if part.year else part.title.text
    return replace(address, feed=locale.feed(part.title, home), description=list_description(locale, name, part.shown))


def _period(locale: LocaleContext, year: str) -> str:
    """The name of a year ("2026") or a month ("2026-03") in the language."""
    return month_text(year, locale.lang) if "-" in year else year


def _years(part: ListingPart) -> tuple[NavigationItem, ...]:
    locale = part.locale
    return tuple(
        NavigationItem(
            Text(_period(locale, year), locale.lang),
            locale.href(part.locate(locale.lang, year)),
            current=year == part.year,
        )
        for year in part.listing.years
    )
