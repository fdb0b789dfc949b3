"""A sentence that begins with a year or a day and its full stop, which makes a numbered list of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.markdown.segments.accidental_lists import ITEM_BEGINNING, is_accidental
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each list that begins with a year, and each of a single item that is none."""
    for index, block in enumerate(document.blocks):
        begins = ITEM_BEGINNING.match(block.text)
        if begins and is_accidental(document.blocks, index, document.lang):
            message = "The text begins with '{words}', and so becomes a numbered list."
            hint = "If it is not a list, write a backslash after the number: {right}"
            words, right = (f"{begins[1]}{sign}{begins[2]} {begins[3]}".strip() for sign in ("", "\\"))
            yield RULE.problem(block.location, message, hint, words=words, right=right)


RULE = Rule(
    name="accidental-list",
    severity=Severity.WARNING,
    why="The sentence is indented and read aloud as the item of a list, with a year or a day for its number.",
    source="CommonMark 0.31, 5.2 List items",
    wrong="2024. aasta küsitluses osales 2350 kooli.",
    right="2024\\. aasta küsitluses osales 2350 kooli.",
    text=check,
)
