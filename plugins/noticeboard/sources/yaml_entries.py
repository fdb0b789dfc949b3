"""The top-level entries of a YAML text, found by their lines alone, for when the parser cannot go on."""

from __future__ import annotations

import re

_STARTS_ENTRY = re.compile(r"[^\s#\-\]}]")
_WORD = re.compile(r"[\w-]*")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*:""")


def without(text: str, line: int) -> tuple[str, tuple[str, ...]]:
    """The text with the entry around line number `line` (from 0) emptied, and the words that may be keys in it.

    Lines keep their numbers. Where no entry with anything in it is found, the text and no key.
    """
    lines = text.split("\n")
    start = min(line, len(lines) - 1)
    while start > 0 and not _STARTS_ENTRY.match(lines[start]):
        start -= 1
    end = start + 1
    while end < len(lines) and not _STARTS_ENTRY.match(lines[end]):
        end += 1
    keys = tuple(found[1] for entry in lines[start:end] if (found := _KEY.match(entry)))
    if not _STARTS_ENTRY.match(lines[start]):
        return text, ()
    keys = keys or tuple(_WORD.findall(lines[start]))[:1]
    lines[start:end] = [""] * (end - start)
    return "\n".join(lines), keys
