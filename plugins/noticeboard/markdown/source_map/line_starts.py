"""Lines that begin or separate blocks, found by their first characters: one pass over a text's lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

from noticeboard.markdown.source_map.link_references import reference_end

BREAK = "\0"
"""Separates texts that share no inline markup. No valid text holds this character."""

INDENT = "    "
"""What makes a line code, or part of the list above."""

ITEM = re.compile(r" {0,3}(?:([*+-])|\d+\.) +")
"""The beginning of a list item; group 1 only where the list is unordered."""

SETEXT = re.compile(r"(?:=+|-+) *\Z")
"""The line under a heading."""

FOOTNOTE = re.compile(r" {0,3}\[\^([^\]]*)\]: *")
"""The beginning of a footnote's text, its label in group 1."""

DEFINITION = re.compile(r" {0,3}: {1,3}")
"""The beginning of a definition."""

ABBREVIATION = re.compile(r"\*\[([^\\]*?)\] ?: *(.*)\Z")
"""An abbreviation and what it stands for."""

_RULE = re.compile(r" {0,3}(?:-(?: {0,2}-){2,}|_(?: {0,2}_){2,}|\*(?: {0,2}\*){2,}) *\Z")


class LineStarts:
    """The numbers of the lines of one text that begin or separate blocks, by kind, in order."""

    def __init__(self, lines: list[str]) -> None:
        """Look at each line once; "" is a blank line."""
        self.lines = lines
        self._found: dict[str, list[int]] = defaultdict(list)
        self._special = [
            number for number, line in enumerate(lines) if line and (line[0] in " #-_*+>:[=|" or line[0].isdecimal())
        ]
        for number in self._special:
            line = lines[number]
            start = line.lstrip(" ")[:1]
            if start in "#-_*>:[":
                for kind in self._kinds(number, line, start):
                    self._found[kind].append(number)

    def are_plain(self, first: int, last: int) -> bool:
        """Whether no line from `first` up to, not including, `last` begins in a way that any rule looks at."""
        index = bisect_left(self._special, first)
        return index == len(self._special) or self._special[index] >= last

    def first(self, kind: str, start: int, end: int) -> int:
        """The first line of the kind from `start` up to, not including, `end`; -1 where there is none."""
        numbers = self._found.get(kind)
        if not numbers:
            return -1
        index = bisect_left(numbers, start)
        return numbers[index] if index < len(numbers) and numbers[index] < end else -1

    def _kinds(self, number: int, line: str, start: str) -> list[str]:
        """What the line may begin; a footnote looks like a reference too."""
        if start == "#":
            return ["heading"] if line[0] == "#" and not _ends_in_escape(line) else []
        if start == ">":
            return ["quote"] if line.find(">") <= 3 else []  # noqa: PLR2004 - a fourth space makes code
        if start == ":":
            return ["definition"] if DEFINITION.match(line) else []
        if start == "[":
            return ["footnote"] if FOOTNOTE.match(line) else ["reference"] if reference_end(self.lines, number) else []
        if line.startswith("*["):
            return ["abbreviation"] if self.abbreviation_end(number) else []
        return ["rule"] if _RULE.match(line) else []

    def abbreviation_end(self, number: int) -> int:
        """The line behind the abbreviation that begins in the line, or 0 where it is none."""
        found = ABBREVIATION.match(self.lines[number])
        if not found or not found[1].strip():
            return 0
        if found[2].strip():
            return number + 1
        return number + 2 if self._line(number + 1).strip() else 0

    def _line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""


def _ends_in_escape(line: str) -> bool:
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1
