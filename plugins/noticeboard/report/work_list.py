"""How current all versions are, for people: the matrix, and what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.currency import Currency
from noticeboard.languages.names import language_name
from noticeboard.translation_status import counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.currency import Standing
    from noticeboard.translation_status import Row, Task

SIGNS = {
    Currency.ORIGINAL: "o",
    Currency.CURRENT: "+",
    Currency.OUTDATED: "!",
    Currency.UNSTAMPED: "?",
    Currency.MISSING: "-",
    Currency.EXPECTED: "e",
    Currency.LATE: "L",
    Currency.UNWANTED: ".",
    Currency.DRAFT: "d",
}
"""The sign of each state in the matrix."""

FIRST = 10
"""How many things to do the overview names."""


def as_overview(found: Sequence[Row], todo: Sequence[Task], languages: Sequence[str]) -> str:
    """The matrix of all announcements and languages, how many versions are in each state, and what to do first."""
    if not found:
        return "There is no announcement yet.\n"
    return f"{_matrix(found, languages)}\n{_legend(found)}\n{_next(todo)}"


def as_work_list(todo: Sequence[Task], lang: str) -> str:
    """All that there is to do in one language, the most urgent first."""
    name = f"{language_name(lang, 'en')} ({lang})"
    if not todo:
        return f"{name}: nothing to do.\n"
    words = sum(task.standing.words for task in todo)
    return f"{name}: {_number(len(todo), 'version')} to work on, {_number(words, 'word')}.\n\n{_table(_lines(todo))}"


def said(one: Standing) -> str:
    """What a standing means, in a few words."""
    words = _number(one.words, "word")
    match one.state:
        case Currency.OUTDATED:
            return f"outdated, {one.changed} of {_number(one.segments, 'segment')} changed, {words}"
        case Currency.DRAFT:
            return f"draft, {words} left{_promised(one)}" if one.original else "draft of an original"
        case Currency.EXPECTED | Currency.LATE:
            return f"{one.state}{_promised(one)}, {words}"
        case Currency.MISSING:
            return f"missing, {words}"
        case Currency.UNSTAMPED:
            return "unstamped: which text it translates is not known"
    return str(one.state)


def _matrix(found: Sequence[Row], languages: Sequence[str]) -> str:
    rows = [("", *languages)]
    for row in found:
        signs = {one.lang: SIGNS[one.state] for one in row.standings}
        rows.append((row.announcement, *(signs[lang] for lang in languages)))
    return _table(rows, gap=" ")


def _legend(found: Sequence[Row]) -> str:
    return _table([(SIGNS[state], str(state), str(number)) for state, number in counts(found).items()])


def _next(todo: Sequence[Task]) -> str:
    if not todo:
        return "Nothing is to be done.\n"
    shown = todo[:FIRST]
    which = "What to do:" if len(shown) == len(todo) else f"What to do first, {len(shown)} of {len(todo)}:"
    return f"{which}\n\n{_table(_lines(shown, languages=True))}"


def _lines(todo: Sequence[Task], *, languages: bool = False) -> list[tuple[str, ...]]:
    return [
        (task.announcement, *([task.standing.lang] if languages else []), said(task.standing), _until(task))
        for task in todo
    ]


def _until(task: Task) -> str:
    if task.deadline is None:
        return ""
    return f"closed since {task.deadline}" if task.over else f"open until {task.deadline}"


def _promised(one: Standing) -> str:
    return f", promised for {one.expected}" if one.expected else ""


def _number(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _table(rows: Sequence[Sequence[str]], gap: str = "  ") -> str:
    """The rows with their cells below each other."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = (gap.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "".join(f"{line.rstrip()}\n" for line in lines)
