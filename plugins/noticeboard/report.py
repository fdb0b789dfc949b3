"""Problems -> text for people: sorted, with excerpts, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from noticeboard.model import Place

WIDEST = 120
"""Characters of a source line that an excerpt shows."""


def as_text(
    problems: Iterable[Problem],
    texts: Mapping[str, str],
    relative: Callable[[str], str],
    *,
    excerpts: bool = True,
) -> str:
    """Every problem on a line of its own, in the order of their places, each with the line it is about.

    `texts` holds the files' contents by path as far as they can be shown; `relative` turns a problem's path
    into the one that people see.
    """
    lines: list[str] = []
    for problem in sorted(set(problems)):
        lines.append(as_line(problem, relative))
        if excerpts:
            lines += _excerpt(problem.place, texts.get(problem.place.path, ""))
    return "".join(f"{line}\n" for line in lines)


def as_line(problem: Problem, relative: Callable[[str], str]) -> str:
    """The problem in one line: `path:line:column: severity[name]: what is wrong. What to do.`."""
    place = problem.place
    where = f"{relative(place.path)}:{place.line}:{place.column}"
    return f"{where}: {problem.severity}[{problem.name}]: {problem.what} {problem.todo}".rstrip()


def counted(problems: Iterable[Problem]) -> str:
    """How many errors and warnings there are, in words."""
    found = list(set(problems))
    errors = sum(p.severity is Severity.ERROR for p in found)
    return f"{_count(errors, 'error')}, {_count(len(found) - errors, 'warning')}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _excerpt(place: Place, text: str) -> list[str]:
    """The line of the place and a caret below its column; nothing where the line is not there or blank."""
    lines = text.split("\n")
    if place.line > len(lines) or not lines[place.line - 1].strip():
        return []
    line = lines[place.line - 1].rstrip()
    start = max(0, min(place.column, len(line)) - WIDEST * 2 // 3) if len(line) > WIDEST else 0
    shown, column = line[start : start + WIDEST], place.column - start
    margin = " " * len(str(place.line))
    pad = "".join("\t" if c == "\t" else " " for c in shown[: column - 1]).ljust(column - 1)
    return [f"  {place.line} | {shown}", f"  {margin} | {pad}^"]
