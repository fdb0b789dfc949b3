"""A link whose words are its address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.checks.real_links import real_links
from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such link; a mail address or the mere name of a website is none."""
    for link in real_links(document):
        if _ADDRESS.fullmatch(link.text):
            message, hint = (
                "The words of the link are its address.",
                "Write what readers find there: [words]({address}).",
            )
            location = Location(document.path, link.line, link.column)
            yield RULE.problem(location, message, hint, address=link.target)


RULE = Rule(
    name="bare-address",
    severity=Severity.WARNING,
    why="An address says little of what it leads to, is read aloud letter by letter and is too long for a telephone.",
    source="WCAG 2.2, success criterion 2.4.4",
    wrong="<https://example.org/contact?form=3>",
    right="[contact form](https://example.org/contact?form=3)",
    text=check,
)
