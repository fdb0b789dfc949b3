"""A footnote that the text never refers to, and a mark of one that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.markdown.source_map.commonmark import tokens
from noticeboard.markdown.source_map.inlines import notes
from noticeboard.markdown.source_map.positions import Positions
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such footnote and each such mark."""
    texts = {label: block for block in document.blocks if block.kind == "footnote" for label in _labels(block.text)}
    used: set[str] = set()
    for block in document.blocks:
        places = Positions(block.text, block.line)
        for label, offset in notes(block):
            used.add(label)
            if label not in texts:
                message, hint = "There is no footnote {label}.", "Write its text, {label}: …, in a line of its own."
                location = Location(document.path, *places.at(offset))
                yield RULE.problem(location, message, hint, label=f"[^{label}]")
    for label, block in texts.items():
        if label not in used:
            message, hint = "The text does not refer to this footnote.", "Write {label} where it belongs, or remove it."
            yield RULE.problem(Location(document.path, block.line), message, hint, label=f"[^{label}]")


def _labels(text: str) -> list[str]:
    return [token.label for token in tokens(text) if token.type == "footnote_reference_open"]


RULE = Rule(
    name="unreferenced-footnote",
    severity=Severity.WARNING,
    why="A note that nothing leads to is read by nobody, and a mark without a note is shown as it is written.",
    wrong="Half of the schools answered.\n\n[^1]: Of 1,200 that were asked.",
    right="Half of the schools answered.[^1]\n\n[^1]: Of 1,200 that were asked.",
    text=check,
)
