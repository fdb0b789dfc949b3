"""A title that is cut off in search results and link previews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.model import Severity
from noticeboard.sources.lengths import TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem


def check(document: CheckedVersion) -> Iterator[Problem]:
    """The problem of a title that is too long."""
    length = len(document.header.title)
    if length > TITLE:
        message = "The title has {length} characters."
        hint = "Shorten it to at most {most}, and move the rest into the summary."
        yield RULE.problem(document.location("title"), message, hint, length=length, most=TITLE)


RULE = Rule(
    name="long-title",
    severity=Severity.WARNING,
    why="Search engines and link previews cut long titles off, and in lists they push the other announcements away.",
    source="Google Search Central, structured data for articles: headlines do not exceed 110 characters",
    wrong=(
        "title: Survey on the mentoring programmes with which schools all over Europe support new teachers during the "
        "first years of their work"
    ),
    right="title: Survey on mentoring for new teachers",
    text=check,
)
