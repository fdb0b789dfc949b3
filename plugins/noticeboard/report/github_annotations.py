"""Problems as workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.report.problem_messages import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from noticeboard.model import Problem
    from noticeboard.report.problem_messages import ProblemMessages

_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def as_github(
    problems: Iterable[Problem], relative: Callable[[str], str], messages: ProblemMessages | None = None
) -> str:
    """One workflow command a line (`::error file=…,line=…,col=…,title=…::…`), in the order of the places.

    Source: GitHub Docs, “Workflow commands for GitHub Actions”, and the escapes of its toolkit (command.ts).
    """
    return "".join(f"{_command(p, relative, messages)}\n" for p in sorted(set(problems)))


def _command(problem: Problem, relative: Callable[[str], str], messages: ProblemMessages | None) -> str:
    location = problem.location
    told = {
        "file": relative(location.path) if location.path else "",
        "line": str(location.line) if location.path else "",
        "col": str(location.column) if location.path else "",
        "title": problem.name,
    }
    properties = ",".join(f"{key}={value.translate(_IN_PROPERTIES)}" for key, value in told.items() if value)
    message = " ".join(filter(None, sentences(problem, messages))).translate(_IN_MESSAGES)
    return f"::{problem.severity} {properties}::{message}"
