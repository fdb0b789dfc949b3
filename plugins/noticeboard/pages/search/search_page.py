"""The search page in one language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from noticeboard.languages.word_forms import word_forms
from noticeboard.pages import addresses
from noticeboard.pages.descriptions import named_description
from noticeboard.pages.front.front_page import term_groups
from noticeboard.pages.listings.filters import search_facets, search_filters
from noticeboard.pages.listings.listing_addresses import listing_languages
from noticeboard.pages.page_frame import SEARCHING, page_frame
from noticeboard.pages.page_messages import SEARCH
from noticeboard.pages.search.search_view import SearchPage
from noticeboard.pages.views.page import Page
from noticeboard.pages.views.view_parts import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.pages.locale_context import LocaleContext


def search_pages(edition: LocaleContext) -> list[Page]:
    """The search page, where this language has anything to search; search engines search by themselves."""
    if not edition.items:
        return []
    path = addresses.file_of(addresses.search(edition.lang))
    made = edition.inputs.page(edition.lang, path, edition.inputs.faces(edition.lang, edition.items))
    return [Page(path, "search.html", edition.lang, partial(_view, edition), made)]


def _view(edition: LocaleContext) -> SearchPage:
    heading = edition.say(*SEARCH)
    address = listing_languages(edition, addresses.search, _languages(edition), (Link(heading, ""),))
    return SearchPage(
        frame=page_frame(edition, current=SEARCHING),
        address=replace(
            address, indexed=False, alternates=(), description=named_description(edition, heading.text, "")
        ),
        heading=heading,
        index=edition.href(addresses.search_index(edition.lang)),
        script=f"{edition.site.settings.base}/{edition.assets.search}",
        near=f"{edition.site.settings.base}/{edition.assets.near}",
        forms=word_forms(edition.lang),
        filters=search_filters(edition),
        groups=term_groups(edition),
        terms=tuple(_terms(edition)),
    )


def _terms(edition: LocaleContext) -> Iterator[tuple[str, ...]]:
    """For each term that announcements here have, its facet, its label and other words for it."""
    used = {facet for item in edition.items for facet in search_facets(edition, item)}
    for vocabulary in edition.site.vocabularies:
        for term in vocabulary.terms:
            if (facet := f"{vocabulary.slug}={term.id}") in used:
                yield (facet, edition.term_text(term).text, *dict(term.synonyms).get(edition.lang, ()))


def _languages(edition: LocaleContext) -> tuple[str, ...]:
    items = edition.site.announcements.values()
    return tuple(lang for lang in edition.site.settings.languages if any(item.shown(lang) for item in items))
