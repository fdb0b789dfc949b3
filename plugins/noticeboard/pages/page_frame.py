"""The frame of pages in one language: head, header and footer."""

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


SEARCH_PAGE = "/"
"""The value of `current` on the search page; no kind can have this name."""


def page_frame(locale: LocaleContext, current: str = "", within: str = "") -> Frame:
    """The frame of a page. `current` names the kind whose list the page is, `within` the kind that it belongs to.

    `current` is SEARCH_PAGE on the search page.
    """
    key = (current, within)
    if key not in locale.frames:
        locale.frames[key] = _frame(locale, current, within)
    return locale.frames[key]


def _frame(locale: LocaleContext, current: str, within: str) -> Frame:
    settings = locale.site.settings
    dated = any(item.facts.deadline or item.facts.starts for item in locale.items)
    contact, privacy = locale.text(settings.contact), locale.text(settings.privacy)
    return Frame(
        lang=locale.lang,
        dir=language_data(locale.lang).direction,
        platform=locale.platform,
        tagline=locale.text(settings.tagline),
        publisher=locale.text(settings.publisher),
        notice=locale.text(settings.notice),
        home=locale.home.href,
        stylesheet=f"{settings.base}/{locale.assets.stylesheet}",
        script=f"{settings.base}/{locale.assets.script}",
        icon=f"{settings.base}/{locale.assets.icon}",
        contact=_contact_address(locale, contact),
        privacy=_contact_address(locale, privacy),
        navigation=(
            *(_navigation(locale, k, current, within) for k in locale.sections),
            *_search_entry(locale, current),
        ),
        footer=(*(locale.item_link(a) for a in locale.items if not a.kind.listed), *locale.statement),
        time_zone=settings.time_zone,
        locale=language_data(locale.lang).locale.replace("_", "-"),
        plurals=plurals(locale.lang),
        feed=locale.feed(locale.platform, addresses.front(locale.lang)) if locale.sections else None,
        calendar=locale.href(addresses.deadlines(locale.lang)) if dated else "",
        search=locale.href(addresses.search(locale.lang)) if locale.items else "",
        logo=_logo(locale.assets.logo, settings.base),
        stylesheets=tuple(f"{settings.base}/{path}" for path in locale.assets.stylesheets),
    )


def _contact_address(locale: LocaleContext, stated: Text | None) -> str:
    """The address of a contact or notice that the platform states; "" for none."""
    link = locale.contact(stated.text) if stated else None
    return link.href if link else ""


def _logo(logo: Logo | None, base: str) -> Logo | None:
    return replace(logo, src=f"{base}/{logo.src}") if logo else None


def _search_entry(locale: LocaleContext, current: str) -> tuple[NavigationItem, ...]:
    """The entry of the search page, if there is something to search."""
    href = locale.href(addresses.search(locale.lang))
    item = NavigationItem(locale.gettext(*SEARCH), href, current=current == SEARCH_PAGE)
    return (item,) if locale.items else ()


def _navigation(locale: LocaleContext, kind: Kind, current: str, within: str) -> NavigationItem:
    return NavigationItem(
        text=locale.kind_label(kind, many=True),
        href=locale.href(addresses.listing(locale.lang, kind.name)),
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
