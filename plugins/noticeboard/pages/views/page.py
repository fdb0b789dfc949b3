"""All kinds of page, and one file to write."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from noticeboard.pages.announcements.announcement_view import AnnouncementPage
from noticeboard.pages.front.front_view import (
    AccessibilityPage,
    ChooserPage,
    LanguageNotFoundPage,
    NotFoundPage,
    RedirectPage,
)
from noticeboard.pages.listings.listing_view import FrontPage, ListingPage, TermPage
from noticeboard.pages.search.search_view import SearchPage
from noticeboard.pages.translations.translation_view import ComparisonPage, TranslationListPage, TranslationsPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from noticeboard.pages.documents import Document
    from noticeboard.pages.views.view_parts import Alternate

Framed = (
    AnnouncementPage
    | ListingPage
    | TermPage
    | FrontPage
    | ChooserPage
    | NotFoundPage
    | LanguageNotFoundPage
    | AccessibilityPage
    | TranslationsPage
    | TranslationListPage
    | ComparisonPage
    | SearchPage
)
"""The pages with the platform's head, header and footer."""

View = Framed | RedirectPage


class Page(Struct, frozen=True, dict=True):
    """One file to write: its path below the output folder, the template that makes it, the language of its labels.

    `make` makes the view: what the template sees. Many builds need no view, because `cache_key` is a digest of all that
    it is made from ("" if that is not known). A document has the template "". `source` tells people what the page is
    made from. `changed` is the day on which its content last changed, None if it does not say. `alternates` makes the
    language versions for sitemaps; it is None for pages that sitemaps leave out. Templates see none of these fields.
    """

    path: str
    template: str
    lang: str
    make: Callable[[], View | Document]
    cache_key: str = ""
    source: str = ""
    changed: date | None = None
    alternates: Callable[[], tuple[Alternate, ...]] | None = None

    @classmethod
    def showing(cls, path: str, template: str, view: View | Document, source: str = "") -> Self:
        """The page with a view that is made already."""
        lang = view.frame.lang if isinstance(view, Framed) else view.lang
        return cls(path, template, lang, lambda: view, source=source)

    @cached_property
    def view(self) -> View | Document:
        """What the template sees, or the values of a document; made on first use."""
        return self.make()

    def forget(self) -> None:
        """Drops the view to free its memory; it is made again when it is next asked for."""
        self.__dict__.pop("view", None)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickles the page with its view, which is all that another process needs to render it."""
        return Page.showing, (self.path, self.template, self.view, self.source)
