"""What a template may see: frozen values, one class per kind of page and per component.

A template gets one of the page views as `page` and the catalogue functions, nothing else. Every `href`
is ready to print: root-relative with the site's own path in front, or absolute where it says so.
"""

from noticeboard.pages.views.announcement import AnnouncementPage, Answering, Fallback, TermGroup
from noticeboard.pages.views.frame import Address, Frame, Plural
from noticeboard.pages.views.lists import Card, Choice, Filter, FrontPage, ListingPage, Section, TermPage
from noticeboard.pages.views.page import Framed, Page, View
from noticeboard.pages.views.parts import Alternate, LanguageLink, Link, Moment, NavigationItem
from noticeboard.pages.views.prose import Figure, Html, Part, PictureSource, Prose
from noticeboard.pages.views.search import SearchPage
from noticeboard.pages.views.single import AccessibilityPage, ChooserPage, Gaps, NotFoundPage, RedirectPage
from noticeboard.pages.views.translations import (
    Compared,
    ComparisonPage,
    LanguageStatus,
    StateCount,
    TranslationListPage,
    TranslationsPage,
    VersionGroup,
    VersionStatus,
)

__all__ = [
    "AccessibilityPage",
    "Address",
    "Alternate",
    "AnnouncementPage",
    "Answering",
    "Card",
    "Choice",
    "ChooserPage",
    "Compared",
    "ComparisonPage",
    "Fallback",
    "Figure",
    "Filter",
    "Frame",
    "Framed",
    "FrontPage",
    "Gaps",
    "Html",
    "LanguageLink",
    "LanguageStatus",
    "Link",
    "ListingPage",
    "Moment",
    "NavigationItem",
    "NotFoundPage",
    "Page",
    "Part",
    "PictureSource",
    "Plural",
    "Prose",
    "RedirectPage",
    "SearchPage",
    "Section",
    "StateCount",
    "TermGroup",
    "TermPage",
    "TranslationListPage",
    "TranslationsPage",
    "VersionGroup",
    "VersionStatus",
    "View",
]
