"""An attribute list with curly quotation marks: {credit=\u201cJan / Ministry\u201d}."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.markdown.source_map.link_references import NO_REFERENCES
from noticeboard.markdown.source_map.masks import mask
from noticeboard.markdown.source_map.positions import Positions
from noticeboard.markdown.source_map.spans import spans
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem

_LIST = re.compile("\\{[^{}\\n]*?[\\w-]+ *= *([\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb])[^{}\\n]*\\}")


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such list, at its first mark."""
    for block in document.blocks:
        if not _LIST.search(block.text):
            continue
        masked = mask(block)
        places = Positions(block.text, block.line)
        code = [span for span in spans(masked, NO_REFERENCES) if span.kind == "code"]
        for found in _LIST.finditer(masked):
            if not any(span.start < found.start() < span.end for span in code):
                message, hint = "The quotation marks in {list} are curly.", 'Write straight ones, ", instead.'
                location = Location(document.path, *places.at(found.start(1)))
                yield RULE.problem(location, message, hint, list=found[0])


RULE = Rule(
    name="curly-attribute",
    severity=Severity.ERROR,
    why="Only straight quotation marks hold a value together: of \u201cJan / Ministry\u201d readers get \u201cJan.",
    wrong="![Trees](trees.jpg){credit=\u201cJan / Ministry\u201d}",
    right='![Trees](trees.jpg){credit="Jan / Ministry"}',
    text=check,
)
