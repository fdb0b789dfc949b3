"""Problems as SARIF, which code hosts and editors read (OASIS Standard, Static Analysis Results Interchange Format)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from noticeboard.checks.explanations import explanations
from noticeboard.report.problem_messages import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from noticeboard.checks.rule import Explanation
    from noticeboard.model import Problem
    from noticeboard.report.problem_messages import ProblemMessages

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(
    problems: Iterable[Problem], relative: Callable[[str], str], version: str, messages: ProblemMessages | None = None
) -> str:
    """A SARIF 2.1.0 log with one run; `version` is the program's. Columns count Unicode code points."""
    found = sorted(set(problems))
    known = explanations()
    names = sorted({p.name for p in found})
    rules = [_rule(known[name]) if name in known else {"id": name} for name in names]
    driver = {"name": "noticeboard", "semanticVersion": version, "rules": rules}
    results = [_result(p, names.index(p.name), relative, messages) for p in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(explanation: Explanation) -> dict[str, object]:
    example = f"Wrong:\n{explanation.wrong}\n\nRight:\n{explanation.right}"
    source = f"\n\nSource: {explanation.source}" if explanation.source else ""
    return {
        "id": explanation.name,
        "shortDescription": {"text": explanation.why},
        "help": {"text": f"{explanation.why}\n\n{example}{source}"},
        "defaultConfiguration": {"level": str(explanation.severity)},
    }


def _result(
    problem: Problem, index: int, relative: Callable[[str], str], messages: ProblemMessages | None
) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": problem.name,
        "ruleIndex": index,
        "level": str(problem.severity),
        "message": {"text": " ".join(filter(None, sentences(problem, messages)))},
    }
    location = problem.location
    if location.path:
        region = {"startLine": location.line, "startColumn": location.column}
        file = {"uri": _uri(relative(location.path))}
        result["locations"] = [{"physicalLocation": {"artifactLocation": file, "region": region}}]
    return result


def _uri(path: str) -> str:
    """The path as a URI reference (RFC 3986): relative where it is relative."""
    quoted = quote(path, safe="/~")
    if path.startswith("/"):
        return f"file://{quoted}"
    return f"./{quoted}" if ":" in path.split("/", maxsplit=1)[0] else quoted
