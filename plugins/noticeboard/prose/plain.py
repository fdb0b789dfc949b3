"""Markdown -> the words a reader sees, without markup, as one line."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from noticeboard.prose.attributes import block_list, heading_list, read
from noticeboard.prose.blocks import split
from noticeboard.prose.brackets import plain
from noticeboard.prose.emphasis import without_emphasis
from noticeboard.prose.lines import BREAK
from noticeboard.prose.masks import mask
from noticeboard.prose.spans import spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.prose.blocks import Block
    from noticeboard.prose.spans import References, Span

NO_REFERENCES: References = MappingProxyType({})

_MARKUP = re.compile(r"[\\`*_\[<&{\0]")
_SEPARATOR = re.compile(r"^[|:\- \t]+$", re.MULTILINE)
_HASHES = re.compile(r"\A#{1,6}|#+ *\Z")
_RAW_TEXT = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")
# Characters that are no markup where they come from code or behind a backslash go through as noncharacters.
_LITERAL = {ord(character): 0xFDD0 + number for number, character in enumerate("\\`*_{}[]()>#+-.!|<&~")}
_RESTORED = {stand_in: chr(code) for code, stand_in in _LITERAL.items()}


def plain_text(markdown: str, references: References = NO_REFERENCES) -> str:
    """The visible words of Markdown blocks, white space between them as single spaces.

    Of links their text remains; pictures, marks of footnotes, comments, link references and abbreviations leave
    nothing. Code stays as it is written.
    """
    words = (_block(block, references) for block in split(markdown, ""))
    return " ".join(" ".join(words).split())


def inline_text(markdown: str, references: References = NO_REFERENCES) -> str:
    """The visible words of inline Markdown, such as a link's text."""
    return " ".join(_inline(markdown, references).split())


def _block(block: Block, references: References) -> str:
    text = block.text
    if block.kind in ("rule", "reference", "abbreviation"):
        return ""
    if block.kind == "code":
        return "\n".join(line for line in text.split("\n") if not line.startswith(("```", "~~~")))
    if block.kind == "html":
        return _html(text)
    if block.kind == "heading":
        return _inline(_heading(text), references)
    if block.kind == "table":
        head, _, rest = text.partition("\n")
        masked = mask(block)
        return _inline(masked[: len(head)] + BREAK + masked[len(head) + 1 + len(rest.partition("\n")[0]) :], references)
    if block.kind == "paragraph" and (found := block_list(text)):
        return _inline(text[: found.start()], references)
    return _inline(mask(block), references)


def _heading(text: str) -> str:
    line = text.partition("\n")[0]
    found = heading_list(line)
    return _HASHES.sub("", line[: found.start()] if found else line)


def _html(text: str) -> str:
    text = _RAW_TEXT.sub("", text) if "<s" in text.lower() else text
    return plain("".join(_shown(text, [span for span in spans(text, NO_REFERENCES) if span.kind in ("tag", "comment")])))


def _inline(masked: str, references: References) -> str:
    if not _MARKUP.search(masked):
        return masked
    shown = "".join(_shown(masked, spans(masked, references)))
    return plain(without_emphasis(shown)).translate(_RESTORED).replace(BREAK, " ")


def _shown(text: str, found: list[Span]) -> Iterator[str]:
    """The pieces of the text outside markup, what code shows with stand-ins for its special characters."""
    at = 0
    ends: list[tuple[int, int]] = []
    for span in [*found, None]:
        limit = span.start if span else len(text)
        while ends and ends[-1][0] <= limit:
            close, end = ends.pop()
            yield _literal_escapes(text[at:close])
            at = end
        yield _literal_escapes(text[at:limit])
        at = limit
        if span and span.kind == "link":
            ends.append((span.close, read(text, span.end)[1]))
            at = span.inner
        elif span:
            if span.kind in ("code", "autolink"):
                yield text[span.inner : span.close].translate(_LITERAL)
            at = span.end if span.kind == "tag" else read(text, span.end)[1]


def _literal_escapes(text: str) -> str:
    return _ESCAPE.sub(lambda found: found[1].translate(_LITERAL), text) if "\\" in text else text
