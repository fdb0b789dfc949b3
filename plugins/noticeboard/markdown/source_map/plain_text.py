"""Markdown -> the words a reader sees, without markup, as one line."""

from __future__ import annotations

import re
from string import punctuation
from typing import TYPE_CHECKING

from noticeboard.markdown.source_map.attribute_lists import block_list, heading_list, heading_words
from noticeboard.markdown.source_map.blocks import split
from noticeboard.markdown.source_map.brackets import ESCAPED, plain_entities
from noticeboard.markdown.source_map.emphasis import without_emphasis
from noticeboard.markdown.source_map.link_references import NO_REFERENCES
from noticeboard.markdown.source_map.mask_break import BREAK
from noticeboard.markdown.source_map.masks import code_lines, mask
from noticeboard.markdown.source_map.raw_html import raw_html
from noticeboard.markdown.source_map.spans import spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.markdown.source_map.link_references import References
    from noticeboard.markdown.source_map.spans import Span

_MARKUP = re.compile(r"[\\`*_~\[<&{\0]")
_HASHES = re.compile(r"\A {0,3}#{1,6}(?=[ \t]|\Z)|(?<=[ \t])#+[ \t]*\Z")
_RAW_TEXT_END = re.compile(r"</(?:script|style)\b", re.IGNORECASE)
_ESCAPE = re.compile(ESCAPED)
# Characters that are no markup where they come from code or after a backslash go through as noncharacters.
_LITERAL = {ord(character): 0xFDD0 + number for number, character in enumerate(punctuation)}
_RESTORED = {stand_in: chr(code) for code, stand_in in _LITERAL.items()}


def plain_text(markdown: str, references: References = NO_REFERENCES) -> str:
    """The visible words of Markdown blocks, white space between them as single spaces.

    Of links their text remains; pictures, marks of footnotes, comments, link references and abbreviations leave
    nothing. Code stays as it is written.
    """
    return " ".join(filter(None, (block_text(block, references) for block in split(markdown, ""))))


def block_text(block: Block, references: References = NO_REFERENCES) -> str:
    """The same for a block that has been split already."""
    return " ".join(_block(block, references).split())


def inline_text(markdown: str, references: References = NO_REFERENCES) -> str:
    """The visible words of inline Markdown, such as a link's text."""
    return " ".join(_inline(markdown, references).split())


def _block(block: Block, references: References) -> str:
    if block.kind in ("rule", "reference", "abbreviation"):
        return ""
    if block.kind == "code":
        return "\n".join(code_lines(block.text).values())
    if block.kind == "html":
        return html_text(block.text)
    return _inline(_source(block), references)


def _source(block: Block) -> str:
    """The inline Markdown of a block, without what belongs to its kind."""
    if block.kind == "heading":
        return _heading(block.text)
    if block.kind in ("paragraph", "picture"):
        found = block_list(block.text)
        return block.text[: found.start()] if found else block.text
    masked, at, pieces = mask(block), 0, []
    # Code in a list or a quote is masked, and yet it is seen.
    code = code_lines(block.text)
    for number, line in enumerate(block.text.split("\n")):
        piece = code[number].translate(_LITERAL) if number in code else masked[at : at + len(line)]
        if not (block.kind == "table" and number == 1):
            pieces.append(masked[at - 1 : at] + piece)
        at += len(line) + 1
    return "".join(pieces)


def _heading(text: str) -> str:
    line = heading_words(text)
    found = heading_list(line)
    return _HASHES.sub("", line[: found.start()] if found else line)


def html_text(text: str) -> str:
    """The words of raw HTML, without the content of scripts and styles."""
    at, pieces = 0, []
    for start, end in raw_html(text):
        pieces.append("" if _RAW_TEXT_END.match(text, start) else text[at:start])
        at = end
    return plain_entities("".join([*pieces, text[at:]]))


def _inline(masked: str, references: References) -> str:
    if not _MARKUP.search(masked):
        return masked
    shown = "".join(_shown(masked, spans(masked, references)))
    return plain_entities(without_emphasis(shown)).translate(_RESTORED).replace(BREAK, " ")


def _shown(text: str, found: list[Span]) -> Iterator[str]:
    """The pieces of the text outside markup, what code shows with stand-ins for its special characters."""
    at = 0
    behind: list[tuple[int, int]] = []
    for span in [*found, None]:
        limit = span.start if span else len(text)
        while behind and behind[-1][0] <= limit:
            close, end = behind.pop()
            yield _escaped(text[at:close])
            at = end
        yield _escaped(text[at:limit])
        if span and span.kind == "link":
            behind.append((span.close, span.end))
            at = span.inner
        elif span:
            if span.kind in ("code", "autolink"):
                yield text[span.inner : span.close].translate(_LITERAL)
            at = span.end


def _escaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda found: found[1].translate(_LITERAL), text).replace("\\\n", "\n")
