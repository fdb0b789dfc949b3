"""An alternative text that begins with "image of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.alternative_texts import alternatives
from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.languages.image_of import says_image_of
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such text."""
    for alt, _, lang, location in alternatives(document):
        if words := says_image_of(alt, lang):
            message, hint = "The alternative text begins with '{words}'.", "Leave these words out and say what is seen."
            yield RULE.problem(location, message, hint, words=words)


RULE = Rule(
    name="image-of-alt",
    severity=Severity.WARNING,
    why="Screen readers say before each text that it describes an image; these words make people hear it twice.",
    source="WCAG 2.2, technique G94",
    wrong="image_alt: Image of two teachers who shake hands",
    right="image_alt: Two teachers shake hands",
    text=check,
)
