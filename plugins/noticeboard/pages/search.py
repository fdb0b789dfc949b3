"""The search page in one language."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from noticeboard.languages.word_forms import word_forms
from noticeboard.pages import addresses
from noticeboard.pages.filters import search_filters
from noticeboard.pages.frames import SEARCHING
from noticeboard.pages.front import term_groups
from noticeboard.pages.lists import everywhere
from noticeboard.pages.messages import SEARCH
from noticeboard.pages.views import Link, Page, SearchPage

if TYPE_CHECKING:
    from noticeboard.pages.edition import Edition


def search_pages(edition: Edition) -> list[Page]:
    """The search page, where this language has anything to search; search engines search by themselves."""
    if not edition.items:
        return []
    path = addresses.file_of(addresses.search(edition.lang))
    made = edition.inputs.page(edition.lang, path, edition.inputs.faces(edition.lang, edition.items))
    return [Page(path, "search.html", edition.lang, partial(_view, edition), made)]


def _view(edition: Edition) -> SearchPage:
    heading = edition.say(*SEARCH)
    address = everywhere(edition, addresses.search, _languages(edition), (Link(heading, ""),))
    return SearchPage(
        frame=edition.frame(current=SEARCHING),
        address=replace(address, indexed=False, alternates=()),
        heading=heading,
        index=edition.href(addresses.search_index(edition.lang)),
        script=f"{edition.site.settings.base}/{edition.assets.search}",
        forms=word_forms(edition.lang),
        filters=search_filters(edition),
        groups=term_groups(edition),
    )


def _languages(edition: Edition) -> tuple[str, ...]:
    items = edition.site.announcements.values()
    return tuple(lang for lang in edition.site.settings.languages if any(item.shown(lang) for item in items))
