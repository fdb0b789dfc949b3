"""A summary that is cut off in search results and link previews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.model import Severity
from noticeboard.sources.lengths import SUMMARY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem


def check(document: CheckedVersion) -> Iterator[Problem]:
    """The problem of a summary that is too long."""
    length = len(document.header.summary or "")
    if length > SUMMARY:
        message, hint = "The summary has {length} characters.", "Shorten it to at most {most}: one or two sentences."
        yield RULE.problem(document.location("summary"), message, hint, length=length, most=SUMMARY)


RULE = Rule(
    name="long-summary",
    severity=Severity.WARNING,
    why="Lists, search results and link previews show one or two sentences of a summary and cut off the rest.",
    wrong="summary: (the whole first section of the text)",
    right="summary: How do schools use mentoring, and what helps it succeed? Teachers are invited to answer.",
    text=check,
)
