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
from noticeboard.pages.front.single_view import ChooserPage, LanguageNotFoundPage, NotFoundPage
from noticeboard.pages.listings.cards import cards
from noticeboard.pages.listings.listing_addresses import listing_alternates, listing_languages
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


def front_page(edition: LocaleContext) -> Page:
    """The platform's front page in the edition's language."""
    path = addresses.file_of(addresses.front(edition.lang))
    shown = chain.from_iterable(_first(edition, kind) for kind in edition.sections)
    return Page(
        path,
        "front.html",
        edition.lang,
        partial(_front, edition),
        edition.inputs.page(edition.lang, path, edition.inputs.faces(edition.lang, shown)),
        changed=newest_change(edition.change_days, (item for item in edition.items if item.kind.listed)),
        alternates=partial(_alternates, edition),
    )


def _alternates(edition: LocaleContext) -> tuple[Alternate, ...]:
    return listing_alternates(edition, addresses.front, edition.site.settings.languages, default="/").alternates


def _front(edition: LocaleContext) -> FrontPage:
    return FrontPage(
        frame=page_frame(edition),
        address=listing_languages(edition, addresses.front, edition.site.settings.languages, default="/"),
        sections=tuple(_section(edition, kind) for kind in edition.sections),
        groups=term_groups(edition),
    )


def _section(edition: LocaleContext, kind: Kind) -> Section:
    return Section(
        heading=edition.kind_label(kind, many=True),
        cards=cards(edition, _first(edition, kind)),
        href=edition.href(addresses.listing(edition.lang, kind.name)),
    )


def _first(edition: LocaleContext, kind: Kind) -> tuple[Announcement, ...]:
    """The announcements of a kind that the front page shows."""
    shelf = edition.shelf((kind.name,))
    first = shelf.first if shelf else ()
    return first[: min(max(sum(map(edition.order.running, first)), FEWEST), MOST)]


def term_groups(edition: LocaleContext) -> tuple[TermGroup, ...]:
    """The ways to the pages of all terms that something in this language uses, by vocabulary."""
    groups = (_group(edition, v) for v in edition.site.vocabularies)
    return tuple(g for g in groups if g.terms)


def _group(edition: LocaleContext, vocabulary: Vocabulary) -> TermGroup:
    used = (t for t in vocabulary.terms if edition.shelf((vocabulary.name, t.id)))
    return TermGroup(edition.heading(vocabulary), tuple(edition.term_link(vocabulary, t) for t in used))


def chooser_page(edition: LocaleContext) -> Page:
    """The page at /: all front pages by native name, in the default language's frame."""
    names = ", ".join(link.name for link in _front_pages(edition))
    about = named_description(edition, edition.platform.text, names)
    address = replace(_root_address(edition, ""), description=about)
    view = ChooserPage(page_frame(edition), address, _front_pages(edition))
    return replace(Page.showing(addresses.file_of(""), "chooser.html", view), alternates=partial(_alternates, edition))


def not_found_page(edition: LocaleContext) -> Page:
    """The page for addresses that lead nowhere, in every offered language."""
    address = Address("", (), (), (), indexed=False)
    return Page.showing("404.html", "not_found.html", NotFoundPage(page_frame(edition), address, _front_pages(edition)))


def not_found_pages(edition: LocaleContext) -> list[Page]:
    """The page for addresses of this language that lead nowhere."""
    path, make = addresses.not_found(edition.lang), partial(_not_found, edition)
    return [Page(path, "not_found_in_language.html", edition.lang, make, edition.inputs.page(edition.lang, path))]


def _not_found(edition: LocaleContext) -> LanguageNotFoundPage:
    return LanguageNotFoundPage(page_frame(edition), Address("", (), (), (), indexed=False), edition.say(*NOT_FOUND))


def _root_address(edition: LocaleContext, path: str) -> Address:
    return Address(edition.absolute(path), _alternates(edition), (), ())


def _front_pages(edition: LocaleContext) -> tuple[LanguageLink, ...]:
    return tuple(language_link(tag, edition.href(addresses.front(tag))) for tag in edition.site.settings.languages)
