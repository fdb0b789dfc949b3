"""Markdown -> the blocks that CommonMark sees in it, as tokens with their lines.

Beside CommonMark 0.31.2 there are the tables of GitHub Flavored Markdown, footnotes (`[^label]: text`), definition
lists (a term's line, then `: definition`) and abbreviations (`*[HTML]: HyperText Markup Language`). Inline Markdown is
left as it is, in the `content` of tokens of type inline.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

if TYPE_CHECKING:
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

MOST_LEVELS = 60
"""Blocks inside one another; texts with more are refused before (limits.py)."""

_ABBREVIATION = re.compile(r"\*\[([^\\]*?)\] ?:[ \t]*(.*)\Z")
_KEPT = 16
_PARAGRAPH: RuleOptionsType = {"alt": ["paragraph", "reference"]}


class BlockToken(NamedTuple):
    """A token of markdown-it-py as far as it is needed: tuples of plain values cost the garbage collector nothing.

    `lines` are the numbers of the first line and of the line after the last, from 0; None at the end of a block.
    `label`, `target` and `title` are those of link references, footnotes (label) and abbreviations (label and title);
    `start` is the first number of a list if that is not 1, `align` that of a table's cell, "" if there is none.
    """

    type: str
    tag: str
    nesting: int
    level: int
    lines: tuple[int, int] | None
    content: str
    markup: str
    info: str
    hidden: bool
    start: str
    align: str
    label: str
    target: str
    title: str


@lru_cache(maxsize=_KEPT)
def tokens(text: str) -> tuple[BlockToken, ...]:
    """The block tokens of a text in order; types beside markdown-it-py's are abbreviation and definition.

    A definition is a link reference. What is nested deeper than MOST_LEVELS is left out.
    """
    found: list[Token] = []
    parser = _parser()
    parser.block.parse(text, parser, {}, found)
    return tuple(map(_plain, found))


def _plain(token: Token) -> BlockToken:
    meta, attributes = token.meta, token.attrs
    lines = (token.map[0], token.map[1]) if token.map else None
    style = str(attributes.get("style", "")) if attributes else ""
    return BlockToken(
        *(token.type, token.tag, token.nesting, token.level, lines, token.content, token.markup, token.info),
        *(token.hidden, str(attributes.get("start", "")) if attributes else "", style.removeprefix("text-align:")),
        *((meta.get("label", ""), meta.get("url", ""), meta.get("title", "")) if meta else ("", "", "")),
    )


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"maxNesting": MOST_LEVELS, "inline_definitions": True})
    parser.enable("table")
    deflist_plugin(parser)
    rules = parser.block.ruler
    rules.before("reference", "footnote", footnote_def, _PARAGRAPH)
    rules.before("list", "abbreviation", _abbreviation, _PARAGRAPH)
    return parser


class _Parser(MarkdownIt):
    """Leaves addresses as they are written; whether they are good is the business of others."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the base class's form
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - likewise
        return url


def _abbreviation(state: StateBlock, line: int, _: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it-py's form
    start = state.bMarks[line] + state.tShift[line]
    if not state.src.startswith("*[", start) or state.is_code_block(line):
        return False
    found = _ABBREVIATION.match(state.src[start : state.eMarks[line]])
    if not found or not found[1].strip() or not found[2].strip():
        return False
    if not silent:
        token = state.push("abbreviation", "", 0)
        token.map = [line, line + 1]
        token.meta = {"label": found[1].strip(), "title": found[2].strip()}
        state.line = line + 1
    return True
