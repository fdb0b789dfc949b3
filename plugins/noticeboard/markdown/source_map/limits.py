"""Limits for texts: what no reader needs and would keep Markdown busy for hours is refused first.

Python-Markdown searches for the end of every bracket and recurses for every level. A typing error, a data file in the
wrong place or ill will could use up its time or its stack.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from noticeboard.model import Location, Problem, error

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_CHARACTERS = 200_000
"""Characters in a text: a hundred printed pages."""
MOST_BRACKETS = 50
"""Brackets that are open at the same time in one paragraph."""
MOST_LEVELS = 20
"""Quotes and lists that open on one line."""
MOST_INDENTED = 200
"""Spaces at the beginning of a line: fifty levels of lists."""
MOST_REPEATED = 1000
"""Times that a character, or quotation marks of any kind, are repeated in a row."""
MOST_ABBREVIATIONS = 300
MOST_FOOTNOTES = 1000
MOST_RULES = 500
MOST_DEFINITIONS = 1000
MOST_PICTURES = 500
MOST_FENCES = 300
"""Lines that begin or end fenced code."""
MOST_BLOCKS = 10_000
"""Empty lines; what is between two of them is a block."""
MOST_IN_A_ROW = 200
"""Headings, changes of quotation and the like without an empty line between them: each is looked for in all that
follows up to the next empty line."""
MOST_SIGNS = 3000
"""Signs of emphasis, code, links, tags, entities and escapes in a paragraph, item or row: for each of them the rest of
it is copied.
"""
MOST_BRACES = 200
"""Attribute lists, or what begins like one, on one line."""

_BLANK = re.compile(r"\n(?:[ \t]*\n)+")
_ANY_QUOTE = "\"'\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a"
_RUN = re.compile(rf"([^\n])\1{{{MOST_REPEATED}}}|[{_ANY_QUOTE}]{{{MOST_REPEATED}}}|[ \t]{{{MOST_REPEATED}}}")
_STRETCH = 400
_BRACKET = re.compile(r"\\.|\]\(|[\[\]()]|<(?=[A-Za-z/!?])|>", re.DOTALL)
_LEVELS = re.compile(rf"^[ \t]*(?:(?:>|[-*+]|\d+[.)])[ \t]*){{{MOST_LEVELS + 1}}}", re.MULTILINE)
_RULE = re.compile(r"[ \t]*(?:(?:\*[ \t]*)+|(?:-[ \t]*)+)(?=\n|\Z)")
_INDENT = re.compile(rf"^[ \t]{{{MOST_INDENTED + 1}}}", re.MULTILINE)
_ABBREVIATION = re.compile(r"^[ ]{0,3}\*\[", re.MULTILINE)
_FOOTNOTE = re.compile(r"^[ ]{0,3}\[\^", re.MULTILINE)
_LINE = re.compile(r"^[ ]{0,3}([-*_=])(?:[ \t]*\1)*[ \t]*$", re.MULTILINE)
_DEFINITION = re.compile(r"^[ ]{0,3}:[ ]", re.MULTILINE)
_PICTURE = re.compile(r"!\[")
_BACKTICKS = re.compile(r"^[ \t>]*```", re.MULTILINE)
_TILDES = re.compile(r"^[ \t>]*~~~", re.MULTILINE)
_EMPTY = re.compile(r"\n[ \t]*(?=\n)")
_BEGINNING = re.compile(
    r"^([ \t]*(?:>[ \t]?)*)[ \t]*(?=(#|\[[^\[\]\n]*\]:|\*\[|:[ ]|(?:[-*_=][ \t]*)+$)?)", re.MULTILINE
)
"""What a line begins with: marks of quotations, and what makes a block of its own (group 2)."""
_COUNTED = (
    (_ABBREVIATION, "*[", MOST_ABBREVIATIONS),
    (_FOOTNOTE, "[^", MOST_FOOTNOTES),
    (_LINE, "\n", MOST_RULES),
    (_DEFINITION, ": ", MOST_DEFINITIONS),
    (_PICTURE, "![", MOST_PICTURES),
    (_BACKTICKS, "```", MOST_FENCES),
    (_TILDES, "~~~", MOST_FENCES),
    (_EMPTY, "\n", MOST_BLOCKS),
)
"""What is counted, a sign without which there is none, and how many there may be."""
_SIGNS = "\\`*_[<&"
_SIGN = re.compile(r"[\\`*_\[<&]")
_STRETCH_END = re.compile(r"\n(?=[ \t]*(?:\n|[-*+][ \t]|\d{1,9}[.)][ \t]|\|))")
_LINE_OF_TEXT = re.compile(r"[^\n]+")
_UNNEST = "Write it with fewer of them, in shorter paragraphs; if it is no text, remove it."


def excesses(text: str, path: str, first_line: int) -> tuple[Problem, ...]:
    """The problems `too-long` and `nested-too-deep` of a text that must not be given to Markdown."""
    if len(text) > MOST_CHARACTERS:
        message = "The text has {length} characters; the limit is {most}."
        hint = "Shorten it, or publish it as a file that the text links to."
        return (error(Location(path, first_line), "too-long", message, hint, length=len(text), most=MOST_CHARACTERS),)
    found = [_deep(text, offset, path, first_line) for offset in _levels(text)]
    found += [_many(text, offset, path, first_line) for offset in [*_repeated(text)] or _crowds(text)]
    return tuple(found)


def too_deep(path: str, first_line: int) -> Problem:
    """The problem of a text that was too deeply nested for Markdown."""
    message = "There are too many lists, quotes or definitions inside or after one another."
    hint = "Put an empty line between the entries of long lists, and write them with fewer levels."
    return error(Location(path, first_line), "nested-too-deep", message, hint)


def _levels(text: str) -> Iterator[int]:
    """Where too many levels begin, once for each kind of them."""
    patterns = [_LEVELS]
    patterns += [_INDENT] if "\t" in text or " " * MOST_INDENTED in text else []
    patterns += [_RUN] if _is_monotonous(text) else []
    for pattern in patterns:
        found = (m.start() for m in pattern.finditer(text) if not _RULE.match(text, m.start()))
        yield from islice(found, 1)
    start = 0
    for end in [*(m.end() for m in _BLANK.finditer(text)), len(text)]:
        paragraph = text[start:end]
        yield from (start + offset for offset in (*_unclosed(paragraph), *_braced(paragraph)))
        start = end
    if sum(map(text.count, _SIGNS)) > MOST_SIGNS:
        yield from _marked(text)


def _marked(text: str) -> Iterator[int]:
    """Where one sign too many of inline markup is in a paragraph, an item or a row."""
    start = 0
    for end in [*(m.end() for m in _STRETCH_END.finditer(text)), len(text)]:
        yield from (m.start() for m in islice(_SIGN.finditer(text, start, end), MOST_SIGNS, MOST_SIGNS + 1))
        start = end


def _is_monotonous(text: str) -> bool:
    """Whether few signs fill a stretch of text, as they do wherever _RUN can match; quicker to find out than where."""
    stretches = (text[start : start + _STRETCH] for start in range(0, len(text) - _STRETCH, _STRETCH))
    return any(len(set(stretch)) <= len(_ANY_QUOTE) for stretch in stretches)


def _unclosed(paragraph: str) -> Iterator[int]:
    """Where one bracket too many is opened in a paragraph; nothing if all is well."""
    if paragraph.count("[") + paragraph.count("(") + paragraph.count("<") <= MOST_BRACKETS:
        return
    square = round_ = angle = 0
    for m in _BRACKET.finditer(paragraph):
        sign = m[0]
        square += (sign == "[") - (sign in ("]", "](") and square > 0)
        round_ += (sign in ("(", "](")) - (sign == ")" and round_ > 0)
        angle += (sign == "<") - (sign == ">" and angle > 0)
        if max(square, round_, angle) > MOST_BRACKETS:
            yield m.start()
            return


def _braced(paragraph: str) -> Iterator[int]:
    """Where a line with too many braces begins."""
    if paragraph.count("{") > MOST_BRACES:
        yield from (m.start() for m in _LINE_OF_TEXT.finditer(paragraph) if m[0].count("{") > MOST_BRACES)


def _repeated(text: str) -> Iterator[int]:
    """Where one thing too many of its kind begins."""
    for pattern, sign, most in _COUNTED:
        found = list(pattern.finditer(text)) if text.count(sign) > most else []
        if len(found) > most:
            yield found[most].start()


def _crowds(text: str) -> Iterator[int]:
    """Where too many things follow each other without an empty line."""
    start = 0
    for end in [*(m.end() for m in _BLANK.finditer(text)), len(text)]:
        if text.count("\n", start, end) > MOST_IN_A_ROW:
            yield from _crowded(text, start, end)
        start = end


def _crowded(text: str, start: int, end: int) -> Iterator[int]:
    """Where one beginning too many is in lines without an empty one between them."""
    marks, number = "", 0
    for found in _BEGINNING.finditer(text, start, end):
        quoted = found[1].replace(" ", "")
        number += bool(found[2]) or quoted != marks
        marks = quoted
        if number > MOST_IN_A_ROW:
            yield found.start()
            return


def _place(text: str, offset: int, path: str, first_line: int) -> Location:
    return Location(path, first_line + text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset))


def _deep(text: str, offset: int, path: str, first_line: int) -> Problem:
    message = "There are too many brackets, quotes, lists or other markup here."
    return error(_place(text, offset, path, first_line), "nested-too-deep", message, _UNNEST)


def _many(text: str, offset: int, path: str, first_line: int) -> Problem:
    message = "The text has too many blocks of one kind, or too many that no empty line separates."
    hint = "Put an empty line between them, remove those that are not needed, or divide the text."
    return error(_place(text, offset, path, first_line), "too-long", message, hint)
