"""A link whose words do not say where it leads: "here", "read more"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.real_links import real_links
from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.languages.link_words import says_nothing
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such link."""
    for link in real_links(document):
        if says_nothing(link.text, dict(link.attributes).get("lang") or document.lang):
            message, hint = (
                "The link '{words}' does not say where it leads.",
                "Make the words a link that name its target.",
            )
            yield RULE.problem(Location(document.path, link.line, link.column), message, hint, words=link.text)


RULE = Rule(
    name="vague-link",
    severity=Severity.WARNING,
    why="Many people go from link to link, by ear or by eye, and then read nothing but a list of the word “here”.",
    source="WCAG 2.2, success criterion 2.4.4, failure F63",
    wrong="You find the results [here](../../results/mentoring/).",
    right="You can read the [results of the survey](../../results/mentoring/).",
    text=check,
)
