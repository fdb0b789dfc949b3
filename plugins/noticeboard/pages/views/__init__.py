"""Everything that templates can see: frozen values, one class per kind of page and per component.

A template gets one of the page views as `page` and the catalogue functions, nothing else. Every `href` can be printed
as it is: root-relative including the site's own path, or absolute where the docstring says so.
"""

from noticeboard.pages.announcements.announcement_view import (
    AnnouncementPage,
    AnswerBox,
    Fallback,
)
from noticeboard.pages.front.front_view import (
    AccessibilityGaps,
    AccessibilityPage,
    ChooserPage,
    LanguageNotFoundPage,
    NotFoundPage,
    RedirectPage,
)
from noticeboard.pages.listings.listing_view import Card, Choice, Filter, FrontPage, ListingPage, Section, TermPage
from noticeboard.pages.search.search_view import SearchPage
from noticeboard.pages.translations.translation_view import (
    ComparedSegment,
    ComparisonPage,
    LanguageStatus,
    StateCount,
    TranslationListPage,
    TranslationsPage,
    VersionGroup,
    VersionStatus,
)
from noticeboard.pages.views.frame_view import Address, Frame, Plural
from noticeboard.pages.views.page import Framed, Page, View
from noticeboard.pages.views.text_view import Figure, Html, Part, PictureSource, Prose
from noticeboard.pages.views.view_parts import (
    Alternate,
    EventFacts,
    LanguageLink,
    Link,
    Logo,
    Moment,
    NavigationItem,
    OrganisationLink,
    TermGroup,
)

__all__ = [
    "AccessibilityGaps",
    "AccessibilityPage",
    "Address",
    "Alternate",
    "AnnouncementPage",
    "AnswerBox",
    "Card",
    "Choice",
    "ChooserPage",
    "ComparedSegment",
    "ComparisonPage",
    "EventFacts",
    "Fallback",
    "Figure",
    "Filter",
    "Frame",
    "Framed",
    "FrontPage",
    "Html",
    "LanguageLink",
    "LanguageNotFoundPage",
    "LanguageStatus",
    "Link",
    "ListingPage",
    "Logo",
    "Moment",
    "NavigationItem",
    "NotFoundPage",
    "OrganisationLink",
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
