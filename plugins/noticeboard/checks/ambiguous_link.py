"""Two links with the same words that lead to different places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.checks.real_links import real_links
from noticeboard.checks.rule import Document, Rule
from noticeboard.languages.link_words import says_nothing
from noticeboard.model import Place, Severity
from noticeboard.prose.targets import Target, classify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def found(document: Document) -> Iterator[Problem]:
    """One problem for each link whose words led elsewhere before; words that say nothing are another problem."""
    folder = document.path.rpartition("/")[0]
    first: dict[str, tuple[Target, int]] = {}
    for link in real_links(document):
        target, words = classify(link.target, folder), " ".join(link.text.lower().split())
        if target.kind == "bad" or says_nothing(words, document.lang) or _ADDRESS.fullmatch(words):
            continue
        other, line = first.setdefault(words, (target, link.line))
        if other != target:
            what = "The link '{words}' leads elsewhere than the one with the same words in line {line}."
            place = Place(document.path, link.line, link.column)
            yield RULE.found(place, what, "Say in each what it leads to.", words=link.text, line=line)


RULE = Rule(
    name="ambiguous-link",
    severity=Severity.WARNING,
    why="In a list of links, by which many people find their way, nobody can tell the two apart.",
    source="WCAG 2.2, success criterion 2.4.4",
    wrong="[Questionnaire]({survey}) and [questionnaire](questions.pdf)",
    right="[Questionnaire]({survey}) and [questionnaire to print](questions.pdf)",
    text=found,
)
