"""Two links with the same words that lead to different places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.checks.real_links import real_links
from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.languages.link_words import says_nothing
from noticeboard.markdown.render.link_targets import LinkTarget, classify
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each link whose words led elsewhere before; words that say nothing are another problem."""
    folder = document.path.rpartition("/")[0]
    first: dict[str, tuple[LinkTarget, int]] = {}
    for link in real_links(document):
        target, words = classify(link.target, folder), " ".join(link.text.lower().split())
        if target.kind == "bad" or says_nothing(words, document.lang) or _ADDRESS.fullmatch(words):
            continue
        other, line = first.setdefault(words, (target, link.line))
        if other != target:
            message = "The link '{words}' leads elsewhere than the one with the same words in line {line}."
            location = Location(document.path, link.line, link.column)
            yield RULE.problem(location, message, "Say in each what it leads to.", words=link.text, line=line)


RULE = Rule(
    name="ambiguous-link",
    severity=Severity.WARNING,
    why="In a list of links, by which many people find their way, nobody can tell the two apart.",
    source="WCAG 2.2, success criterion 2.4.4",
    wrong="[Questionnaire]({survey}) and [questionnaire](questions.pdf)",
    right="[Questionnaire]({survey}) and [questionnaire to print](questions.pdf)",
    text=check,
)
