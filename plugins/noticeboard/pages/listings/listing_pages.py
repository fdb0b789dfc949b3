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
from noticeboard.pages.listings.listing_addresses import listing_alternates, listing_languages
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

    edition: LocaleContext
    name: Name
    shelf: Listing
    year: str
    title: Text
    locate: Locate

    @property
    def period(self) -> str:
        """The year or month that it shows, for readers; "" on the first page."""
        return _period(self.edition, self.year)

    @property
    def shown(self) -> tuple[Announcement, ...]:
        """What it shows."""
        return self.shelf.shown(self.year)

    def path(self, lang: str) -> str:
        """The path of the page in a language."""
        return self.locate(lang, self.year)


def listing_pages(edition: LocaleContext) -> list[Page]:
    """The first page of every kind's list, and one page per year."""
    pages = []
    for kind in edition.sections:
        shelf = edition.shelf((kind.name,))
        if shelf:
            pages += [_listing(edition, kind, shelf, year) for year in ("", *shelf.years)]
    return pages


def term_pages(edition: LocaleContext) -> list[Page]:
    """The page of every term that is used in this language, with pages per year if it has many announcements."""
    pages = []
    for vocabulary in edition.site.vocabularies:
        for term in vocabulary.terms:
            shelf = edition.shelf((vocabulary.name, term.id))
            if shelf:
                years = ("", *shelf.years)
                pages += [_term(edition, vocabulary, term, shelf, year) for year in years]
    return pages


def _listing(edition: LocaleContext, kind: Kind, shelf: Listing, year: str) -> Page:
    def locate(lang: str, year: str) -> str:
        return addresses.listing(lang, kind.name, year)

    cut = ListingPart(edition, (kind.name,), shelf, year, edition.kind_label(kind, many=True), locate)
    return _page(cut, "listing.html", partial(_listing_view, cut, kind))


def _term(edition: LocaleContext, vocabulary: Vocabulary, term: Term, shelf: Listing, year: str) -> Page:
    def locate(lang: str, year: str) -> str:
        return addresses.term(lang, vocabulary.slug, term.id, year)

    cut = ListingPart(edition, (vocabulary.name, term.id), shelf, year, edition.term_text(term), locate)
    return _page(cut, "term.html", partial(_term_view, cut, vocabulary, term))


def _page(cut: ListingPart, template: str, make: Callable[[], View]) -> Page:
    edition, path = cut.edition, addresses.file_of(cut.path(cut.edition.lang))
    return Page(
        path,
        template,
        edition.lang,
        make,
        edition.inputs.page(edition.lang, path, edition.inputs.faces(edition.lang, cut.shown)),
        changed=newest_change(edition.change_days, cut.shown),
        alternates=lambda: (
            listing_alternates(edition, cut.path, edition.shelves.languages(cut.name, cut.year)).alternates
        ),
    )


def _listing_view(cut: ListingPart, kind: Kind) -> ListingPage:
    edition = cut.edition
    return ListingPage(
        frame=page_frame(edition, current="" if cut.year else kind.name, within=kind.name),
        address=_address(cut),
        heading=cut.title,
        year=cut.period,
        cards=cards(edition, cut.shown, filtered=True),
        years=_years(cut),
        filters=filters(edition, cut.shown),
    )


def _term_view(cut: ListingPart, vocabulary: Vocabulary, term: Term) -> TermPage:
    edition, address = cut.edition, _address(cut)
    about, link = edition.text(term.descriptions), edition.term_link(vocabulary, term)
    return TermPage(
        frame=page_frame(edition),
        address=replace(address, description=about) if about and not cut.year else address,
        vocabulary=edition.heading(vocabulary),
        term=cut.title,
        description=about,
        year=cut.period,
        cards=cards(edition, cut.shown),
        years=_years(cut),
        siblings=tuple(edition.term_link(vocabulary, other) for other in _siblings(cut, vocabulary) if other != term),
        organisation=link if isinstance(link, OrganisationLink) else None,
    )


def _siblings(cut: ListingPart, vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The terms that a page of one leads on to: all that have a page; where those are many, those of its own list."""
    used = cut.edition.used_terms(vocabulary)
    if len(used) <= MOST_SIBLINGS:
        return used
    here = {term for item in cut.shown for name, ids in item.facts.terms if name == vocabulary.name for term in ids}
    return tuple(vocabulary.by_id[term] for term in sorted(here, key=vocabulary.positions.__getitem__))


def _address(cut: ListingPart) -> Address:
    edition = cut.edition
    home = cut.locate(edition.lang, "")
    first = Link(cut.title, edition.href(home) if cut.year else "")
    trail = (first, Link(Text(cut.period, edition.lang), "")) if cut.year else (first,)
    address = listing_languages(edition, cut.path, edition.shelves.languages(cut.name, cut.year), trail)
    name = f"{cut.title.text} \N{EN DASH} {cut.period}" if cut.year else cut.title.text
    return replace(address, feed=edition.feed(cut.title, home), description=list_description(edition, name, cut.shown))


def _period(edition: LocaleContext, year: str) -> str:
    """A year as it is, a month ("2026-03") in the words of the language."""
    return month_text(year, edition.lang) if "-" in year else year


def _years(cut: ListingPart) -> tuple[NavigationItem, ...]:
    edition = cut.edition
    return tuple(
        NavigationItem(
            Text(_period(edition, year), edition.lang),
            edition.href(cut.locate(edition.lang, year)),
            current=year == cut.year,
        )
        for year in cut.shelf.years
    )
