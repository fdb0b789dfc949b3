"""Site -> the state of every version of every announcement, and what to do first."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec import Struct

from noticeboard.site.lifecycle import day_of
from noticeboard.site.translation_state import TranslationState, VersionState, version_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.site.records import Announcement, Site

SOON = timedelta(days=14)
"""How long before its promised day a missing version is one of the next things to do."""

_URGENCY = (
    TranslationState.LATE,
    TranslationState.OUTDATED,
    TranslationState.EXPECTED,
    TranslationState.DRAFT,
    TranslationState.MISSING,
    TranslationState.UNSTAMPED,
)
_LATER = len(_URGENCY)


class StateRow(Struct, frozen=True):
    """An announcement by key, the last day on which it can be answered (None without a deadline), and its states.

    There is one state for each offered language, in the platform's order.
    """

    announcement: str
    deadline: date | None
    version_states: tuple[VersionState, ...]


class TranslationTask(Struct, frozen=True):
    """A version that needs work; `over` says that nobody can answer the announcement any more."""

    announcement: str
    version_state: VersionState
    deadline: date | None = None
    over: bool = False


def rows(site: Site, announcements: Iterable[Announcement] | None = None) -> tuple[StateRow, ...]:
    """A row for each of the announcements, of all that the site knows unless some are given, in their order."""
    chosen = site.every.values() if announcements is None else announcements
    return tuple(_row(site, announcement) for announcement in chosen)


def tasks(found: Iterable[StateRow], today: date, languages: Sequence[str] = ()) -> tuple[TranslationTask, ...]:
    """What is to be done, the most urgent first; in these languages, or in all.

    What can no longer be answered comes last. Before it comes what is late, then outdated, then expected within SOON,
    then drafts, what is missing, what nobody has stamped, and what is expected later; among equals what is due first.
    """
    every = [
        TranslationTask(row.announcement, one, row.deadline, row.deadline is not None and row.deadline < today)
        for row in found
        for one in row.version_states
        if one.state in _URGENCY and (not languages or one.lang in languages)
    ]
    return tuple(sorted(every, key=lambda task: _order(task, today)))


def counts(found: Iterable[StateRow], lang: str = "") -> dict[TranslationState, int]:
    """How many versions (in that language) are in each state that occurs, in the order of TranslationState."""
    number = Counter(one.state for row in found for one in row.version_states if lang in ("", one.lang))
    return {state: number[state] for state in TranslationState if number[state]}


def _row(site: Site, announcement: Announcement) -> StateRow:
    states = tuple(version_state(announcement, lang, site.today) for lang in site.settings.languages)
    deadline = announcement.facts.deadline
    last = None if deadline is None else day_of(deadline, ZoneInfo(site.settings.time_zone))
    return StateRow(announcement.key, last, states)


def _order(task: TranslationTask, today: date) -> tuple[bool, int, date, str]:
    expected = task.version_state.expected
    rank = _URGENCY.index(task.version_state.state)
    if expected is not None and expected > today + SOON:
        rank = _LATER
    return task.over, rank, expected or task.deadline or date.max, task.announcement
