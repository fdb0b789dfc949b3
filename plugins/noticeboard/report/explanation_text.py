"""Explanations of problems as text for people, and all of them as the page docs/problems.md."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

from noticeboard.report.problem_messages import english

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.checks.rule import Explanation
    from noticeboard.report.problem_messages import ProblemMessages

_HEAD = """\
# Problems

This page is for editors and for the people who run a platform. It lists every problem that `noticeboard check` and a
build can find, with the reason why it matters, an example and its correction. An error stops the build. A warning asks
a person to look, and stops a strict build. [checking.md](checking.md) explains how to run the checks and how to silence
a warning.

This page is made from the program's own source by `noticeboard explain --markdown`.
"""


def as_explanation(explanation: Explanation, messages: ProblemMessages | None = None) -> str:
    """The explanation as paragraphs."""
    gettext = (messages or english()).gettext
    parts = [
        f"{explanation.name} ({gettext(str(explanation.severity))})",
        gettext(explanation.why),
        f"{gettext('Wrong:')}\n{indent(explanation.wrong, '    ')}",
        f"{gettext('Right:')}\n{indent(explanation.right, '    ')}",
    ]
    if explanation.source:
        parts.append(f"{gettext('Source:')} {explanation.source}")
    return "\n\n".join(parts) + "\n"


def as_index(explanations: Iterable[Explanation], messages: ProblemMessages | None = None) -> str:
    """One line for each problem: its name and why it matters."""
    gettext = (messages or english()).gettext
    found = list(explanations)
    widest = max(len(e.name) for e in found)
    return "".join(f"{e.name:{widest}}  {gettext(e.why)}\n" for e in found)


def as_markdown(explanations: Iterable[Explanation]) -> str:
    """The page with all explanations, in English."""
    found = list(explanations)
    rows = [f"| [{e.name}](#{e.name}) | {e.severity} | {_cell(e.why)} |" for e in found]
    index = "\n".join(["| problem | | why it matters |", "|---|---|---|", *rows])
    return "\n".join([_HEAD, index, *map(_section, found)]) + "\n"


def _section(explanation: Explanation) -> str:
    parts = [
        f"\n## {explanation.name}",
        f"*{explanation.severity}.* {_prose(explanation.why)}",
        f"Wrong:\n\n{_example(explanation.wrong)}",
        f"Right:\n\n{_example(explanation.right)}",
    ]
    if explanation.source:
        parts.append(f"Source: {_prose(explanation.source)}")
    return "\n\n".join(parts)


def _cell(text: str) -> str:
    return _prose(text).replace("|", "\\|")


def _prose(text: str) -> str:
    """The text with what Markdown would take for markup taken literally."""
    return "".join(f"\\{c}" if c in "\\*_<>`[]#" else c for c in text)


def _example(text: str) -> str:
    """The text as a code block whose fence it does not contain."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}\n{text}\n{fence}"
