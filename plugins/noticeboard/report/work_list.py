"""The state of all versions in words: the matrix, and what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.languages.language_names import language_name
from noticeboard.model import filled
from noticeboard.report.problem_messages import english
from noticeboard.site.translation_state import TranslationState
from noticeboard.site.translation_tasks import counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.report.problem_messages import ProblemMessages
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
"""How many tasks the overview names."""


def as_overview(
    found: Sequence[StateRow],
    hint: Sequence[TranslationTask],
    languages: Sequence[str],
    messages: ProblemMessages | None = None,
) -> str:
    """The matrix of all announcements and languages, the number of versions in each state, and what to do first."""
    words = _Words(messages or english())
    if not found:
        return words.gettext("There is no announcement yet.") + "\n"
    return f"{_matrix(found, languages)}\n{_legend(found, words)}\n{_next(hint, words)}"


def as_work_list(
    hint: Sequence[TranslationTask], lang: str, messages: ProblemMessages | None = None, reader: str = "en"
) -> str:
    """All tasks in one language, the most urgent first; `reader` is the language of the messages."""
    words = _Words(messages or english())
    name = f"{language_name(lang, reader)} ({lang})"
    if not hint:
        return words.gettext("{language}: nothing to do.", language=name) + "\n"
    count = sum(task.version_state.words for task in hint)
    versions = words.ngettext("{count} version", "{count} versions", len(hint))
    left = words.ngettext("{count} word", "{count} words", count)
    head = words.gettext("{language}: {versions} to work on, {words}.", language=name, versions=versions, words=left)
    return f"{head}\n\n{_table(_lines(hint, words))}"


def as_waiting(found: Sequence[StateRow], languages: Sequence[str], messages: ProblemMessages | None = None) -> str:
    """The versions that wait for the version that they were translated from; "" if there are none."""
    words = _Words(messages or english())
    lines = [
        (
            row.announcement,
            one.lang,
            words.gettext("made from {behind}, which is not current itself", behind=one.behind),
        )
        for row in found
        for one in row.version_states
        if one.behind and one.lang in languages
    ]
    return f"\n{words.gettext('Made from a translation:')}\n\n{_table(lines)}" if lines else ""


class _Words:
    """What the lists say, in one language."""

    def __init__(self, messages: ProblemMessages) -> None:
        self._messages = messages

    def gettext(self, message: str, /, **values: object) -> str:
        """The message with its values."""
        return filled(self._messages.gettext(message), [(name, str(value)) for name, value in values.items()])

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The message in the plural form for a number, which it names as {count}."""
        return filled(self._messages.ngettext(one, many, number), [("count", f"{number:,}")])

    def state(self, one: VersionState) -> str:
        """A few words for the state of a version."""
        words = self.ngettext("{count} word", "{count} words", one.words)
        match one.state:
            case TranslationState.OUTDATED:
                segments = self.ngettext("{count} segment", "{count} segments", one.segments)
                changed = {"changed": one.changed, "segments": segments, "words": words}
                return self.gettext("outdated, {changed} of {segments} changed, {words}", **changed)
            case TranslationState.DRAFT:
                left = self.gettext("draft, {words} left", words=words) + self.promised(one)
                return left if one.original else self.gettext("draft of an original")
            case TranslationState.EXPECTED | TranslationState.LATE:
                return f"{self.name(one.state)}{self.promised(one)}, {words}"
            case TranslationState.MISSING:
                return f"{self.name(one.state)}, {words}"
            case TranslationState.UNSTAMPED:
                return self.gettext("unstamped: which text it translates is not known")
        return self.name(one.state)

    def name(self, state: TranslationState) -> str:
        """The name of a state."""
        return self._messages.gettext(str(state))

    def promised(self, one: VersionState) -> str:
        """The day by which a version is promised, in words."""
        return self.gettext(", promised for {day}", day=one.expected) if one.expected else ""

    def until(self, task: TranslationTask) -> str:
        """Whether the announcement is still open, and until when, in words."""
        if task.deadline is None:
            return ""
        if task.over:
            return self.gettext("closed since {day}", day=task.deadline)
        return self.gettext("open until {day}", day=task.deadline)


def _matrix(found: Sequence[StateRow], languages: Sequence[str]) -> str:
    rows = [("", *languages)]
    for row in found:
        signs = {one.lang: SIGNS[one.state] for one in row.version_states}
        rows.append((row.announcement, *(signs[lang] for lang in languages)))
    return _table(rows, gap=" ")


def _legend(found: Sequence[StateRow], words: _Words) -> str:
    return _table([(SIGNS[state], words.name(state), str(number)) for state, number in counts(found).items()])


def _next(hint: Sequence[TranslationTask], words: _Words) -> str:
    if not hint:
        return words.gettext("There is nothing to do.") + "\n"
    shown = hint[:FIRST]
    which = words.gettext("What to do:")
    if len(shown) < len(hint):
        which = words.gettext("What to do first, {shown} of {every}:", shown=len(shown), every=len(hint))
    return f"{which}\n\n{_table(_lines(shown, words, languages=True))}"


def _lines(hint: Sequence[TranslationTask], words: _Words, *, languages: bool = False) -> list[tuple[str, ...]]:
    return [
        (
            task.announcement,
            *([task.version_state.lang] if languages else []),
            words.state(task.version_state),
            words.until(task),
        )
        for task in hint
    ]


def _table(rows: Sequence[Sequence[str]], gap: str = "  ") -> str:
    """The rows with their cells below each other."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = (gap.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "".join(f"{line.rstrip()}\n" for line in lines)
