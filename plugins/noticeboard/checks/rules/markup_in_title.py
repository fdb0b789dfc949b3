"""Markup or character references in a title or summary, or quotation marks around it; both are plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem

_MARKUP = re.compile(
    r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|\*\*[^*]+\*\*|(?<!\w)__[^_]+__(?!\w)|\[[^\[\]]+\]\([^()\s]+\)"
    r"|&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]{2,8});|`[^`]+`"
)
_QUOTED = re.compile(r"[“”„«‘][^“”„«»‘]*[“”»’]")  # noqa: RUF001 - the marks are meant


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for the title, and one for the summary."""
    for key, value in (("title", document.header.title), ("summary", document.header.summary or "")):
        if found := _MARKUP.search(value):
            message = "'{words}' is shown as it appears here: a {key} is plain text."
            hint = "Write the words alone; a sign such as & stands for itself."
            yield RULE.problem(document.location(key), message, hint, words=found[0], key=key)
        elif _QUOTED.fullmatch(value.strip()):
            message = "The whole {key} is in quotation marks, which would be shown."
            hint = "Leave them out; where YAML needs quotes, write straight ones."
            yield RULE.problem(document.location(key), message, hint, key=key)


RULE = Rule(
    name="markup-in-title",
    severity=Severity.WARNING,
    why="Titles appear in lists, feeds, calendars and search results, which show such signs as they are.",
    wrong="title: “Survey on **meals** &amp; breaks”",
    right="title: Survey on meals & breaks",
    text=check,
)
