"""The markup around the words of a block: marks of headings, attribute lists, labels of footnotes."""

from __future__ import annotations

import re

from noticeboard.markdown.source_map.attribute_lists import block_list, heading_list

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]*|[ \t]*")
_UNDERLINE = re.compile(r"\n *(?:=+|-+) *\Z")
_HASHES = re.compile(r"[ \t]*#*[ \t]*\Z")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]]*\]:[ \t]*")
_INDENT = re.compile(r"[ \t]*")
_TITLE = re.compile(r"""[\s>]("(?P<double>[^"]*(?:"(?! *\))[^"]*)*)"|'(?P<single>[^']*(?:'(?! *\))[^']*)*)') *\)""")

_LONGEST = 2000
"""Characters of a target with its title: a limit keeps many spaces from being searched again and again."""


def block_markup(kind: str, text: str) -> tuple[int, int]:
    """The offsets at which the words of a block begin and end."""
    if kind == "heading":
        return _heading(text)
    if kind == "paragraph":
        found = block_list(text)
        return _INDENT.match(text).end(), _trimmed(text, found.start() if found else len(text))  # type: ignore[union-attr]  # it matches anything
    if kind == "footnote" and (label := _FOOTNOTE.match(text)):
        return label.end(), _trimmed(text, len(text))
    return 0, _trimmed(text, len(text))


def _heading(text: str) -> tuple[int, int]:
    underline = _UNDERLINE.search(text)
    line = text[: underline.start()] if underline else text
    opening = _INDENT if underline else _HEADING
    start = opening.match(line).end()  # type: ignore[union-attr]  # it matches anything
    found = heading_list(line)
    end = found.start() if found else len(line)
    hashes = _HASHES.search(line, start, end)
    end = hashes.start() if hashes and not underline else end
    return start, max(start, _trimmed(line, end))


def _trimmed(text: str, end: int) -> int:
    return len(text[:end].rstrip())


def title_place(closing: str) -> tuple[int, int]:
    """The offsets of a title in the end of a link or picture, `](target "title")`; -1 and -1 if there is none."""
    found = _TITLE.search(closing) if len(closing) < _LONGEST else None
    if not found:
        return -1, -1
    return found.span("double") if found["double"] is not None else found.span("single")
