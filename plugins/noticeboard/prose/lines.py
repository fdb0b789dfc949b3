"""Lines that begin or separate blocks, found by their first characters: one pass over a text's lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

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
_REFERENCE_LABEL = re.compile(r" {0,3}\[([^\[\]]*)\]: *")
_TARGET = re.compile(r" *(\S+) *\Z")
_TARGET_AND_TITLE = re.compile(r""" *(\S+) *((["'])(.*)\3 *|\((.*)\) *)\Z""")
_TITLE = re.compile(r""" *(?:(["'])(.*)\1 *|\((.*)\) *)\Z""")


class Marks:
    """The numbers of the lines of one text that begin or separate blocks, by kind, in order."""

    def __init__(self, lines: list[str]) -> None:
        """Look at each line once; "" is a blank line."""
        self.lines = lines
        self._found: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(lines):
            start = line.lstrip(" ")[:1]
            if start and start in "#-_*>:[":
                for kind in self._kinds(number, line, start):
                    self._found[kind].append(number)

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
            return ["footnote"] if FOOTNOTE.match(line) else ["reference"] if self.reference_end(number) else []
        if line.startswith("*["):
            return ["abbreviation"] if self.abbreviation_end(number) else []
        return ["rule"] if _RULE.match(line) else []

    def reference_end(self, number: int) -> int:
        """The line behind the link reference that begins in the line, or 0 where it is none."""
        label = _REFERENCE_LABEL.match(self.lines[number])
        if not label:
            return 0
        rest = self.lines[number][label.end() :]
        if not rest:
            number += 1
            rest = self._line(number)
        if _TARGET.match(rest):
            return number + 2 if _TITLE.match(self._line(number + 1)) else number + 1
        return number + 1 if _TARGET_AND_TITLE.match(rest) else 0

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


def reference(text: str) -> tuple[str, str, str]:
    """The label in lower case, target and title of the link reference that a block of that kind holds."""
    label = _REFERENCE_LABEL.match(text)
    rest = text[label.end() :].replace("\n", " ") if label else ""
    found = _TARGET_AND_TITLE.match(rest) or _TARGET.match(rest)
    if not label or not found:
        return "", "", ""
    title = next((part for part in found.groups()[3:] if part), "") if found.re is _TARGET_AND_TITLE else ""
    return " ".join(label[1].split()).lower(), found[1].lstrip("<").rstrip(">"), title
