"""A bullet that a word processor has left: "• food" is not an item of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.markdown.source_map.bare_text import bare_text
from noticeboard.markdown.source_map.positions import Positions
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem

# Word writes its bullets as signs of the fonts Symbol and Wingdings, which come out in the private use area.
_SIGNS = (
    "\u2022\u2023\u2043\u25e6\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u27a2\u2756\u2713\u2714\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
)
_TABBED = "o(?=[\\t\u00a0])|[\u2013\u2014](?=\\t)|\u00b7(?=[ \\t\u00a0])|[*+-](?=\u00a0)"
_BULLET = re.compile(
    f"^[ \\t>]*(?:[*+-][ \\t]+|\\d{{1,9}}[.)][ \\t]+)*([{_SIGNS}]|{_TABBED})[ \\t\u00a0]*(?=\\w)", re.MULTILINE
)
_KINDS = ("paragraph", "quote", "list")


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each line that begins so."""
    for block in document.blocks:
        if block.kind in _KINDS and _BULLET.search(block.text):
            places = Positions(block.text, block.line)
            for found in _BULLET.finditer(bare_text(block).replace("\0", "\n")):
                message, hint = "'{bullet}' does not begin a list item.", "Write - and a space instead."
                location = Location(document.path, *places.at(found.start(1)))
                yield RULE.problem(location, message, hint, bullet=found[1])


RULE = Rule(
    name="word-bullet",
    severity=Severity.ERROR,
    why="What was a list in the word processor becomes one paragraph, and screen readers do not say that it is a list.",
    source="WCAG 2.2, success criterion 1.3.1",
    wrong="We ask about:\n\n\u2022 food\n\u2022 drink",
    right="We ask about:\n\n- food\n- drink",
    text=check,
)
