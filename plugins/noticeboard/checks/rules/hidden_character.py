"""A character that nobody can see: one without width, or one that changes the direction of writing."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.languages.language_data import language_data
from noticeboard.model import Location, Severity
from noticeboard.sources.text_decoding import place_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem

_TURNS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_FOR_RIGHT_TO_LEFT = frozenset("\u061c\u200e\u200f\u2066\u2067\u2068\u2069")
"""What writing from right to left needs where it meets the other direction (Unicode Standard Annex #9)."""

_JOINERS = "\u200c\u200d"
_HIDDEN = re.compile(
    f"[\u00ad\u034f\u115f\u1160\u180e\u200b{_JOINERS}\u2028\u2029\u2060-\u2064\u3164\ufeff\uffa0{_TURNS}]"
)
_JOINED = re.compile(r"[\s\w]\Z")
_OTHER_WRITING = re.compile("[\u0600-\u0dff]\\Z")


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each sort of such characters, where it is first; code and addresses are looked at too."""
    first: dict[str, Location] = {}
    count: Counter[str] = Counter()
    for text, location, exact in _texts(document):
        for match in () if text.isascii() else _HIDDEN.finditer(text):
            if match[0] in _JOINERS and not _is_stray(text, match.start()):
                continue
            count[match[0]] += 1
            if match[0] not in first:
                first[match[0]] = place_at(text, match.start(), location.path, location.line) if exact else location
    needed = _FOR_RIGHT_TO_LEFT if first and language_data(document.lang).direction == "rtl" else frozenset()
    for character, location in first.items():
        if character not in needed:
            yield _problem(character, location, count[character])


def _is_stray(text: str, at: int) -> bool:
    """Whether a joiner has no meaning: it has one between letters of Arabic or Indic writing, and between emoji."""
    return bool(_JOINED.search(text, max(at - 1, 0), at)) and not _OTHER_WRITING.search(text, max(at - 1, 0), at)


def _texts(document: CheckedVersion) -> Iterator[tuple[str, Location, bool]]:
    """The values of the head and the blocks; for these, an offset tells the exact place."""
    header = document.header
    for key, value in (("title", header.title), ("summary", header.summary), ("image_alt", header.image_alt)):
        yield value or "", document.location(key), False
    for block in document.blocks:
        yield block.text, block.location, True


def _problem(character: str, location: Location, count: int) -> Problem:
    message = "There is an invisible character here ({code})."
    hint = "Delete it; where it is meant, write {entity} instead, which everybody can see."
    if re.fullmatch(f"[{_TURNS}]", character):
        message = "There is an invisible character here that changes the direction of writing ({code})."
        hint = "Delete it; if the cursor does not show it, type the words around it again."
    elif count > 1:
        message = "There is an invisible character here ({code}). It is in the text {count} times."
    code = f"{ord(character):04X}"
    return RULE.problem(location, message, hint, code=f"U+{code}", count=count, entity=f"&#x{code.lstrip('0')};")


RULE = Rule(
    name="hidden-character",
    severity=Severity.WARNING,
    why="It comes along when text is pasted: words with it are not found, and some can hide what a text really says.",
    source="Unicode Technical Report #36, Unicode Security Considerations",
    wrong="the dead\u2423line (with a space of no width in the middle)",
    right="the deadline",
    text=check,
)
