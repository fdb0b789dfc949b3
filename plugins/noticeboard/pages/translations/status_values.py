"""How far the translations are, for programs: the values of which status.json files are made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from noticeboard.pages import addresses
from noticeboard.pages.translations.status_documents import LanguageCounts, StatusFile, StatusIndex, VersionRecord
from noticeboard.pages.translations.work_lists import counted, words_left
from noticeboard.pages.views.page import Page
from noticeboard.site.translation_state import TranslationState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.pages.translations.work_lists import WorkList, WorkLists
    from noticeboard.site.translation_tasks import TranslationTask

    Found = Callable[[], WorkLists]


def status_index(edition: LocaleContext, found: Found) -> Page:
    """The file that counts the versions of every language."""
    path = addresses.translation_status(addresses.translations())
    return Page(path, "", "", partial(_index, edition, found), made_from(edition, path))


def status_file(edition: LocaleContext, found: Found, lang: str, part: str) -> Page:
    """The file with a language's versions, or with those of one part of them."""
    path = addresses.translation_status(addresses.translations(lang, part))
    return Page(path, "", "", partial(_file, edition, found, lang, part), made_from(edition, path, lang))


def made_from(edition: LocaleContext, path: str, lang: str = "") -> str:
    """What a page for translators is made from, of one language or of all."""
    return edition.inputs.page(edition.lang, path, edition.inputs.version_states(lang))


def _index(edition: LocaleContext, found: Found) -> StatusIndex:
    return StatusIndex(tuple(_language(edition, lang, shelf) for lang, shelf in found().languages.items()))


def _file(edition: LocaleContext, found: Found, lang: str, part: str) -> StatusFile:
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


def edit_address(edition: LocaleContext, path: str) -> str:
    """Where people edit the file at that path below the content folder; "" if the platform names no address."""
    return edition.site.settings.edit_address.replace("{path}", addresses.quoted(path))


def changes_address(edition: LocaleContext, path: str) -> str:
    """Where people see what has changed in that file; "" if the platform names no address."""
    return edition.site.settings.changes_address.replace("{path}", addresses.quoted(path))


def exchange_address(edition: LocaleContext, task: TranslationTask) -> str:
    """Where the file for translation tools lies; "" for what translates nothing, and without such an address."""
    how, settings = task.version_state, edition.site.settings
    path = addresses.quoted(f"{how.lang}/{task.announcement}")
    return "" if how.state is TranslationState.ORIGINAL else settings.exchange_address.replace("{path}", path)


def _language(edition: LocaleContext, lang: str, shelf: WorkList) -> LanguageCounts:
    return LanguageCounts(lang, _counts(shelf.every), words_left(shelf.every), _href(edition, lang))


def _href(edition: LocaleContext, lang: str, part: str = "") -> str:
    return edition.absolute(addresses.translation_status(addresses.translations(lang, part)))


def _counts(found: Iterable[TranslationTask]) -> tuple[tuple[TranslationState, int], ...]:
    counts = counted(found)
    return tuple((state, counts[state]) for state in TranslationState if state in counts)


def _record(edition: LocaleContext, task: TranslationTask) -> VersionRecord:
    item, lang = edition.site.announcements[task.announcement], task.version_state.lang
    source, original = item.versions.get(lang), item.versions.get(task.version_state.original)
    return VersionRecord(
        announcement=task.announcement,
        version_state=task.version_state,
        published=item.facts.published,
        deadline=task.deadline,
        file=source.path if source else "",
        edit=edit_address(edition, source.path) if source else "",
        changes=changes_address(edition, original.path) if original else "",
        exchange=exchange_address(edition, task),
        page=edition.absolute(addresses.announcement(lang, item)) if item.shown(lang) else "",
    )
