"""Raw HTML in Markdown: tags, comments and declarations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

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

_RAW_TEXT = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style")}
_CLOSED_BY = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!DOCTYPE", ">"))
_OPENS = re.compile("<[A-Za-z/!?]")


class RawHtmlFinder:
    """Finds where the raw HTML of one text ends."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self.text = text
        self._missing: set[str] = set()

    def other(self, at: int) -> int:
        """The offset after the comment, instruction or declaration that begins at `at`, or -1."""
        for opening, closing in _CLOSED_BY:
            if self.text[at : at + len(opening)].upper() == opening and closing not in self._missing:
                # `<!-->` and `<!--->` are whole comments (CommonMark 0.31, 6.6; HTML 13.2.5.43).
                end = self.text.find(closing, at + len("<!"))
                if end >= 0:
                    return end + len(closing)
                self._missing.add(closing)
        return -1

    def behind_raw_text(self, name: str, start: int) -> int:
        """The offset of the end tag of a script or style whose content begins at `start`; else `start`."""
        if name not in _RAW_TEXT:
            return start
        found = _RAW_TEXT[name].search(self.text, start)
        return found.start() if found else len(self.text)


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


def _is_empty(tag: re.Match[str]) -> bool:
    return tag[0].endswith("/>") or tag["name"].lower() == "hr"
