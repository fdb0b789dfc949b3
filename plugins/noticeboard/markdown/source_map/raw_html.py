"""Raw HTML in Markdown: tags, comments, and the blocks that Python-Markdown passes over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from markdown.util import BLOCK_LEVEL_ELEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Range = tuple[int, int]

# No "<" outside quotes: it keeps what a broken tag can reach, and so the whole search, short.
TAG = re.compile(
    r"""<(?P<closing>/?)(?P<name>[A-Za-z][^\s"'`<>/=@\0]*+)
        (?P<attributes>(?:[\s/]++[^\s"'`<>/=\0]++(?:\s*+=\s*+(?:"[^"\0]*+"|'[^'\0]*+'|[^\s"'`<>=\0]++))?+)*+)
        [\s/]*+>""",
    re.VERBOSE,
)
"""A start or end tag."""

ATTRIBUTE = re.compile(r"""([^\s"'`<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'`<>=]++)))?+""")
"""One attribute of a tag: its name and its value in one of three groups."""

_BLOCK_LEVEL = frozenset(BLOCK_LEVEL_ELEMENTS)
_RAW_TEXT = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style")}
_CLOSED_BY = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!DOCTYPE", ">"))
_OPENS = re.compile("<[A-Za-z/!?]")
_INDENT = 3


class RawHtmlFinder:
    """Finds raw HTML in one text; `hidden` are (start, end) offsets where there is none, in order."""

    def __init__(self, text: str, hidden: Sequence[Range] = ()) -> None:
        """Keep the text and what to pass over."""
        self._text = text
        self._hidden = hidden
        self._missing: set[str] = set()

    def blocks(self) -> list[Range]:
        """The (start, end) offsets of each block of raw HTML, in order.

        One begins with a block-level tag, a comment or a declaration in the first four columns of a line, or with a
        tag behind another block in its line; it ends with the end tag, or with the text where there is none.
        """
        found: list[Range] = []
        at, line_end = self._next(0), -1
        while at >= 0:
            end, is_block = self._markup(at)
            if is_block and (_starts_line(self._text, at) or (end < 0 and at < line_end)):
                end = self._element_end(at) if end < 0 else end
                found.append((at, end))
                line_end = line_end if line_end >= end else self._text.find("\n", end) % (len(self._text) + 1)
            at = self._next(max(end, at + 1))
        return found

    def other(self, at: int) -> int:
        """The offset behind the comment, instruction or declaration that begins at `at`, or -1."""
        for opening, closing in _CLOSED_BY:
            if self._text[at : at + len(opening)].upper() == opening and closing not in self._missing:
                end = self._text.find(closing, at + len(opening))
                if end >= 0:
                    return end + len(closing)
                self._missing.add(closing)
        return -1

    def _next(self, at: int) -> int:
        """The offset of the next "<" that may begin markup and is not hidden, or -1."""
        found = _OPENS.search(self._text, at)
        while found:
            index = bisect_right(self._hidden, (found.start(), len(self._text))) - 1
            if index < 0 or found.start() >= self._hidden[index][1]:
                return found.start()
            found = _OPENS.search(self._text, self._hidden[index][1])
        return -1

    def _markup(self, at: int) -> tuple[int, bool]:
        """Where the markup at `at` ends, -1 for what its end tag ends, and whether a block can begin with it."""
        tag = TAG.match(self._text, at)
        if not tag:
            end = self.other(at)
            return (end, True) if end >= 0 else (at + 1, False)
        name = tag["name"].lower()
        if tag["closing"] or name not in _BLOCK_LEVEL:
            return tag.end(), False
        return (tag.end() if _is_empty(tag) else -1), True

    def _element_end(self, at: int) -> int:
        """The offset behind the element whose start tag begins at `at`."""
        stack: list[str] = []
        depth: Counter[str] = Counter()
        while at >= 0:
            tag = TAG.match(self._text, at)
            end = tag.end() if tag else max(self.other(at), at + 1)
            if tag and tag["closing"]:
                _close(tag["name"].lower(), stack, depth)
            elif tag and not _is_empty(tag):
                stack.append(tag["name"].lower())
                depth[stack[-1]] += 1
                end = self.behind_raw_text(stack[-1], end)
            if not stack:
                return end
            at = self._next(end)
        return len(self._text)

    def behind_raw_text(self, name: str, start: int) -> int:
        """The offset of the end tag of a script or style whose content begins at `start`; else `start`."""
        if name not in _RAW_TEXT:
            return start
        found = _RAW_TEXT[name].search(self._text, start)
        return found.start() if found else len(self._text)


def raw_html(text: str) -> Iterator[Range]:
    """The (start, end) offsets of the tags, comments and declarations in a block of raw HTML."""
    markup, at = RawHtmlFinder(text), 0
    while found := _OPENS.search(text, at):
        at = found.start()
        tag = TAG.match(text, at)
        end = tag.end() if tag else markup.other(at)
        if end >= 0:
            yield at, end
        at = max(end, at + 1)
        if tag and not tag["closing"] and not _is_empty(tag):
            at = markup.behind_raw_text(tag["name"].lower(), at)


def _close(name: str, stack: list[str], depth: Counter[str]) -> None:
    while depth[name]:
        last = stack.pop()
        depth[last] -= 1
        if last == name:
            return


def _is_empty(tag: re.Match[str]) -> bool:
    return tag[0].endswith("/>") or tag["name"].lower() == "hr"


def _starts_line(text: str, at: int) -> bool:
    before = text[max(0, at - _INDENT - 1) : at]
    if "\n" in before:
        before = before.rpartition("\n")[2]
    elif at > _INDENT:
        return False
    return not before.strip(" ")
