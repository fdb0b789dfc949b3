"""How far the translations are, for people: an overview of all languages, and what is to be done in each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from noticeboard.languages.names import native_name
from noticeboard.model import Text
from noticeboard.pages import addresses
from noticeboard.pages.messages import TRANSLATION_STATES, TRANSLATIONS
from noticeboard.pages.shared import language_link
from noticeboard.pages.translation_files import edit_address, made_from, status_file, status_index, told
from noticeboard.pages.translation_shelves import counted, has_pages, shelves, words_left
from noticeboard.pages.views import (
    Address,
    LanguageStatus,
    Link,
    NavigationItem,
    Page,
    StateCount,
    TranslationListPage,
    TranslationsPage,
    VersionGroup,
    VersionStatus,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.pages.edition import Edition
    from noticeboard.pages.translation_shelves import Shelf, Shelves
    from noticeboard.pages.views import LanguageLink
    from noticeboard.site import Source
    from noticeboard.translation_status import Task

SOURCE = "how far the translations are"

NEXT = 20
"""How many versions the overview names as those to work on next."""


def translation_pages(edition: Edition) -> list[Page]:
    """The pages for translators and the same for programs, in the default language alone; none without has_pages."""
    if edition.lang != edition.site.settings.default_language or not has_pages(edition.site):
        return []
    found = shelves(edition.site)
    pages = [_overview(edition, found), status_index(edition, found)]
    for lang, shelf in found.languages.items():
        for part in ("", *shelf.parts):
            pages += [_list(edition, lang, shelf, part), status_file(edition, lang, shelf, part)]
    return pages


def _overview(edition: Edition, found: Shelves) -> Page:
    path = addresses.file_of(addresses.translations())
    made = made_from(edition, path, *map(told, found.languages.values()), found.todo[:NEXT])
    return Page(path, "translations.html", edition.lang, partial(_overview_view, edition, found), made, SOURCE)


def _overview_view(edition: Edition, found: Shelves) -> TranslationsPage:
    title, path = edition.say(*TRANSLATIONS), addresses.translations()
    return TranslationsPage(
        frame=edition.frame(),
        address=_address(edition, path, Link(title, "")),
        title=title,
        languages=tuple(_language(edition, lang, shelf) for lang, shelf in found.languages.items()),
        next=tuple(_version(edition, task, named=True) for task in found.todo[:NEXT]),
        data=edition.href(addresses.translation_status(path)),
    )


def _list(edition: Edition, lang: str, shelf: Shelf, part: str) -> Page:
    path = addresses.file_of(addresses.translations(lang, part))
    made = made_from(edition, path, told(shelf, part))
    make = partial(_list_view, edition, lang, shelf, part)
    return Page(path, "translation_list.html", edition.lang, make, made, SOURCE)


def _list_view(edition: Edition, lang: str, shelf: Shelf, part: str) -> TranslationListPage:
    path, shown = addresses.translations(lang, part), shelf.parts[part] if part else shelf.first
    total = shown if part else shelf.every
    return TranslationListPage(
        frame=edition.frame(),
        address=_address(edition, path, *_trail(edition, lang, part)),
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


def _address(edition: Edition, path: str, *trail: Link) -> Address:
    return Address(edition.absolute(path), (), (), (edition.home, *trail), indexed=False)


def _trail(edition: Edition, lang: str, part: str) -> tuple[Link, ...]:
    """The way from the overview to a page."""
    overview = Link(edition.say(*TRANSLATIONS), edition.href(addresses.translations()))
    first = Link(Text(native_name(lang), lang), edition.href(addresses.translations(lang)) if part else "")
    return (overview, first, Link(_part_name(edition, part), "")) if part else (overview, first)


def _part_name(edition: Edition, part: str) -> Text:
    """A part's name: the year itself, the label of a kind."""
    kinds = {kind.name: kind for kind in edition.site.settings.kinds}
    return edition.kind_label(kinds[part], many=True) if part in kinds else Text(part, edition.lang)


def _part(edition: Edition, lang: str, name: str, current: str) -> NavigationItem:
    href = edition.href(addresses.translations(lang, name))
    return NavigationItem(_part_name(edition, name), href, current=name == current)


def _language_link(edition: Edition, lang: str) -> LanguageLink:
    return language_link(lang, edition.href(addresses.translations(lang)))


def _language(edition: Edition, lang: str, shelf: Shelf) -> LanguageStatus:
    link, listed = _language_link(edition, lang), counted(shelf.first)
    counts, every = [], counted(shelf.every)
    for state, message in TRANSLATION_STATES.items():
        if state in every:
            href = f"{link.href}#nb-{state}" if state in listed else link.href
            counts.append(StateCount(state, edition.say(*message), every[state], href))
    return LanguageStatus(link, tuple(counts), words_left(shelf.every))


def _groups(edition: Edition, shown: tuple[Task, ...]) -> Iterator[VersionGroup]:
    for state, message in TRANSLATION_STATES.items():
        found = tuple(_version(edition, task) for task in shown if task.standing.state == state)
        if found:
            yield VersionGroup(state, edition.say(*message), found)


def _version(edition: Edition, task: Task, *, named: bool = False) -> VersionStatus:
    item, how = edition.site.announcements[task.announcement], task.standing
    shown = item.shown(how.lang) or item.fallback
    lang = how.lang if item.shown(how.lang) else shown.lang if shown else edition.lang
    href, hreflang = edition.href(addresses.announcement(lang, item)), "" if lang == edition.lang else lang
    return VersionStatus(
        title=Link(edition.title(item), href, hreflang),
        state=how.state,
        text=edition.say(*TRANSLATION_STATES[how.state]),
        language=_language_link(edition, how.lang) if named else None,
        changed=how.changed if item.versions.get(how.lang) else 0,
        segments=how.segments,
        words=how.words,
        expected=edition.moment(how.expected),
        file=_file(edition, item.versions.get(how.lang)),
        original=_file(edition, item.versions.get(how.original)),
    )


def _file(edition: Edition, source: Source | None) -> Link | None:
    return Link(Text(source.path, ""), edit_address(edition, source.path)) if source else None
