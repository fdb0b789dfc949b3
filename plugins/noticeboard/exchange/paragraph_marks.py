"""The marks with which a translator splits or joins paragraphs, and their faults."""

from __future__ import annotations

import re

from noticeboard.exchange.placeholders import PlaceholderFault
from noticeboard.markdown.segments.paragraph_breaks import BETWEEN_PARTS, SPLIT

SPLIT_HERE = " <split/> "
"""In a message: a new paragraph begins here in the translation."""

JOINED = "<join/> "
"""In front of a message: its translation continues the paragraph of the message before."""

_SPLIT = re.compile(r"<\s{0,9}split\s{0,9}/?\s{0,9}>")
_JOIN = re.compile(r"<\s{0,9}join\s{0,9}/?\s{0,9}>")


def is_joined(text: str) -> bool:
    """Whether the translation continues the paragraph before."""
    return bool(_JOIN.match(text.lstrip()))


def without_join(text: str) -> str:
    """The translation without that mark."""
    return _JOIN.sub("", text, count=1).lstrip() if is_joined(text) else text


def without_marks(text: str) -> str:
    """The translation with spaces for its marks, as a memory for other texts keeps it."""
    return " ".join(part.strip() for part in _SPLIT.split(without_join(text)))


def paragraphs(text: str) -> str:
    """The source of a translation with its marks of a split as Markdown has them."""
    found = _SPLIT.split(text)
    return f"\n\n{SPLIT}\n\n".join(part.strip() for part in found) if len(found) > 1 else text


def parts(text: str) -> list[str]:
    """The paragraphs of a block that a translation has split."""
    found = BETWEEN_PARTS.split(text)
    return [part.strip() for part in found] if len(found) > 1 else found


def mark_fault(kind: str, target: str, source: str) -> PlaceholderFault | None:
    """The fault of the marks in a translation; None if they are right, or if the source has such words itself."""
    words = without_join(target)
    marks = [mark[0].strip() for mark in (*_SPLIT.finditer(words), *_JOIN.finditer(words))]
    marks += ["<join/>"] if words != target else []
    if not marks or _SPLIT.search(source) or _JOIN.search(source):
        return None
    if kind != "paragraph":
        return PlaceholderFault("Only a paragraph can be split or joined: {mark}.", marks[0])
    if _JOIN.search(words):
        return PlaceholderFault("The mark {mark} can only be the first word of a translation.", "<join/>")
    if not all(part.strip() for part in _SPLIT.split(words)):
        return PlaceholderFault("The mark {mark} has no words on one of its sides.", marks[0])
    return None
