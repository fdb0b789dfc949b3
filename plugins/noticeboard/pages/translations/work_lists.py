"""Which versions the pages for translators hold: for each language what is to be done next, and parts that hold all."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.site.translation_state import TranslationState
from noticeboard.site.translation_tasks import TranslationTask, rows, tasks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from noticeboard.site import Announcement, Site

MOST = 100
"""How many versions a language's first page holds."""

DONE = (TranslationState.CURRENT, TranslationState.ORIGINAL)
"""The states in which there is nothing to do."""


class WorkList(Struct, frozen=True):
    """One language's versions in their order, those on its first page, and its parts by name, the newest year first.

    There are parts only where the first page, which then holds what is to be done next, does not hold all.
    """

    every: tuple[TranslationTask, ...]
    first: tuple[TranslationTask, ...]
    parts: Mapping[str, tuple[TranslationTask, ...]]


class WorkLists(Struct, frozen=True):
    """The versions of every language in the platform's order, and what is to be done in all of them, in order."""

    languages: Mapping[str, WorkList]
    todo: tuple[TranslationTask, ...]


def has_pages(site: Site) -> bool:
    """Whether there are pages for translators: not where they are off, and not where there is nothing to translate."""
    settings = site.settings
    return settings.translation_pages and len(settings.languages) > 1 and bool(site.announcements)


def work_lists(site: Site) -> WorkLists:
    """The versions that readers can see or miss on the site's day; what nobody waits for is left out.

    What is to be done is in the order of translation_tasks.tasks, then what is done, the oldest first.
    """
    found = rows(site, (item.as_seen for item in site.announcements.values()))
    todo = tasks(found, site.today)
    by_language: dict[str, list[TranslationTask]] = {lang: [] for lang in site.settings.languages}
    for task in todo:
        by_language[task.version_state.lang].append(task)
    oldest = sorted(found, key=lambda row: (_day(site.announcements[row.announcement]), row.announcement))
    for row in oldest:
        for one in row.version_states:
            if one.state in DONE:
                by_language[one.lang].append(TranslationTask(row.announcement, one))
    return WorkLists({lang: _work_list(site, every) for lang, every in by_language.items()}, todo)


def paths(site: Site) -> dict[str, tuple[str, ...]]:
    """The parts that each language has a page for, by name; cheaper than `work_lists`."""
    found: dict[str, list[str]] = {lang: [] for lang in site.settings.languages}
    for item in site.announcements.values():
        part = _part(item)
        for lang in {*item.versions, *item.wanted} & found.keys():
            found[lang].append(part)
    return {lang: tuple(_names(parts)) if len(parts) > MOST else () for lang, parts in found.items()}


def counted(found: Iterable[TranslationTask]) -> dict[TranslationState, int]:
    """How many versions are in each state that occurs."""
    return dict(Counter(task.version_state.state for task in found))


def words_left(found: Iterable[TranslationTask]) -> int:
    """The words that are still to be translated in them."""
    return sum(task.version_state.words for task in found)


def _work_list(site: Site, every: list[TranslationTask]) -> WorkList:
    if len(every) <= MOST:
        return WorkList(tuple(every), tuple(every), {})
    parts: dict[str, list[TranslationTask]] = {}
    for task in every:
        parts.setdefault(_part(site.announcements[task.announcement]), []).append(task)
    todo = [task for task in every if task.version_state.state not in DONE]
    return WorkList(tuple(every), tuple(todo[:MOST]), {name: tuple(parts[name]) for name in _names(parts)})


def _names(parts: Iterable[str]) -> list[str]:
    """The names of parts, each once: the newest year first, then kinds."""
    return sorted(set(parts), key=lambda name: (name.isdecimal(), name), reverse=True)


def _part(item: Announcement) -> str:
    """The year of publication; for what has none the name of its kind."""
    return f"{item.facts.published.year:04}" if item.facts.published else item.kind.name


def _day(item: Announcement) -> date:
    return item.facts.published or date.max
