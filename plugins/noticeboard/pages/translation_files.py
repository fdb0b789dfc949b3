"""How far the translations are, for programs: the values of which status.json files are made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pydantic_core import to_json

from noticeboard.currency import Currency
from noticeboard.pages import addresses
from noticeboard.pages.translation_documents import LanguageCounts, StatusFile, StatusIndex, VersionRecord
from noticeboard.pages.translation_shelves import counted, words_left
from noticeboard.pages.views import Page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.pages.edition import Edition
    from noticeboard.pages.translation_shelves import Shelf, Shelves
    from noticeboard.translation_status import Task


def status_index(edition: Edition, found: Shelves) -> Page:
    """The file that counts the versions of every language."""
    languages = (_language(edition, lang, shelf) for lang, shelf in found.languages.items())
    return Page.showing(addresses.translation_status(addresses.translations()), "", StatusIndex(tuple(languages)))


def status_file(edition: Edition, lang: str, shelf: Shelf, part: str) -> Page:
    """The file with a language's versions, or with those of one part of them."""
    path = addresses.translation_status(addresses.translations(lang, part))
    make = partial(_file, edition, lang, shelf, part)
    return Page(path, "", "", make, made_from(edition, path, told(shelf, part)))


def made_from(edition: Edition, path: str, *parts: object) -> str:
    """What a page for translators is made from: these parts, and which announcements have which versions."""
    return edition.inputs.page(edition.lang, path, edition.inputs.versions, to_json(parts))


def told(shelf: Shelf, part: str = "") -> tuple[object, ...]:
    """What a page tells of a language's versions, or of one part of them: which it shows, and how many there are."""
    shown, counting = _shown(shelf, part)
    return shown, len(counting), _counts(counting), words_left(counting), list(shelf.parts)


def _shown(shelf: Shelf, part: str) -> tuple[tuple[Task, ...], tuple[Task, ...]]:
    """The versions on a page, and those that it counts."""
    return (shelf.parts[part],) * 2 if part else (shelf.first, shelf.every)


def _file(edition: Edition, lang: str, shelf: Shelf, part: str) -> StatusFile:
    shown, counting = _shown(shelf, part)
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
