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


def status_index(locale: LocaleContext, found: Found) -> Page:
    """The file that counts the versions of every language."""
    path = addresses.translation_status(addresses.translations())
    return Page(path, "", "", partial(_index, locale, found), status_key(locale, path))


def status_file(locale: LocaleContext, found: Found, lang: str, part: str) -> Page:
    """The file with a language's versions, or with those of one part of them."""
    path = addresses.translation_status(addresses.translations(lang, part))
    return Page(path, "", "", partial(_file, locale, found, lang, part), status_key(locale, path, lang))


def status_key(locale: LocaleContext, path: str, lang: str = "") -> str:
    """What a page for translators is made from, of one language or of all."""
    return locale.cache_keys.page(locale.lang, path, locale.cache_keys.version_states(lang))


def _index(locale: LocaleContext, found: Found) -> StatusIndex:
    return StatusIndex(tuple(_language(locale, lang, work) for lang, work in found().languages.items()))


def _file(locale: LocaleContext, found: Found, lang: str, part: str) -> StatusFile:
    work = found().languages[lang]
    shown, counting = (work.parts[part],) * 2 if part else (work.first, work.every)
    return StatusFile(
        language=lang,
        part=part,
        counts=_counts(counting),
        words=words_left(counting),
        versions=tuple(_record(locale, task) for task in shown),
        parts=() if part else tuple(_href(locale, lang, name) for name in work.parts),
    )


def edit_address(locale: LocaleContext, path: str) -> str:
    """Where people edit the file at that path below the content folder; "" if the platform names no address."""
    return locale.site.settings.edit_address.replace("{path}", addresses.quoted(path))


def changes_address(locale: LocaleContext, path: str) -> str:
    """Where people see what has changed in that file; "" if the platform names no address."""
    return locale.site.settings.changes_address.replace("{path}", addresses.quoted(path))


def exchange_address(locale: LocaleContext, task: TranslationTask) -> str:
    """Where the file for translation tools lies; "" for what translates nothing, and without such an address."""
    how, settings = task.version_state, locale.site.settings
    path = addresses.quoted(f"{how.lang}/{task.announcement}")
    return "" if how.state is TranslationState.ORIGINAL else settings.exchange_address.replace("{path}", path)


def _language(locale: LocaleContext, lang: str, work: WorkList) -> LanguageCounts:
    return LanguageCounts(lang, _counts(work.every), words_left(work.every), _href(locale, lang))


def _href(locale: LocaleContext, lang: str, part: str = "") -> str:
    return locale.absolute(addresses.translation_status(addresses.translations(lang, part)))


def _counts(found: Iterable[TranslationTask]) -> tuple[tuple[TranslationState, int], ...]:
    counts = counted(found)
    return tuple((state, counts[state]) for state in TranslationState if state in counts)


def _record(locale: LocaleContext, task: TranslationTask) -> VersionRecord:
    item, lang = locale.site.announcements[task.announcement], task.version_state.lang
    source, original = item.versions.get(lang), item.versions.get(task.version_state.original)
    return VersionRecord(
        announcement=task.announcement,
        version_state=task.version_state,
        published=item.facts.published,
        deadline=task.deadline,
        file=source.path if source else "",
        edit=edit_address(locale, source.path) if source else "",
        changes=changes_address(locale, original.path) if original else "",
        exchange=exchange_address(locale, task),
        page=locale.absolute(addresses.announcement(lang, item)) if item.shown(lang) else "",
    )
