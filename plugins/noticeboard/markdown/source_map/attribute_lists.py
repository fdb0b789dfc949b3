"""Attribute lists such as `{#id lang=en credit="Name / Source"}`, as Python-Markdown reads them."""

from __future__ import annotations

import re

Attributes = tuple[tuple[str, str], ...]

_OPENING = re.compile(r"\{:? *(?=[^} \n])")
_ITEM = re.compile(r"""([^ =}\n]+)=(?:"([^"\n]*)"|'([^'\n]*)'|([^ =}\n]+))|([^ =}\n]+)""")
_LAST_LINE = re.compile(r"\n *(\{:? *[^} \n][^\n]*\}) *\Z")
_AFTER_HEADING = re.compile(r" +(\{:? *[^} \n][^\n]*\}) *#* *\Z")
# A limit keeps many lists without an end from being searched for it again and again.
_LONGEST = 500


def read(text: str, start: int) -> tuple[Attributes, int]:
    """The attributes of a list that begins at the offset, and the offset after it.

    `.word` is a class and `#word` an id; a word without a value has the value "". Where there is no list, no
    attributes and the offset itself.
    """
    opening = _OPENING.match(text, start)
    limit = start + _LONGEST
    if not opening or text.find("}", start, limit) < 0:
        return (), start
    found: list[tuple[str, str]] = []
    at = opening.end()
    while item := _ITEM.match(text, at, limit):
        found.append(_pair(item))
        at = item.end()
        while text[at : at + 1] == " ":
            at += 1
    close = text.find("}", at, limit)
    if close < 0 or "\n" in text[at:close]:
        return (), start
    return tuple(found), close + 1


def _pair(item: re.Match[str]) -> tuple[str, str]:
    name, double, single, bare, word = item.groups()
    if word is None:
        return name, next(value for value in (double, single, bare) if value is not None)
    if word[0] == "#":
        return "id", word[1:]
    return ("class", word[1:]) if word[0] == "." else (word, "")


def block_list(text: str) -> re.Match[str] | None:
    """The attribute list on a line of its own at the end of a block, as group 1."""
    return _LAST_LINE.search(text, max(0, text.rfind("\n")))


def heading_line(text: str) -> str:
    """The last line of a heading's words; an underline is none."""
    lines = text.split("\n")
    return lines[-2] if len(lines) > 1 else text


def heading_words(text: str) -> str:
    """A heading without its underline."""
    return text.rpartition("\n")[0] or text


def heading_list(line: str) -> re.Match[str] | None:
    """The attribute list at the end of a heading's line, as group 1."""
    brace = line.rfind(" {")
    while brace > 0 and line[brace - 1] == " ":
        brace -= 1
    return _AFTER_HEADING.match(line, brace) if brace >= 0 else None


def id_in(found: re.Match[str] | None) -> str:
    """The id in an attribute list that was found, or ""."""
    return dict(read(found[1], 0)[0]).get("id", "") if found else ""
