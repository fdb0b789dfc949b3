"""How far the translations are, for programs: the values of which status.json files are made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from noticeboard.currency import Currency
from noticeboard.pages import addresses
from noticeboard.pages.translation_documents import LanguageCounts, StatusFile, StatusIndex, VersionRecord
from noticeboard.pages.translation_shelves import counted, words_left
from noticeboard.pages.views import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from noticeboard.pages.edition import Edition
    from noticeboard.pages.translation_shelves import Shelf, Shelves
    from noticeboard.translation_status import Task

    Found = Callable[[], Shelves]


def status_index(edition: Edition, found: Found) -> Page:
    """The file that counts the versions of every language."""
    path = addresses.translation_status(addresses.translations())
    return Page(path, "", "", partial(_index, edition, found), made_from(edition, path))


def status_file(edition: Edition, found: Found, lang: str, part: str) -> Page:
    """The file with a language's versions, or with those of one part of them."""
    path = addresses.translation_status(addresses.translations(lang, part))
    return Page(path, "", "", partial(_file, edition, found, lang, part), made_from(edition, path))


def made_from(edition: Edition, path: str) -> str:
    """What a page for translators is made from."""
    return edition.inputs.page(edition.lang, path, edition.inputs.standings)


def _index(edition: Edition, found: Found) -> StatusIndex:
    return StatusIndex(tuple(_language(edition, lang, shelf) for lang, shelf in found().languages.items()))


def _file(edition: Edition, found: Found, lang: str, part: str) -> StatusFile:
    shelf = found().languages[lang]
    shown, counting = (shelf.parts[part],) * 2 if part else (shelf.first, shelf.every)
    return StatusFile(
        language=lang,
        part=part,
        counts=_counts(counting),
        words=words_left(counting),
        versions=tuple(_record(edition, task) for task in shown),
        parts=() if part else tuple(_href(edition, lang, name) for name in shelf.parts),
    )


def edit_address(edition: Edition, path: str) -> str:
    """Where people edit the file at that path below the content folder; "" where the platform names no address."""
    return edition.site.settings.edit_address.replace("{path}", addresses.quoted(path))


def _language(edition: Edition, lang: str, shelf: Shelf) -> LanguageCounts:
    return LanguageCounts(lang, _counts(shelf.every), words_left(shelf.every), _href(edition, lang))


def _href(edition: Edition, lang: str, part: str = "") -> str:
    return edition.absolute(addresses.translation_status(addresses.translations(lang, part)))


def _counts(found: Iterable[Task]) -> tuple[tuple[Currency, int], ...]:
    counts = counted(found)
    return tuple((state, counts[state]) for state in Currency if state in counts)


def _record(edition: Edition, task: Task) -> VersionRecord:
    item, lang = edition.site.announcements[task.announcement], task.standing.lang
    source = item.versions.get(lang)
    return VersionRecord(
        announcement=task.announcement,
        standing=task.standing,
        published=item.facts.published,
        file=source.path if source else "",
        edit=edit_address(edition, source.path) if source else "",
        page=edition.absolute(addresses.announcement(lang, item)) if item.shown(lang) else "",
    )
