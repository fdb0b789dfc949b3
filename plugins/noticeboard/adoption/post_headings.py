"""The headings of a post: levels that start at the second, and the names by which links reach them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.adoption.other_site import HUGO, JEKYLL
from noticeboard.sources.likely_values import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FENCE = re.compile(r"^[ \t>]{0,20}(```+|~~~+)")
_ATX = re.compile(r"^( {0,3})(#{1,6})([ \t]+.*?|)[ \t]*(?:\{:?[ \t]*(#[^}\n]*)\})?[ \t#]*$")
_SETEXT = re.compile(r"^ {0,3}(=+|-{2,})[ \t]*$")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
ATTRIBUTE_LIST = re.compile(r"^\{:[ \t]*(?!(?i:toc)\b)([^}\n]*)\}[ \t]*$")
"""A line of attributes of the block above it, as in kramdown; `{:toc}` has a meaning of its own there."""


class _Heading(NamedTuple):
    """A heading at a line (from 0): its level, words and explicit name, and how many lines under it belong to it."""

    at: int
    level: int
    words: str
    name: str
    under: int


def in_code(lines: Sequence[str]) -> list[bool]:
    """For each line whether it belongs to a block of code with fences, the fences included."""
    found, fence = [], ""
    for line in lines:
        opened = _FENCE.match(line)
        found.append(bool(fence or opened))
        if opened and not fence:
            fence = opened[1]
        elif opened and opened[1].startswith(fence):
            fence = ""
    return found


def with_headings(lines: Sequence[str], title: str, generator: str) -> list[tuple[int, str]]:
    """The lines with their numbers (from 0), and every heading in one line with the name that it had.

    The only heading of the first level is left out if it says the same as the title.
    """
    found = list(_headings(lines))
    levels = [heading.level for heading in found]
    repeated = found[:1] if levels.count(1) == 1 and levels[0] == 1 and _same(found[0].words, title) else []
    shift = 2 - min(levels[len(repeated) :], default=2)
    written = {heading.at: _written(heading, lines, shift, generator) for heading in found}
    dropped = {heading.at for heading in repeated}
    dropped |= {heading.at + 1 + below for heading in found for below in range(heading.under)}
    return [(at, written.get(at, line)) for at, line in enumerate(lines) if at not in dropped]


def _written(heading: _Heading, lines: Sequence[str], shift: int, generator: str) -> str:
    given = ATTRIBUTE_LIST.match(lines[heading.at + heading.under])
    name = heading.name or (id_in(given[1]) if given else "") or _automatic(heading.words, generator)
    return f"{'#' * min(heading.level + shift, 6)} {heading.words}{f' {{#{name}}}' if name else ''}"


def _automatic(words: str, generator: str) -> str:
    """The name that the generator gave the heading by itself; "" if it cannot be kept."""
    plain = re.sub(r"[*_`]|\[([^\]]*)\]\([^)]*\)", lambda found: found[1] or "", words).strip().lower()
    if generator == JEKYLL:
        made = re.sub(r"[^a-z0-9 -]", "", re.sub(r"\A[^a-z]+", "", plain)).replace(" ", "-")
    elif generator == HUGO:
        made = re.sub(r"[^\w -]", "", plain).replace(" ", "-")
    else:
        return ""
    return made if _NAME.fullmatch(made) else ""


def _headings(lines: Sequence[str]) -> Iterator[_Heading]:
    code = in_code(lines)
    for at, line in enumerate(lines):
        if code[at]:
            continue
        if found := _ATX.match(line):
            yield _Heading(at, len(found[2]), found[3].strip(), id_in(found[4] or ""), _attributes(lines, at + 1))
        elif (under := _SETEXT.match(lines[at + 1]) if at + 1 < len(lines) else None) and _is_line(lines, at):
            words, _, given = line.strip().partition(" {#")
            level, name = 1 if under[1][0] == "=" else 2, given.rstrip("} ").split(" ")[0]
            yield _Heading(at, level, words.strip(), name, 1 + _attributes(lines, at + 2))


def _attributes(lines: Sequence[str], at: int) -> int:
    """How many lines of attributes begin at a line: 0 or 1."""
    return int(at < len(lines) and bool(ATTRIBUTE_LIST.match(lines[at])))


def _is_line(lines: Sequence[str], at: int) -> bool:
    """Whether the line is a paragraph of one line, not a table, a list or a quotation."""
    alone = at == 0 or not lines[at - 1].strip()
    return alone and bool(re.match(r" {0,3}[^\s|>#*+-]", lines[at])) and "|" not in lines[at]


def id_in(attributes: str) -> str:
    """The id in an attribute list; "" without one that can be kept."""
    found = re.search(r"#([^\s}]+)", attributes)
    return found[1] if found and _NAME.fullmatch(found[1]) else ""


def _same(one: str, other: str) -> bool:
    return slug(one) == slug(other) and bool(slug(one) or one == other)
