"""How current all versions are, for people: the matrix, and what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.languages.language_names import language_name
from noticeboard.site.translation_state import TranslationState
from noticeboard.site.translation_tasks import counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.site.translation_state import VersionState
    from noticeboard.site.translation_tasks import StateRow, TranslationTask

SIGNS = {
    TranslationState.ORIGINAL: "o",
    TranslationState.CURRENT: "+",
    TranslationState.OUTDATED: "!",
    TranslationState.UNSTAMPED: "?",
    TranslationState.MISSING: "-",
    TranslationState.EXPECTED: "e",
    TranslationState.LATE: "L",
    TranslationState.UNWANTED: ".",
    TranslationState.DRAFT: "d",
}
"""The sign of each state in the matrix."""

FIRST = 10
"""How many things to do the overview names."""


def as_overview(found: Sequence[StateRow], hint: Sequence[TranslationTask], languages: Sequence[str]) -> str:
    """The matrix of all announcements and languages, how many versions are in each state, and what to do first."""
    if not found:
        return "There is no announcement yet.\n"
    return f"{_matrix(found, languages)}\n{_legend(found)}\n{_next(hint)}"


def as_work_list(hint: Sequence[TranslationTask], lang: str) -> str:
    """All that there is to do in one language, the most urgent first."""
    name = f"{language_name(lang, 'en')} ({lang})"
    if not hint:
        return f"{name}: nothing to do.\n"
    words = sum(task.version_state.words for task in hint)
    return f"{name}: {_number(len(hint), 'version')} to work on, {_number(words, 'word')}.\n\n{_table(_lines(hint))}"


def said(one: VersionState) -> str:
    """What a standing means, in a few words."""
    words = _number(one.words, "word")
    match one.state:
        case TranslationState.OUTDATED:
            return f"outdated, {one.changed} of {_number(one.segments, 'segment')} changed, {words}"
        case TranslationState.DRAFT:
            return f"draft, {words} left{_promised(one)}" if one.original else "draft of an original"
        case TranslationState.EXPECTED | TranslationState.LATE:
            return f"{one.state}{_promised(one)}, {words}"
        case TranslationState.MISSING:
            return f"missing, {words}"
        case TranslationState.UNSTAMPED:
            return "unstamped: which text it translates is not known"
    return str(one.state)


def _matrix(found: Sequence[StateRow], languages: Sequence[str]) -> str:
    rows = [("", *languages)]
    for row in found:
        signs = {one.lang: SIGNS[one.state] for one in row.version_states}
        rows.append((row.announcement, *(signs[lang] for lang in languages)))
    return _table(rows, gap=" ")


def _legend(found: Sequence[StateRow]) -> str:
    return _table([(SIGNS[state], str(state), str(number)) for state, number in counts(found).items()])


def _next(hint: Sequence[TranslationTask]) -> str:
    if not hint:
        return "Nothing is to be done.\n"
    shown = hint[:FIRST]
    which = "What to do:" if len(shown) == len(hint) else f"What to do first, {len(shown)} of {len(hint)}:"
    return f"{which}\n\n{_table(_lines(shown, languages=True))}"


def _lines(hint: Sequence[TranslationTask], *, languages: bool = False) -> list[tuple[str, ...]]:
    return [
        (task.announcement, *([task.version_state.lang] if languages else []), said(task.version_state), _until(task))
        for task in hint
    ]


def _until(task: TranslationTask) -> str:
    if task.deadline is None:
        return ""
    return f"closed since {task.deadline}" if task.over else f"open until {task.deadline}"


def _promised(one: VersionState) -> str:
    return f", promised for {one.expected}" if one.expected else ""


def _number(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _table(rows: Sequence[Sequence[str]], gap: str = "  ") -> str:
    """The rows with their cells below each other."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = (gap.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "".join(f"{line.rstrip()}\n" for line in lines)
