"""The words of inline Markdown and of raw HTML as a reader sees them, without markup."""

from __future__ import annotations

import re
from string import punctuation
from typing import TYPE_CHECKING

from noticeboard.markdown.source_map.brackets import ESCAPED, plain_entities
from noticeboard.markdown.source_map.emphasis import without_emphasis
from noticeboard.markdown.source_map.link_references import NO_REFERENCES
from noticeboard.markdown.source_map.mask_break import BREAK
from noticeboard.markdown.source_map.raw_html import raw_html
from noticeboard.markdown.source_map.spans import spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.source_map.link_references import References
    from noticeboard.markdown.source_map.spans import Span

_MARKUP = re.compile(r"[\\`*_~\[<&{\0]")
_RAW_TEXT_END = re.compile(r"</(?:script|style)\b", re.IGNORECASE)
_ESCAPE = re.compile(ESCAPED)
# Characters that are no markup where they come from code or after a backslash go through as noncharacters.
_LITERAL = {ord(character): 0xFDD0 + number for number, character in enumerate(punctuation)}
_RESTORED = {stand_in: chr(code) for code, stand_in in _LITERAL.items()}


def inline_text(markdown: str, references: References = NO_REFERENCES) -> str:
    """The visible words of inline Markdown, such as a link's text, on one line; code stays as it is written."""
    return " ".join(_inline(markdown, references).split())


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
