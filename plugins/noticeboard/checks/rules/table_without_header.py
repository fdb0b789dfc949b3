"""A table whose columns have no headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.markdown.source_map.html_tags import html_tags
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.model import Problem


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such table, in Markdown or in HTML."""
    for block in document.blocks:
        for location in _tables(block):
            message, hint = "The table has no headers.", "Say in the cells of its first row what each column contains."
            yield RULE.problem(location, message, hint)


def _tables(block: Block) -> Iterator[Location]:
    if block.kind == "table" and not block.text.partition("\n")[0].replace("|", "").strip():
        yield block.location
    elif block.kind == "html" and "<table" in block.text.lower():
        yield from _in_html(block)


def _in_html(block: Block) -> Iterator[Location]:
    """The place of each <table> without a <th> before the next table or its end."""
    waiting: Location | None = None
    for tag in html_tags(block):
        if tag.name == "th":
            waiting = None
        elif tag.name == "table":
            if waiting:
                yield waiting
            waiting = None if tag.closing else Location(block.path, tag.line, tag.column)


RULE = Rule(
    name="table-without-header",
    severity=Severity.WARNING,
    why="People who listen to a table are told a column's header with each cell; without it they hear bare numbers.",
    source="WCAG 2.2, success criterion 1.3.1, technique H51",
    wrong="| | |\n|---|---|\n| Teachers | 2478 |",
    right="| Group | Answers |\n|---|---|\n| Teachers | 2478 |",
    text=check,
)
