"""The front page of each language, the chooser at /, and the page for addresses that lead nowhere."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from noticeboard.pages import addresses
from noticeboard.pages.alternates import language_link
from noticeboard.pages.change_dates import newest_change
from noticeboard.pages.descriptions import named_description
from noticeboard.pages.front.front_view import ChooserPage, LanguageNotFoundPage, NotFoundPage
from noticeboard.pages.listings.cards import cards
from noticeboard.pages.listings.listing_addresses import listing_address, listing_alternates
from noticeboard.pages.listings.listing_view import FrontPage, Section
from noticeboard.pages.page_frame import page_frame
from noticeboard.pages.page_messages import NOT_FOUND
from noticeboard.pages.views.frame_view import Address
from noticeboard.pages.views.page import Page
from noticeboard.pages.views.view_parts import TermGroup

if TYPE_CHECKING:
    from noticeboard.model import Vocabulary
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.pages.views.view_parts import Alternate, LanguageLink
    from noticeboard.settings import Kind
    from noticeboard.site import Announcement

FEWEST, MOST = 3, 6
"""How many announcements of a kind the front page shows: those that are upcoming or open, within these bounds."""


def front_page(locale: LocaleContext) -> Page:
    """The platform's front page in the context's language."""
    path = addresses.file_of(addresses.front(locale.lang))
    shown = chain.from_iterable(_first(locale, kind) for kind in locale.sections)
    return Page(
        path,
        "front.html",
        locale.lang,
        partial(_front, locale),
        locale.cache_keys.page(locale.lang, path, locale.cache_keys.cards(locale.lang, shown)),
        changed=newest_change(locale.change_days, (item for item in locale.items if item.kind.listed)),
        alternates=partial(_alternates, locale),
    )


def _alternates(locale: LocaleContext) -> tuple[Alternate, ...]:
    return listing_alternates(locale, addresses.front, locale.site.settings.languages, default="/").alternates


def _front(locale: LocaleContext) -> FrontPage:
    return FrontPage(
        frame=page_frame(locale),
        address=listing_address(locale, addresses.front, locale.site.settings.languages, default="/"),
        sections=tuple(_section(locale, kind) for kind in locale.sections),
        groups=term_groups(locale),
    )


def _section(locale: LocaleContext, kind: Kind) -> Section:
    return Section(
        heading=locale.kind_label(kind, many=True),
        cards=cards(locale, _first(locale, kind)),
        href=locale.href(addresses.listing(locale.lang, kind.name)),
    )


def _first(locale: LocaleContext, kind: Kind) -> tuple[Announcement, ...]:
    """The announcements of a kind that the front page shows."""
    listing = locale.listing((kind.name,))
    first = listing.first if listing else ()
    return first[: min(max(sum(map(locale.order.running, first)), FEWEST), MOST)]


def term_groups(locale: LocaleContext) -> tuple[TermGroup, ...]:
    """The ways to the pages of all terms that something in this language uses, by vocabulary."""
    groups = (_group(locale, v) for v in locale.site.vocabularies)
    return tuple(g for g in groups if g.terms)


def _group(locale: LocaleContext, vocabulary: Vocabulary) -> TermGroup:
    used = (t for t in vocabulary.terms if locale.listing((vocabulary.name, t.id)))
    return TermGroup(locale.heading(vocabulary), tuple(locale.term_link(vocabulary, t) for t in used))


def chooser_page(locale: LocaleContext) -> Page:
    """The page at /: all front pages by native name, in the default language's frame."""
    names = ", ".join(link.name for link in _front_pages(locale))
    about = named_description(locale, locale.platform.text, names)
    address = replace(_root_address(locale, ""), description=about)
    view = ChooserPage(page_frame(locale), address, _front_pages(locale))
    return replace(Page.showing(addresses.file_of(""), "chooser.html", view), alternates=partial(_alternates, locale))


def not_found_page(locale: LocaleContext) -> Page:
    """The page for addresses that lead nowhere, in every offered language."""
    address = Address("", (), (), (), indexed=False)
    return Page.showing("404.html", "not_found.html", NotFoundPage(page_frame(locale), address, _front_pages(locale)))


def not_found_pages(locale: LocaleContext) -> list[Page]:
    """The page for addresses of this language that lead nowhere."""
    path, make = addresses.not_found(locale.lang), partial(_not_found, locale)
    return [Page(path, "not_found_in_language.html", locale.lang, make, locale.cache_keys.page(locale.lang, path))]


def _not_found(locale: LocaleContext) -> LanguageNotFoundPage:
    return LanguageNotFoundPage(page_frame(locale), Address("", (), (), (), indexed=False), locale.gettext(*NOT_FOUND))


def _root_address(locale: LocaleContext, path: str) -> Address:
    return Address(locale.absolute(path), _alternates(locale), (), ())


def _front_pages(locale: LocaleContext) -> tuple[LanguageLink, ...]:
    return tuple(language_link(tag, locale.href(addresses.front(tag))) for tag in locale.site.settings.languages)
