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
from noticeboard.pages.listings.listing_addresses import listing_address
from noticeboard.pages.page_frame import SEARCH_PAGE, page_frame
from noticeboard.pages.page_messages import SEARCH
from noticeboard.pages.search.search_view import SearchPage
from noticeboard.pages.views.page import Page
from noticeboard.pages.views.view_parts import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.pages.locale_context import LocaleContext


def search_pages(locale: LocaleContext) -> list[Page]:
    """The search page, or nothing if there is nothing to search; search engines do not index it."""
    if not locale.items:
        return []
    path = addresses.file_of(addresses.search(locale.lang))
    key = locale.cache_keys.page(locale.lang, path, locale.cache_keys.cards(locale.lang, locale.items))
    return [Page(path, "search.html", locale.lang, partial(_view, locale), key)]


def _view(locale: LocaleContext) -> SearchPage:
    heading = locale.gettext(*SEARCH)
    address = listing_address(locale, addresses.search, _languages(locale), (Link(heading, ""),))
    return SearchPage(
        frame=page_frame(locale, current=SEARCH_PAGE),
        address=replace(address, indexed=False, alternates=(), description=named_description(locale, heading.text, "")),
        heading=heading,
        index=locale.href(addresses.search_index(locale.lang)),
        script=f"{locale.site.settings.base}/{locale.assets.search}",
        near=f"{locale.site.settings.base}/{locale.assets.near}",
        forms=word_forms(locale.lang),
        filters=search_filters(locale),
        groups=term_groups(locale),
        terms=tuple(_terms(locale)),
    )


def _terms(locale: LocaleContext) -> Iterator[tuple[str, ...]]:
    """For each term that announcements here have, its facet, its label and other words for it."""
    used = {facet for item in locale.items for facet in search_facets(locale, item)}
    for vocabulary in locale.site.vocabularies:
        for term in vocabulary.terms:
            if (facet := f"{vocabulary.slug}={term.id}") in used:
                yield (facet, locale.term_text(term).text, *dict(term.synonyms).get(locale.lang, ()))


def _languages(locale: LocaleContext) -> tuple[str, ...]:
    items = locale.site.announcements.values()
    return tuple(lang for lang in locale.site.settings.languages if any(item.shown(lang) for item in items))
