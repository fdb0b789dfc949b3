"""An alternative text that begins with "image of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.alternatives import alternatives
from noticeboard.checks.rule import Document, Rule
from noticeboard.languages.image_of import says_image_of
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem


def found(document: Document) -> Iterator[Problem]:
    """One problem for each such text."""
    for alt, _, lang, place in alternatives(document):
        if words := says_image_of(alt, lang):
            what, todo = "The alternative text begins with '{words}'.", "Leave these words out and say what is seen."
            yield RULE.found(place, what, todo, words=words)


RULE = Rule(
    name="image-of-alt",
    severity=Severity.WARNING,
    why="Screen readers say before each text that it describes an image; these words make people hear it twice.",
    source="WCAG 2.2, technique G94",
    wrong="image_alt: Image of two teachers who shake hands",
    right="image_alt: Two teachers shake hands",
    text=found,
)
