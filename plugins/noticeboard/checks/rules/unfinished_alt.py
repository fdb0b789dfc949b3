"""An alternative text that ends in the middle of a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.alternative_texts import alternatives
from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.languages.phrase_ends import is_cut_off
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem

_SHOWN = 30
"""Characters of the text's end that are quoted."""


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such text."""
    for alt, _, lang, location in alternatives(document):
        if is_cut_off(alt, lang):
            end = alt if len(alt) <= _SHOWN else f"…{alt[-_SHOWN:]}"
            message, hint = "The alternative text seems to be cut off: '{end}'.", "Complete the phrase."
            yield RULE.problem(location, message, hint, end=end)


RULE = Rule(
    name="unfinished-alt",
    severity=Severity.WARNING,
    why="Some programs cut off long texts that are pasted; people who cannot see the picture hear half a sentence.",
    source="WCAG 2.2, success criterion 1.1.1",
    wrong="image_alt: Two teachers shake hands in front of a",
    right="image_alt: Two teachers shake hands in front of a blackboard",
    text=check,
)
