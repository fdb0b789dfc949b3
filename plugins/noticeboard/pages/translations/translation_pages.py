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
    made_from,
    status_file,
    status_index,
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


def translation_pages(edition: LocaleContext) -> list[Page]:
    """The pages for translators and their data for programs, in the default language only; none without has_pages."""
    if edition.lang != edition.site.settings.default_language or not has_pages(edition.site):
        return []
    # Finding the state of all versions takes long, and most builds do not need it.
    found = cache(partial(work_lists, edition.site))
    pages = [
        _page(edition, addresses.translations(), "", "translations.html", partial(_overview, edition, found)),
        status_index(edition, found),
    ]
    for lang, parts in paths(edition.site).items():
        for part in ("", *parts):
            make = partial(_list, edition, found, lang, part)
            pages.append(_page(edition, addresses.translations(lang, part), lang, "translation_list.html", make))
            pages.append(status_file(edition, found, lang, part))
        if edition.site.settings.siteurl:
            pages.append(work_feed(edition, found, lang))
    return pages


def _page(edition: LocaleContext, path: str, lang: str, template: str, make: Callable[[], View]) -> Page:
    """A page on the translations into that language, or on all of them."""
    file = addresses.file_of(path)
    return Page(file, template, edition.lang, make, made_from(edition, file, lang), "how far the translations are")


def _overview(edition: LocaleContext, found: Found) -> TranslationsPage:
    title, path = edition.say(*TRANSLATIONS), addresses.translations()
    return TranslationsPage(
        frame=page_frame(edition),
        address=_address(edition, path, Link(title, "")),
        title=title,
        languages=tuple(_language(edition, lang, shelf) for lang, shelf in found().languages.items()),
        next=tuple(_version(edition, task, named=True) for task in found().todo[:NEXT]),
        data=edition.href(addresses.translation_status(path)),
    )


def _list(edition: LocaleContext, found: Found, lang: str, part: str) -> TranslationListPage:
    shelf = found().languages[lang]
    path, shown = addresses.translations(lang, part), shelf.parts[part] if part else shelf.first
    total = shown if part else shelf.every
    return TranslationListPage(
        frame=page_frame(edition),
        address=replace(_address(edition, path, *_trail(edition, lang, part)), feed=_work_feed(edition, lang)),
        title=edition.say(*TRANSLATIONS),
        language=_language_link(edition, lang),
        part=_part_name(edition, part) if part else None,
        groups=tuple(_groups(edition, shown)),
        years=tuple(_part(edition, lang, name, part) for name in shelf.parts),
        shown=len(shown),
        total=len(total),
        words=words_left(total),
        data=edition.href(addresses.translation_status(path)),
    )


def _work_feed(edition: LocaleContext, lang: str) -> Link | None:
    """The feed of what is to be done in a language; None if the site's own address is not known."""
    if not edition.site.settings.siteurl:
        return None
    name = Text(f"{edition.say(*TRANSLATIONS).text} ({lang})", edition.lang)
    return Link(name, edition.href(addresses.feed(addresses.translations(lang))))


def _address(edition: LocaleContext, path: str, *trail: Link) -> Address:
    return Address(edition.absolute(path), (), (), (edition.home, *trail), indexed=False)


def _trail(edition: LocaleContext, lang: str, part: str) -> tuple[Link, ...]:
    """The way from the overview to a page."""
    overview = Link(edition.say(*TRANSLATIONS), edition.href(addresses.translations()))
    first = Link(Text(native_name(lang), lang), edition.href(addresses.translations(lang)) if part else "")
    return (overview, first, Link(_part_name(edition, part), "")) if part else (overview, first)


def _part_name(edition: LocaleContext, part: str) -> Text:
    """A part's name: the year itself, the label of a kind."""
    kinds = {kind.name: kind for kind in edition.site.settings.kinds}
    return edition.kind_label(kinds[part], many=True) if part in kinds else Text(part, edition.lang)


def _part(edition: LocaleContext, lang: str, name: str, current: str) -> NavigationItem:
    href = edition.href(addresses.translations(lang, name))
    return NavigationItem(_part_name(edition, name), href, current=name == current)


def _language_link(edition: LocaleContext, lang: str) -> LanguageLink:
    return language_link(lang, edition.href(addresses.translations(lang)))


def _language(edition: LocaleContext, lang: str, shelf: WorkList) -> LanguageStatus:
    link, listed = _language_link(edition, lang), counted(shelf.first)
    counts, every = [], counted(shelf.every)
    for state, message in TRANSLATION_STATES.items():
        if state in every:
            href = f"{link.href}#nb-{state}" if state in listed else link.href
            counts.append(StateCount(state, edition.say(*message), every[state], href))
    return LanguageStatus(link, tuple(counts), words_left(shelf.every))


def _groups(edition: LocaleContext, shown: tuple[TranslationTask, ...]) -> Iterator[VersionGroup]:
    for state, message in TRANSLATION_STATES.items():
        found = tuple(_version(edition, task) for task in shown if task.version_state.state == state)
        if found:
            yield VersionGroup(state, edition.say(*message), found)


def _version(edition: LocaleContext, task: TranslationTask, *, named: bool = False) -> VersionStatus:
    item, how = edition.site.announcements[task.announcement], task.version_state
    original = item.versions.get(how.original)
    changed = how.changed if item.versions.get(how.lang) else 0
    shown = item.shown(how.lang) or item.fallback
    lang = how.lang if item.shown(how.lang) else shown.lang if shown else edition.lang
    href, hreflang = edition.href(addresses.announcement(lang, item)), "" if lang == edition.lang else lang
    return VersionStatus(
        title=Link(edition.title(item), href, hreflang),
        state=how.state,
        text=edition.say(*TRANSLATION_STATES[how.state]),
        language=_language_link(edition, how.lang) if named else None,
        changed=changed,
        segments=how.segments,
        words=how.words,
        deadline=edition.moment(task.deadline),
        expected=edition.moment(how.expected),
        file=_file(edition, item.versions.get(how.lang)),
        original=_file(edition, original),
        behind=_file(edition, item.versions.get(how.behind)),
        changes=changes_address(edition, original.path) if original and changed else "",
        exchange=exchange_address(edition, task),
    )


def _file(edition: LocaleContext, source: Source | None) -> Link | None:
    return Link(Text(source.path, ""), edit_address(edition, source.path)) if source else None
