"""Markup that is not understood, and that readers therefore see as it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.checks.bare_rows import HINT, MESSAGE, rows
from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.markdown.source_map.bare_text import bare_text
from noticeboard.markdown.source_map.blocks import references
from noticeboard.markdown.source_map.emphasis import left_over
from noticeboard.markdown.source_map.html_tags import html_ranges
from noticeboard.markdown.source_map.mask_break import BREAK
from noticeboard.markdown.source_map.positions import Positions
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.model import Problem

_ADDRESS = r"(?:https?://|www\.|mailto:|\.\./|#)"
_SIGNS = (
    (
        re.compile(rf"\[([^\[\]\n\0]+)\][ \t]+\({_ADDRESS}[^()\s\0]*\)"),
        "A link is not understood: there is a space between its words and its address.",
        "Write [{words}](…), without the space.",
    ),
    (
        re.compile(rf"\(([^()\n\0]+)\)\[{_ADDRESS}[^\[\]\s\0]*\]"),
        "A link is not understood: its brackets are the wrong way round.",
        "Write [{words}](…).",
    ),
    (
        re.compile(r"\[([^\[\]\n\0]+)\]\[[^\[\]\n\0]*\]"),
        "A link is not understood: the text does not say where its label leads.",
        "Write [{words}](…), or add a line with the label, a colon and the address.",
    ),
    (
        re.compile(r"^ {0,3}\[([^\[\]\n\0]+)\]:[ \t]+\S", re.MULTILINE),
        "The address of a label is not understood in the middle of a paragraph.",
        "Put an empty line above it.",
    ),
    (
        re.compile(r"^[ \t]*(#{2,6})(?=[^\s#\0]|\u00a0)", re.MULTILINE),
        "A heading is not understood: there is no space after {words}.",
        "Put a space after it.",
    ),
    (
        re.compile(r"(?<![^\s\w.,!?)])(\{:? *[#.][^{}\n\0]*\})"),
        "The attribute list {words} belongs to nothing.",
        "Put it after a heading or a link, or in a line of its own below the paragraph.",
    ),
    (
        re.compile(r"(<!(?!DOCTYPE)[A-Za-z][^<>\n\0]*>)", re.IGNORECASE),
        "{words} is not understood.",
        "Remove it.",
    ),
    (
        re.compile(
            r"(\{\{[^{}\n\0]*\}\}|\{%[^{}\n\0]*%\}|"
            r"\[/?(?:audio|caption|embed|gallery|playlist|video)(?: [^\[\]\n\0]*)?\]|"
            r"^[ \t]*(?:\[TOC\]|:::.*|!!! ?\w.*))",
            re.MULTILINE,
        ),
        "{words} is not understood.",
        "Remove it.",
    ),
    (
        re.compile(r"^ {0,3}(:)[ \t]+\S", re.MULTILINE),
        "A definition is not understood: there is no term alone in the line above it.",
        "Put the term in a line of its own, with an empty line above that.",
    ),
)
_SUSPICIOUS = re.compile(
    r"\][ \t]+\(|\)\[|\]\[|\]:|\*\*|__|~~|[|\t]|\{:? *[#.]|\[[ xX!]|^[ \t>]*##+[^ \t\n#]|^ {0,3}:|<!"
    r"|\{[{%]|\[/?(?:audio|caption|embed|gallery|playlist|video|TOC)|^[ \t]*(?:!!!|:::)",
    re.MULTILINE,
)
"""A character that every reported piece of markup has, except in raw HTML; a quick first look."""

_NOTICE = re.compile(r"^[ \t]*(\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])", re.MULTILINE)
_TASK = re.compile(r"^[ \t]*(\[[ xX]\])[ \t]", re.MULTILINE)
_IN_HTML = re.compile(r"^[ \t]*(?:#{1,6} |[*+-] |\d{1,9}[.)] |\|[ :]*-)|\*\*\S|\]\(", re.MULTILINE)
_MANY = 2
_SILENT = ("code", "rule", "reference", "abbreviation", "picture")


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such piece of markup."""
    known = references(document.blocks)
    for block in document.blocks:
        if block.kind in _SILENT or not (block.kind == "html" or _SUSPICIOUS.search(block.text)):
            continue
        places = Positions(block.text, block.line)
        found = _html(block) if block.kind == "html" else _shown(block, bare_text(block, known))
        for offset, message, hint, words in sorted(found):
            yield RULE.problem(Location(document.path, *places.at(offset)), message, hint, words=words)


def _shown(block: Block, bare: str) -> Iterator[tuple[int, str, str, str]]:
    lines = bare.replace(BREAK, "\n")
    for form, message, hint in _SIGNS:
        for found in form.finditer(lines):
            bracketed = found.start(1) > 0 and lines[found.start(1) - 1] in "[("
            yield found.start(1) - bracketed, message, hint, found[1]
    for start, end in left_over(bare):
        if end - start >= _MANY:
            message = "{words} is not understood: there is no second one that belongs to it."
            yield start, message, "Write the same after the words, without a space; or remove it.", bare[start:end]
    if block.kind == "list":
        for found in _TASK.finditer(lines):
            yield found.start(1), "{words} is not understood: there are no task lists here.", "Remove it.", found[1]
    if block.kind == "quote":
        for found in _NOTICE.finditer(lines):
            yield found.start(1), "{words} is not understood: a quotation has no kinds.", "Remove it.", found[1]
    if block.kind == "paragraph":
        yield from _row(bare)


def _row(bare: str) -> Iterator[tuple[int, str, str, str]]:
    """A single row of a table; checks/rules/table_without_dashes.py reports several."""
    found = rows(bare)
    if len(found) == 1 and found[0].separators > 1:
        yield found[0].start, MESSAGE, HINT, ""


def _html(block: Block) -> Iterator[tuple[int, str, str, str]]:
    """Markdown in a block of raw HTML, if it is not read as Markdown."""
    seen = list(block.text)
    for start, end in html_ranges(block):
        seen[start:end] = " " * (end - start)
    found = _IN_HTML.search("".join(seen))
    if found:
        message = "Markdown is not understood here, directly after a tag or a comment."
        yield found.start(), message, "Put an empty line between the two.", ""


RULE = Rule(
    name="raw-markup",
    severity=Severity.WARNING,
    why="Readers see the signs themselves, in the middle of the words.",
    wrong="See [our rules] (https://example.org/rules).",
    right="See [our rules](https://example.org/rules).",
    text=check,
)
