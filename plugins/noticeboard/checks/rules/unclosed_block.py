"""Fenced code or a comment that never ends, and so takes the rest of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.markdown.source_map.commonmark import tokens
from noticeboard.markdown.source_map.masks import CONTAINERS
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.source_map.commonmark import BlockToken
    from noticeboard.model import Problem

_HOLDING = ("code", "html", *CONTAINERS)
_OPENING = re.compile("```|~~~|<")
_OPENINGS = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"))
_RAW_TEXT = re.compile(r"<(script|style|pre|textarea)\b", re.IGNORECASE)


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such block, where it begins."""
    for block in document.blocks:
        if block.kind not in _HOLDING or not _OPENING.search(block.text):
            continue
        for token in tokens(block.text):
            opening = _unclosed(token)
            if opening and token.lines:
                message = "What begins with {opening} here never ends."
                hint = "Write {closing} in a line after its last one."
                location = Location(document.path, block.line + token.lines[0])
                yield RULE.problem(location, message, hint, opening=opening[0], closing=opening[1])


def _unclosed(token: BlockToken) -> tuple[str, str] | None:
    """What opens such a block and what would close it."""
    if token.type == "fence" and token.lines:
        first, last = token.lines
        shown = len(token.content.removesuffix("\n").split("\n")) if token.content else 0
        return (token.markup, token.markup) if last - first == shown + 1 else None
    if token.type != "html_block":
        return None
    raw = token.content.lstrip()
    for opening, closing in _OPENINGS:
        if raw.startswith(opening) and closing not in raw:
            return opening, closing
    found = _RAW_TEXT.match(raw)
    return (found[0], f"</{found[1]}>") if found and f"</{found[1].lower()}" not in raw.lower() else None


RULE = Rule(
    name="unclosed-block",
    severity=Severity.ERROR,
    why="All that follows is taken for code or for a comment: readers see it raw, or not at all.",
    source="CommonMark 0.31, 4.5 Fenced code blocks, 4.6 HTML blocks",
    wrong="Text.\n\n<!-- To be written\n\nMore text.",
    right="Text.\n\n<!-- To be written -->\n\nMore text.",
    text=check,
)
