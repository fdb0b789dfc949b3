"""The pages of lists: one list per kind and one per term, each with a page per year behind it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from noticeboard.model import Text
from noticeboard.pages import addresses
from noticeboard.pages.cards import cards
from noticeboard.pages.changes import newest_change
from noticeboard.pages.filters import filters
from noticeboard.pages.shared import Shared, language_link, with_current
from noticeboard.pages.views import Address, Alternate, Link, ListingPage, NavigationItem, Page, TermPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from noticeboard.model import Term, Vocabulary
    from noticeboard.pages.edition import Edition
    from noticeboard.pages.shelves import Name, Shelf
    from noticeboard.pages.views import View
    from noticeboard.settings import Kind
    from noticeboard.site import Announcement

    Locate = Callable[[str, str], str]


def listing_pages(edition: Edition) -> list[Page]:
    """The first page of every kind's list, and one page per year."""
    pages = []
    for kind in edition.sections:
        shelf = edition.shelf((kind.name,))
        if shelf:
            pages += [_listing(edition, kind, shelf, year) for year in ("", *shelf.years)]
    return pages


def term_pages(edition: Edition) -> list[Page]:
    """The page of every term that something in this language uses, and its years where there are many."""
    pages = []
    for vocabulary in edition.site.vocabularies:
        for term in vocabulary.terms:
            shelf = edition.shelf((vocabulary.name, term.id))
            if shelf:
                years = ("", *shelf.years)
                pages += [_term(edition, vocabulary, term, shelf, year) for year in years]
    return pages


def _listing(edition: Edition, kind: Kind, shelf: Shelf, year: str) -> Page:
    path = addresses.file_of(addresses.listing(edition.lang, kind.name, year))
    return _page(edition, path, "listing.html", partial(_listing_view, edition, kind, shelf, year), shelf.shown(year))


def _page(
    edition: Edition, path: str, template: str, make: Callable[[], View], shown: tuple[Announcement, ...]
) -> Page:
    """A page of a list that shows these announcements."""
    return Page(
        path,
        template,
        edition.lang,
        make,
        edition.inputs.page(edition.lang, path, edition.inputs.faces(edition.lang, shown)),
        changed=newest_change(shown, edition.lang),
        indexed=True,
    )


def _listing_view(edition: Edition, kind: Kind, shelf: Shelf, year: str) -> ListingPage:
    heading, shown = edition.kind_label(kind, many=True), shelf.shown(year)

    def locate(lang: str, year: str) -> str:
        return addresses.listing(lang, kind.name, year)

    return ListingPage(
        frame=edition.frame(current="" if year else kind.name, within=kind.name),
        address=_address(edition, (kind.name,), heading, locate, year),
        heading=heading,
        year=year,
        cards=cards(edition, shown, filtered=True),
        years=_years(edition, shelf, locate, year),
        filters=filters(edition, shown),
    )


def _term(edition: Edition, vocabulary: Vocabulary, term: Term, shelf: Shelf, year: str) -> Page:
    path = addresses.file_of(addresses.term(edition.lang, vocabulary.slug, term.id, year))
    make = partial(_term_view, edition, vocabulary, term, shelf, year)
    return _page(edition, path, "term.html", make, shelf.shown(year))


def _term_view(edition: Edition, vocabulary: Vocabulary, term: Term, shelf: Shelf, year: str) -> TermPage:
    text, shown = edition.term_text(term), shelf.shown(year)

    def locate(lang: str, year: str) -> str:
        return addresses.term(lang, vocabulary.slug, term.id, year)

    return TermPage(
        frame=edition.frame(),
        address=_address(edition, (vocabulary.name, term.id), text, locate, year),
        vocabulary=edition.heading(vocabulary),
        term=text,
        description=edition.text(term.descriptions),
        year=year,
        cards=cards(edition, shown),
        years=_years(edition, shelf, locate, year),
        siblings=tuple(
            edition.term_link(vocabulary, other)
            for other in vocabulary.terms
            if other.id != term.id and edition.shelf((vocabulary.name, other.id))
        ),
    )


def _address(edition: Edition, name: Name, text: Text, locate: Locate, year: str) -> Address:
    first = Link(text, edition.href(locate(edition.lang, "")) if year else "")
    trail = (first, Link(Text(year, edition.lang), "")) if year else (first,)
    languages = edition.shelves.languages(name, year)
    address = everywhere(edition, lambda lang: locate(lang, year), languages, trail)
    return replace(address, feed=edition.feed(text, locate(edition.lang, "")))


def everywhere(
    edition: Edition,
    locate: Callable[[str], str],
    languages: Iterable[str],
    trail: tuple[Link, ...] = (),
    default: str = "",
) -> Address:
    """The address of a page that exists in all those languages; `default` is x-default's path if not one of theirs."""
    shared = edition.shared(
        locate("*"), lambda: _shared(edition, locate, tuple(languages), default)
    )
    return Address(
        canonical=edition.absolute(locate(edition.lang)),
        alternates=shared.alternates,
        switcher=with_current(shared.switcher, edition.lang),
        breadcrumb=(edition.home, *trail) if trail else (),
    )


def _shared(
    edition: Edition, locate: Callable[[str], str], tags: tuple[str, ...], default: str
) -> Shared:
    preferred = edition.site.settings.default_language
    chosen = default or locate(preferred if preferred in tags else min(tags))
    return Shared(
        (
            *(Alternate(tag, edition.absolute(locate(tag))) for tag in sorted(tags)),
            Alternate("x-default", edition.absolute(chosen.removeprefix("/"))),
        ),
        tuple(language_link(tag, edition.href(locate(tag))) for tag in tags),
    )


def _years(edition: Edition, shelf: Shelf, locate: Locate, current: str) -> tuple[NavigationItem, ...]:
    return tuple(
        NavigationItem(
            Text(year, edition.lang),
            edition.href(locate(edition.lang, year)),
            current=year == current,
        )
        for year in shelf.years
    )
