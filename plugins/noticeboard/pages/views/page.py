"""All kinds of page, and one file to write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from noticeboard.pages.views.announcement import AnnouncementPage
from noticeboard.pages.views.lists import FrontPage, ListingPage, TermPage
from noticeboard.pages.views.search import SearchPage
from noticeboard.pages.views.single import AccessibilityPage, ChooserPage, NotFoundPage, RedirectPage
from noticeboard.pages.views.translations import ComparisonPage, TranslationListPage, TranslationsPage

if TYPE_CHECKING:
    from datetime import date

    from noticeboard.pages.documents import Document

Framed = (
    AnnouncementPage
    | ListingPage
    | TermPage
    | FrontPage
    | ChooserPage
    | NotFoundPage
    | AccessibilityPage
    | TranslationsPage
    | TranslationListPage
    | ComparisonPage
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
