"""A sentence that begins with a year or a day and its full stop, which makes a numbered list of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.languages.months import month
from noticeboard.languages.notation import notation
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem

_NUMBER = re.compile(r" {0,3}(\d{1,9})\. +([^\W\d_]*)")
_ITEM = re.compile(r"^ {0,3}\d+\. ", re.MULTILINE)
_YEAR = 1000
"""No list is so long that it goes on with this number."""


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each list that begins with a year, and each of a single item that begins with a date."""
    for block in document.blocks:
        begins = _NUMBER.match(block.text) if block.kind == "list" else None
        if begins and _is_sentence(begins, block.text, document.lang):
            message = "The text begins with '{words}', and so becomes a numbered list."
            hint = "If it is none, write a backslash before the full stop: {right}"
            words = f"{begins[1]}. {begins[2]}".strip()
            yield RULE.problem(block.location, message, hint, words=words, right=words.replace(".", "\\.", 1))


def _is_sentence(begins: re.Match[str], text: str, lang: str) -> bool:
    if int(begins[1]) >= _YEAR:
        return True
    single = notation(lang).dotted and len(_ITEM.findall(text)) == 1
    return single and bool(month(begins[2], lang, inflected=True))


RULE = Rule(
    name="accidental-list",
    severity=Severity.WARNING,
    why="The sentence is indented and read aloud as the item of a list, with a year or a day for its number.",
    source="CommonMark 0.31, 5.2 List items",
    wrong="2024. aasta küsitluses osales 2350 kooli.",
    right="2024\\. aasta küsitluses osales 2350 kooli.",
    text=check,
)
