"""Brackets and parentheses of inline Markdown: which belong together, and the targets in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from html import unescape
from string import punctuation

_ANGLED = re.compile(r"""\(\s*<([^<>\0]*+)>\s*(?:("[^"\0]*+"|'[^'\0]*+')\s*)?\)""")
_TITLE_END = re.compile(r"""(["']) *\)""")
# Up to here looking at the characters is quicker than looking quotes up.
_SHORT = 1000
ESCAPED = rf"\\([{re.escape(punctuation)}])"
"""A backslash escape: any ASCII punctuation after a backslash (CommonMark 2.4), which is group 1."""

_ESCAPED = re.compile(ESCAPED)
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")


def plain(text: str) -> str:
    """The text with backslash escapes and entities resolved."""
    return plain_entities(_ESCAPED.sub(r"\1", text) if "\\" in text else text)


def plain_entities(text: str) -> str:
    """The text with entities resolved; an ampersand without a semicolon after its name is one."""
    return _ENTITY.sub(lambda found: unescape(found[0]), text) if "&" in text else text


class Brackets:
    """The brackets of one text, given to `note` from left to right; escaped ones and those in code are left out."""

    def __init__(self, text: str) -> None:
        """Start with no bracket."""
        self._text = text
        self._open: dict[str, list[int]] = {"[": [], "(": []}
        self._pairs: dict[int, int] = {}
        self._breaks: list[int] = []
        self.opened: list[int] = []

    def note(self, at: int, mark: str) -> None:
        """Take notice of "[", "![", "]", "(", ")" or a break."""
        if mark in ("[", "!["):
            self.opened.append(at)
            self._open["["].append(at)
        elif mark == "(":
            self._open["("].append(at)
        elif mark in ("]", ")"):
            waiting = self._open["[" if mark == "]" else "("]
            if waiting:
                self._pairs[waiting.pop()] = at
        else:
            self._breaks.append(at)
            self._open = {"[": [], "(": []}

    def close(self, start: int) -> int:
        """The offset of the bracket that closes the one at `start`, or -1."""
        return self._pairs.get(start, -1)

    def target(self, at: int) -> tuple[str, str, int] | None:
        """The target and title in the parentheses that open at `at`, and the offset after them.

        A target may be in <>, may hold spaces and balanced parentheses; a title is in quotes in front of the
        closing parenthesis, which makes parentheses in it harmless.
        """
        if self._text[at : at + 1] != "(":
            return None
        if found := _ANGLED.match(self._text, at):
            return plain(found[1]).strip(), plain((found[2] or "")[1:-1]), found.end()
        close = self._pairs.get(at, -1)
        if titled := self._titled(at, close):
            return titled
        return (plain(self._text[at + 1 : close]).strip(), "", close + 1) if close >= 0 else None

    def _titled(self, at: int, close: int) -> tuple[str, str, int] | None:
        """The same for parentheses that open at `at` and end with a title; `close` is -1 if none match."""
        if 0 <= close < at + _SHORT and '"' not in (inside := self._text[at:close]) and "'" not in inside:
            return None
        limit = _first(self._breaks, at, len(self._text))
        first = {quote: _first(locations, at, limit) for quote, locations in self._quotes.items()}
        opening = min(first.values())
        if opening >= (limit if close < 0 else close):
            return None
        ends = [(_first(self._title_ends[quote], start + 1, limit), start) for quote, start in first.items()]
        end, start = min(ends)
        if end >= limit:
            return None
        behind = self._text.index(")", end) + 1
        return plain(self._text[at + 1 : start]).strip(), _title(self._text[start + 1 : end]), behind

    @cached_property
    def _quotes(self) -> dict[str, list[int]]:
        return {quote: [found.start() for found in re.finditer(quote, self._text)] for quote in "\"'"}

    @cached_property
    def _title_ends(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {'"': [], "'": []}
        for end in _TITLE_END.finditer(self._text):
            found[end[1]].append(end.start())
        return found


def _first(locations: list[int], after: int, limit: int) -> int:
    """The first of the places from `after` on, or the limit."""
    index = bisect_left(locations, after)
    return min(locations[index], limit) if index < len(locations) else limit


def _title(text: str) -> str:
    return re.sub(r"\s", " ", plain(text.strip()))
