"""The state of the translations, for people: an overview of all languages, and what to do in each."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from noticeboard.languages.language_names import native_name
from noticeboard.model import Text
from noticeboard.pages import addresses
from noticeboard.pages.alternates import language_link
from noticeboard.pages.page_frame import page_frame
from noticeboard.pages.page_messages import TRANSLATION_STATES, TRANSLATIONS
from noticeboard.pages.translations.status_values import (
    changes_address,
    edit_address,
    exchange_address,
    status_file,
    status_index,
    status_key,
)
from noticeboard.pages.translations.translation_view import (
    LanguageStatus,
    StateCount,
    TranslationListPage,
    TranslationsPage,
    VersionGroup,
    VersionStatus,
)
from noticeboard.pages.translations.work_feeds import work_feed
from noticeboard.pages.translations.work_lists import counted, has_pages, paths, words_left, work_lists
from noticeboard.pages.views.frame_view import Address
from noticeboard.pages.views.page import Page
from noticeboard.pages.views.view_parts import Link, NavigationItem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.pages.translations.status_values import Found
    from noticeboard.pages.translations.work_lists import WorkList
    from noticeboard.pages.views.page import View
    from noticeboard.pages.views.view_parts import LanguageLink
    from noticeboard.site import Source
    from noticeboard.site.translation_tasks import TranslationTask

NEXT = 20
"""How many versions the overview names to work on next."""


def translation_pages(locale: LocaleContext) -> list[Page]:
    """The pages for translators and their data for programs, in the default language only; none without has_pages."""
    if locale.lang != locale.site.settings.default_language or not has_pages(locale.site):
        return []
    # Finding the state of all versions takes long, and most builds do not need it.
    found = cache(partial(work_lists, locale.site))
    pages = [
        _page(locale, addresses.translations(), "", "translations.html", partial(_overview, locale, found)),
        status_index(locale, found),
    ]
    for lang, parts in paths(locale.site).items():
        for part in ("", *parts):
            make = partial(_list, locale, found, lang, part)
            pages.append(_page(locale, addresses.translations(lang, part), lang, "translation_list.html", make))
            pages.append(status_file(locale, found, lang, part))
        if locale.site.settings.siteurl:
            pages.append(work_feed(locale, found, lang))
    return pages


def _page(locale: LocaleContext, path: str, lang: str, template: str, make: Callable[[], View]) -> Page:
    """A page on the translations into that language, or on all of them."""
    file = addresses.file_of(path)
    return Page(file, template, locale.lang, make, status_key(locale, file, lang), "how far the translations are")


def _overview(locale: LocaleContext, found: Found) -> TranslationsPage:
    title, path = locale.gettext(*TRANSLATIONS), addresses.translations()
    return TranslationsPage(
        frame=page_frame(locale),
        address=_address(locale, path, Link(title, "")),
        title=title,
        languages=tuple(_language(locale, lang, work) for lang, work in found().languages.items()),
        next=tuple(_version(locale, task, named=True) for task in found().todo[:NEXT]),
        data=locale.href(addresses.translation_status(path)),
    )


def _list(locale: LocaleContext, found: Found, lang: str, part: str) -> TranslationListPage:
    work = found().languages[lang]
    path, shown = addresses.translations(lang, part), work.parts[part] if part else work.first
    total = shown if part else work.every
    return TranslationListPage(
        frame=page_frame(locale),
        address=replace(_address(locale, path, *_trail(locale, lang, part)), feed=_work_feed(locale, lang)),
        title=locale.gettext(*TRANSLATIONS),
        language=_language_link(locale, lang),
        part=_part_name(locale, part) if part else None,
        groups=tuple(_groups(locale, shown)),
        years=tuple(_part(locale, lang, name, part) for name in work.parts),
        shown=len(shown),
        total=len(total),
        words=words_left(total),
        data=locale.href(addresses.translation_status(path)),
    )


def _work_feed(locale: LocaleContext, lang: str) -> Link | None:
    """The feed of what is to be done in a language; None if the site's own address is not known."""
    if not locale.site.settings.siteurl:
        return None
    name = Text(f"{locale.gettext(*TRANSLATIONS).text} ({lang})", locale.lang)
    return Link(name, locale.href(addresses.feed(addresses.translations(lang))))


def _address(locale: LocaleContext, path: str, *trail: Link) -> Address:
    return Address(locale.absolute(path), (), (), (locale.home, *trail), indexed=False)


def _trail(locale: LocaleContext, lang: str, part: str) -> tuple[Link, ...]:
    """The way from the overview to a page."""
    overview = Link(locale.gettext(*TRANSLATIONS), locale.href(addresses.translations()))
    first = Link(Text(native_name(lang), lang), locale.href(addresses.translations(lang)) if part else "")
    return (overview, first, Link(_part_name(locale, part), "")) if part else (overview, first)


def _part_name(locale: LocaleContext, part: str) -> Text:
    """A part's name: the year itself, the label of a kind."""
    kinds = {kind.name: kind for kind in locale.site.settings.kinds}
    return locale.kind_label(kinds[part], many=True) if part in kinds else Text(part, locale.lang)


def _part(locale: LocaleContext, lang: str, name: str, current: str) -> NavigationItem:
    href = locale.href(addresses.translations(lang, name))
    return NavigationItem(_part_name(locale, name), href, current=name == current)


def _language_link(locale: LocaleContext, lang: str) -> LanguageLink:
    return language_link(lang, locale.href(addresses.translations(lang)))


def _language(locale: LocaleContext, lang: str, work: WorkList) -> LanguageStatus:
    link, listed = _language_link(locale, lang), counted(work.first)
    counts, every = [], counted(work.every)
    for state, message in TRANSLATION_STATES.items():
        if state in every:
            href = f"{link.href}#nb-{state}" if state in listed else link.href
            counts.append(StateCount(state, locale.gettext(*message), every[state], href))
    return LanguageStatus(link, tuple(counts), words_left(work.every))


def _groups(locale: LocaleContext, shown: tuple[TranslationTask, ...]) -> Iterator[VersionGroup]:
    for state, message in TRANSLATION_STATES.items():
        found = tuple(_version(locale, task) for task in shown if task.version_state.state == state)
        if found:
            yield VersionGroup(state, locale.gettext(*message), found)


def _version(locale: LocaleContext, task: TranslationTask, *, named: bool = False) -> VersionStatus:
    item, how = locale.site.announcements[task.announcement], task.version_state
    original = item.versions.get(how.original)
    changed = how.changed if item.versions.get(how.lang) else 0
    shown = item.shown(how.lang) or item.fallback
    lang = how.lang if item.shown(how.lang) else shown.lang if shown else locale.lang
    href, hreflang = locale.href(addresses.announcement(lang, item)), "" if lang == locale.lang else lang
    return VersionStatus(
        title=Link(locale.title(item), href, hreflang),
        state=how.state,
        text=locale.gettext(*TRANSLATION_STATES[how.state]),
        language=_language_link(locale, how.lang) if named else None,
        changed=changed,
        segments=how.segments,
        words=how.words,
        deadline=locale.moment(task.deadline),
        expected=locale.moment(how.expected),
        file=_file(locale, item.versions.get(how.lang)),
        original=_file(locale, original),
        behind=_file(locale, item.versions.get(how.behind)),
        changes=changes_address(locale, original.path) if original and changed else "",
        exchange=exchange_address(locale, task),
    )


def _file(locale: LocaleContext, source: Source | None) -> Link | None:
    return Link(Text(source.path, ""), edit_address(locale, source.path)) if source else None
