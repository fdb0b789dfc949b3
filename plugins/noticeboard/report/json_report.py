"""Problems as JSON, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from noticeboard.model import Severity
from noticeboard.report.problem_messages import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from noticeboard.model import Problem
    from noticeboard.report.problem_messages import ProblemMessages

JSON_VERSION = 1
"""Changes when something has another meaning or is removed; additions do not change it."""


def as_json(
    problems: Iterable[Problem], relative: Callable[[str], str], messages: ProblemMessages | None = None
) -> str:
    """The problems in the order of their places as one JSON object; docs/checking.md describes its shape.

    Lines and columns count from 1, columns in characters (Unicode code points).
    """
    found = sorted(set(problems))
    errors = sum(p.severity is Severity.ERROR for p in found)
    document = {
        "version": JSON_VERSION,
        "errors": errors,
        "warnings": len(found) - errors,
        "problems": [record(p, relative, messages) for p in found],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def record(problem: Problem, relative: Callable[[str], str], messages: ProblemMessages | None) -> dict[str, object]:
    """The problem as one object of that JSON."""
    message, hint = sentences(problem, messages)
    return {
        "path": relative(problem.location.path),
        "line": problem.location.line,
        "column": problem.location.column,
        "severity": str(problem.severity),
        "name": problem.name,
        "key": problem.about,
        "what": message,
        "todo": hint,
        "values": dict(problem.values),
    }
