"""What the pages of an edition have around them: head, header and footer."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from noticeboard.languages.language_data import language_data
from noticeboard.languages.numbers import plural_categories, plural_index
from noticeboard.pages import addresses
from noticeboard.pages.page_messages import SEARCH
from noticeboard.pages.views.frame_view import Frame, Plural
from noticeboard.pages.views.view_parts import Logo, NavigationItem

if TYPE_CHECKING:
    from noticeboard.model import Text
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.settings import Kind


SEARCHING = "/"
"""What stands for the search page where pages are told by the names of kinds, which hold no slash."""


def page_frame(edition: LocaleContext, current: str = "", within: str = "") -> Frame:
    """What all pages share; `current` or `within` names the kind whose list the page is or belongs to.

    `current` is SEARCHING on the search page.
    """
    key = (current, within)
    if key not in edition.frames:
        edition.frames[key] = _frame(edition, current, within)
    return edition.frames[key]


def _frame(edition: LocaleContext, current: str, within: str) -> Frame:
    settings = edition.site.settings
    dated = any(item.facts.deadline or item.facts.starts for item in edition.items)
    contact, privacy = edition.text(settings.contact), edition.text(settings.privacy)
    return Frame(
        lang=edition.lang,
        dir=language_data(edition.lang).direction,
        platform=edition.platform,
        tagline=edition.text(settings.tagline),
        publisher=edition.text(settings.publisher),
        notice=edition.text(settings.notice),
        home=edition.home.href,
        stylesheet=f"{settings.base}/{edition.assets.stylesheet}",
        script=f"{settings.base}/{edition.assets.script}",
        icon=f"{settings.base}/{edition.assets.icon}",
        contact=_way(edition, contact),
        privacy=_way(edition, privacy),
        navigation=(
            *(_navigation(edition, k, current, within) for k in edition.sections),
            *_searching(edition, current),
        ),
        footer=(*(edition.item_link(a) for a in edition.items if not a.kind.listed), *edition.statement),
        time_zone=settings.time_zone,
        locale=language_data(edition.lang).locale.replace("_", "-"),
        plurals=plurals(edition.lang),
        feed=edition.feed(edition.platform, addresses.front(edition.lang)) if edition.sections else None,
        calendar=edition.href(addresses.deadlines(edition.lang)) if dated else "",
        search=edition.href(addresses.search(edition.lang)) if edition.items else "",
        logo=_logo(edition.assets.logo, settings.base),
        stylesheets=tuple(f"{settings.base}/{path}" for path in edition.assets.stylesheets),
    )


def _way(edition: LocaleContext, stated: Text | None) -> str:
    """The address of a contact or notice that the platform states; "" for none."""
    link = edition.contact(stated.text) if stated else None
    return link.href if link else ""


def _logo(logo: Logo | None, base: str) -> Logo | None:
    return replace(logo, src=f"{base}/{logo.src}") if logo else None


def _searching(edition: LocaleContext, current: str) -> tuple[NavigationItem, ...]:
    """The way to the search page, where there is something to search."""
    href = edition.href(addresses.search(edition.lang))
    item = NavigationItem(edition.say(*SEARCH), href, current=current == SEARCHING)
    return (item,) if edition.items else ()


def _navigation(edition: LocaleContext, kind: Kind, current: str, within: str) -> NavigationItem:
    return NavigationItem(
        text=edition.kind_label(kind, many=True),
        href=edition.href(addresses.listing(edition.lang, kind.name)),
        current=kind.name == current,
        within=kind.name == within,
    )


@cache
def plurals(lang: str) -> tuple[Plural, ...]:
    """The plural categories that counts from 0 to 199 take in a language, each with the least that takes it."""
    categories, samples = plural_categories(lang), dict[int, int]()
    for count in range(200):
        samples.setdefault(plural_index(lang, count), count)
        if len(samples) == len(categories):
            break
    return tuple(Plural(categories[index], sample) for index, sample in sorted(samples.items()))
