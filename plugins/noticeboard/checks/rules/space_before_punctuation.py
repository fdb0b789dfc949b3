"""A space before a comma, full stop or other mark, in a language that has none there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem

_GAP = "(?<=[\\w)\\]”’\"'\ufffc])[ \\t\\n\u00a0\u202f\u2009]+"  # noqa: RUF001 - closing marks
_STOP = r"(?:,|\.(?!\s?\.))(?=[\s\0)\"'»”]|\Z)"
_HIGH = r"[;:!?]+(?=[\s\0»”]|\Z)"
_FRENCH = "fr"
"""The language that has spaces before high punctuation."""

_NEXT = 10
"""Characters after a mark among which the next word begins."""

_EVERYWHERE = re.compile(f"{_GAP}({_STOP}|(?<!\\d\\s){_HIGH})")
_IN_FRENCH = re.compile(f"{_GAP}({_STOP})")


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such space."""
    pattern = _IN_FRENCH if document.lang.partition("-")[0] == _FRENCH else _EVERYWHERE
    for passage in document.passages:
        for match in pattern.finditer(passage.text):
            if _is_spoken_of(match[1], passage.text[match.end() : match.end() + _NEXT]):
                continue
            message = "There is a space before '{mark}', where this language has none."
            yield RULE.problem(passage.location(match.start()), message, "Delete the space.", mark=match[1])


def _is_spoken_of(mark: str, behind: str) -> bool:
    """Whether a mark is a thing in its sentence and does not end it: "type ! to go on"."""
    return mark[0] in "!?" and behind.lstrip()[:1].islower()


RULE = Rule(
    name="space-before-punctuation",
    severity=Severity.WARNING,
    why="A line can break there, so that the mark stands alone at the beginning of the next one.",
    wrong="Who can take part ? Teachers , head teachers and researchers .",
    right="Who can take part? Teachers, head teachers and researchers.",
    text=check,
)
