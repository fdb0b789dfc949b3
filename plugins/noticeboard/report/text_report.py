"""Problems as text: one line each for tools, groups by file for people."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from noticeboard.report.excerpts import excerpt
from noticeboard.report.problem_messages import counted, english, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from noticeboard.model import Problem
    from noticeboard.report.problem_messages import ProblemMessages

    Relative = Callable[[str], str]
    Paint = Callable[[str, str], str]


def as_text(
    problems: Iterable[Problem], texts: Mapping[str, str], relative: Relative, messages: ProblemMessages | None = None
) -> str:
    """Every problem on its own line, sorted by place, each with the line of the file that it is about.

    `texts` has the contents of files by path as far as they can be shown; `relative` turns a problem's path into the
    one that people see.
    """
    lines: list[str] = []
    for problem in sorted(set(problems)):
        lines.append(as_line(problem, relative, messages))
        lines += excerpt(problem.location, texts.get(problem.location.path, ""))
    return "".join(f"{line}\n" for line in lines)


def as_lines(problems: Iterable[Problem], relative: Relative, messages: ProblemMessages | None = None) -> str:
    """Every problem on its own line, sorted by place, and nothing else."""
    return "".join(f"{as_line(p, relative, messages)}\n" for p in sorted(set(problems)))


def as_line(problem: Problem, relative: Relative, messages: ProblemMessages | None = None) -> str:
    """The problem on one line: `path:line:column: severity[name]: message. Hint.`."""
    location = problem.location
    where = f"{relative(location.path)}:{location.line}:{location.column}"
    message, hint = sentences(problem, messages)
    return f"{where}: {problem.severity}[{problem.name}]: {message} {hint}".rstrip()


def as_groups(
    problems: Iterable[Problem],
    texts: Mapping[str, str],
    relative: Relative,
    messages: ProblemMessages | None = None,
    paint: Paint = lambda text, role: text,  # noqa: ARG005 - plain text has no roles
) -> str:
    """The problems below the name of their file, each with the line it is about, and the count of all at the end.

    `paint` gives a piece of text the look of its role: path, error, warning, name, excerpt or caret.
    """
    found = sorted(set(problems))
    blocks = []
    for path, group in groupby(found, key=lambda p: p.location.path):
        entries = [_entry(p, texts.get(path, ""), messages or english(), paint) for p in group]
        blocks.append("\n".join([paint(relative(path), "path"), *entries]))
    return "\n\n".join([*blocks, f"{counted(found, messages)}."]) + "\n"


def _entry(problem: Problem, text: str, messages: ProblemMessages, paint: Paint) -> str:
    message, hint = sentences(problem, messages)
    severity = paint(messages.gettext(str(problem.severity)), str(problem.severity))
    where = f"{problem.location.line}:{problem.location.column}"
    lines = [f"  {where}  {severity}  {message}  {paint(problem.name, 'name')}"]
    lines += [f"    {hint}"] if hint else []
    shown = excerpt(problem.location, text)
    looks = ("excerpt", "caret")
    return "\n".join(lines + [paint(f"  {line}", look) for line, look in zip(shown, looks, strict=False)])
