"""A word with letters of two alphabets that look the same: a Latin "a" in a Cyrillic word."""

# Letters that look like others are the subject here.
# ruff: noqa: RUF001

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Location, Problem

_SCRIPTS = {
    "Latin": "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Cyrillic": "\u0400-\u052f",
}
_MEET = re.compile(
    "|".join(f"[{one}][{other}]" for one in _SCRIPTS.values() for other in _SCRIPTS.values() if one != other)
)
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = {name: re.compile(f"[{letters}]") for name, letters in _SCRIPTS.items()}
_ALIKE = {
    ("Latin", "Cyrillic"): "aceiopsxyjABCEHIJKMOPSTXY",
    ("Cyrillic", "Latin"): "асеіорѕхујАВСЕНІЈКМОРЅТХУ",
    ("Latin", "Greek"): "aiopvABEHIKMNOPTXYZ",
    ("Greek", "Latin"): "αινορΑΒΕΗΙΚΜΝΟΡΤΧΥΖ",
    ("Greek", "Cyrillic"): "αορΑΒΕΗΙΚΜΟΡΤΧ",
    ("Cyrillic", "Greek"): "аорАВЕНІКМОРТХ",
}
"""The letters of one alphabet that look like letters of the other."""

_OTHER = re.compile(f"[{_SCRIPTS['Greek']}{_SCRIPTS['Cyrillic']}]")
_UNIT = 2
"""Letters that a unit such as kΩ or μm has at most."""


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such word, except acronyms with an ending in the other alphabet (PDFът)."""
    for passage in document.passages:
        end = 0
        for meeting in _MEET.finditer(passage.text) if _may_be_mixed(passage.text) else ():
            if meeting.start() < end:
                continue
            start = meeting.start()
            while start and passage.text[start - 1].isalpha():
                start -= 1
            match = _WORD.match(passage.text, start)
            word, end = (match[0], match.end()) if match else ("", meeting.end())
            if strangers := _strangers(word):
                yield _problem(passage.location(start), word, strangers)


def _may_be_mixed(text: str) -> bool:
    """Whether there are letters of two of the alphabets at all; quicker to find out than where they meet."""
    return not text.isascii() and bool(_OTHER.search(text)) and sum(bool(p.search(text)) for p in _LETTERS.values()) > 1


def _strangers(word: str) -> str:
    """The letters from another alphabet that look as if they belonged to the word's own; "" if there are none."""
    parts = {name: "".join(pattern.findall(word)) for name, pattern in _LETTERS.items()}
    parts = {name: letters for name, letters in parts.items() if letters}
    if len(parts) != len(("one", "other")) or ("Greek" in parts and len(word) <= _UNIT):
        return ""
    few, many = sorted(parts, key=lambda name: (len(parts[name]), name))
    pairs = ((few, many), (many, few))
    return next((parts[one] for one, other in pairs if set(parts[one]) <= set(_ALIKE[one, other])), "")


def _problem(location: Location, word: str, strangers: str) -> Problem:
    return RULE.problem(
        location,
        "In '{word}' the letters {letters} come from another alphabet and only look alike ({codes}).",
        "Type the word again with one keyboard layout.",
        word=word,
        letters=", ".join(strangers),
        codes=", ".join(f"U+{ord(letter):04X}" for letter in strangers),
    )


RULE = Rule(
    name="mixed-scripts",
    severity=Severity.WARNING,
    why="The word looks right, but search does not find it, and screen readers spell it or read half of it.",
    source="Unicode Technical Standard #39, Unicode Security Mechanisms",
    wrong="Aнкета (with a Latin A)",
    right="Анкета",
    text=check,
)
