"""PO text -> its entries with their lines, and problems for everything that is not PO.

Babel's reader is lenient: it ignores an unclosed quotation mark or a repeated message. People also write PO by hand, so
this reader is strict, and keeps the line of every form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec import Struct

from noticeboard.model import Location, Problem, error

_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*)?("(?:[^"\\]|\\[\\"nrt])*")')
_KEYWORD = re.compile(r"msgctxt|msgid_plural|msgid|msgstr(\[\d*\]?)?")
_ESCAPE = re.compile(r'\\([\\"nrt])')
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}
_FOLLOWS = {
    "": ("msgctxt", "msgid"),
    "msgctxt": ("msgid",),
    "msgid": ("msgid_plural", "msgstr"),
    "msgid_plural": ("msgstr[0]",),
}
"""The keywords that may follow each keyword, up to the first form."""


class PoForm(NamedTuple):
    """One translated form and the line of its keyword, counted from 1."""

    text: str
    line: int


class PoEntry(Struct, frozen=True):
    """One message of a PO file: `plural` is "" if it has none, `line` is the line of its msgid."""

    line: int
    context: str
    id: str
    plural: str
    forms: tuple[PoForm, ...]
    fuzzy: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What identifies a message: its context and id."""
        return self.context, self.id


def read_entries(text: str, path: str) -> tuple[tuple[PoEntry, ...], tuple[Problem, ...]]:
    """The entries of a PO file in order, including the header (with the id ""), and the problems of malformed parts.

    Obsolete entries (`#~`) count as comments. Problems are `malformed-catalogue` and `duplicate-message`.
    """
    reader = _PoReader(path)
    for number, line in enumerate(text.split("\n"), start=1):
        reader.take(number, line.strip())
    reader.finish()
    return tuple(reader.entries.values()), tuple(reader.problems)


def read_every_entry(text: str, path: str) -> tuple[tuple[PoEntry, ...], tuple[Problem, ...]]:
    """The same with repeated messages kept, because tools that drop contexts leave several equal ones."""
    reader = _PoReader(path)
    for number, line in enumerate(text.split("\n"), start=1):
        reader.take(number, line.strip())
    reader.finish()
    return tuple(reader.every), tuple(p for p in reader.problems if p.name != "duplicate-message")


@dataclass(slots=True)
class _Part:
    """A keyword with its line and the strings after it."""

    keyword: str
    line: int
    strings: list[str]

    def text(self) -> str:
        joined = "".join(s[1:-1] for s in self.strings)
        return _ESCAPE.sub(lambda m: _ESCAPED.get(m[1], m[1]), joined) if "\\" in joined else joined


@dataclass(slots=True)
class _PoReader:
    """Reads line by line; `skipping` says that the entry at hand has a fault and is left out."""

    path: str
    entries: dict[tuple[str, str], PoEntry] = field(default_factory=dict)
    every: list[PoEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=list)
    fuzzy: bool = False
    skipping: bool = False

    def take(self, number: int, line: str) -> None:
        if line.startswith("#"):
            self._comment(line)
        elif not line:
            self.skipping = False
        elif not self.skipping:
            self._strings(number, line)

    def finish(self) -> None:
        if self.parts and not self.parts[-1].keyword.startswith("msgstr"):
            self._malformed(self.parts[0].line, "This message has no msgstr.", 'Add a line `msgstr ""` below it.')
        elif self.parts:
            self._add(_entry(self.parts, fuzzy=self.fuzzy))
        self.parts, self.fuzzy, self.skipping = [], False, False

    def _comment(self, line: str) -> None:
        if self.parts or self.skipping:
            self.finish()
        if line.startswith("#,"):
            self.fuzzy |= "fuzzy" in [flag.strip() for flag in line[2:].split(",")]

    def _strings(self, number: int, line: str) -> None:
        match = _LINE.fullmatch(line)
        if match is None:
            what, hint = _complaint(line)
            self._malformed(number, what, hint)
        elif match[1] is None:
            self._continue(number, match[2])
        else:
            self._keyword(number, match[1], match[2])

    def _continue(self, number: int, string: str) -> None:
        if self.parts:
            self.parts[-1].strings.append(string)
        else:
            self._malformed(number, "This text belongs to no msgid or msgstr.", "Put the keyword in front of it.")

    def _keyword(self, number: int, keyword: str, string: str) -> None:
        last = self.parts[-1].keyword if self.parts else ""
        if last and keyword in _FOLLOWS[""] and (last, keyword) != ("msgctxt", "msgid"):
            self.finish()
            last = ""
        expected = _FOLLOWS.get(last) or _next_form(last)
        if keyword in expected:
            self.parts.append(_Part(keyword, number, [string]))
            return
        wanted = " / ".join(expected or _FOLLOWS[""])
        hint = "Here {wanted} is expected."
        self._malformed(number, "{keyword} cannot be used here.", hint, keyword=keyword, wanted=wanted)

    def _malformed(self, number: int, what: str, hint: str, **values: str) -> None:
        self.problems.append(error(Location(self.path, number), "malformed-catalogue", what, hint, **values))
        self.parts, self.fuzzy, self.skipping = [], False, True

    def _add(self, entry: PoEntry) -> None:
        self.every.append(entry)
        first = self.entries.setdefault(entry.key, entry)
        if first is not entry:
            location, hint = Location(self.path, entry.line), "Keep one of the two."
            what = "The message “{message}” appears here a second time; the first is at line {line}."
            if not entry.id:
                what = "The header appears here a second time; the first is at line {line}."
            found = error(location, "duplicate-message", what, hint, message=entry.id, line=first.line)
            self.problems.append(found)


def _entry(parts: list[_Part], *, fuzzy: bool) -> PoEntry:
    texts = {p.keyword: p.text() for p in parts}
    return PoEntry(
        line=next(p.line for p in parts if p.keyword == "msgid"),
        context=texts.get("msgctxt", ""),
        id=texts["msgid"],
        plural=texts.get("msgid_plural", ""),
        forms=tuple(PoForm(p.text(), p.line) for p in parts if p.keyword.startswith("msgstr")),
        fuzzy=fuzzy,
    )


def _next_form(keyword: str) -> tuple[str, ...]:
    """The form that may follow this one: msgstr[2] after msgstr[1], none after a plain msgstr."""
    number = keyword.removeprefix("msgstr[").removesuffix("]")
    return (f"msgstr[{int(number) + 1}]",) if number.isdigit() else ()


def _complaint(line: str) -> tuple[str, str]:
    """What is wrong with a line that is not PO, and what to do."""
    keyword = _KEYWORD.match(line)
    rest = line[keyword.end() :].strip() if keyword else line
    if not rest.startswith('"'):
        known = "msgctxt, msgid, msgid_plural, msgstr or msgstr[0]"
        return "This line is not part of a PO file.", f'Begin it with {known} and put the text in "…", or remove it.'
    if re.search(r'\\[^\\"nrt]', rest):
        return "A backslash has no meaning before this letter.", r"Write a backslash as \\."
    return "The quotation marks of this line do not match.", r'Close the text with ", and write " inside it as \".'
