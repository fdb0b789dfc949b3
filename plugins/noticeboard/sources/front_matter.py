"""A language version's file -> its front matter as values with positions, and its body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from noticeboard.model import Location, Problem, error
from noticeboard.sources.text_decoding import place_at
from noticeboard.sources.yaml12 import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.sources.yaml12 import Loc

_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_DASH = "[\u2010-\u2015\u2212]"
_ALMOST_A_FENCE = re.compile(rf"^[^\S\n]*(?:--+|-*{_DASH}(?:-|{_DASH})*|\+\+\+)[^\S\n]*$", re.MULTILINE)
_FENCE = "Write exactly three hyphens (---) at the beginning of the line and nothing else on it."
_KEY = re.compile(r"[ \t]*[\w-]+[ \t]*:")


class FrontMatter(Struct, frozen=True):
    """The two parts of a version's file.

    `values`, `locations`, `key_places` and `unread` are those of `yaml12.load`. `readable` is False if there is no
    front matter that could be read at all, so that nothing can be said of missing keys. `body` is the text below the
    front matter as it stands, from line `body_line` on.
    """

    values: Mapping[str, object]
    locations: Mapping[Loc, Location]
    key_places: Mapping[Loc, Location]
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()
    unread: tuple[str, ...] = ()
    readable: bool = True


def parse(text: str, path: str) -> FrontMatter:
    """The front matter and body of a text as `text_decoding.decode` returns it, with every problem of their form.

    Front matter is between a first line `---` and the next line `---` or `...`. Problems are those of
    `yaml12.load` and `empty-file`, `missing-front-matter`, `unclosed-front-matter`.
    """
    start = len(text) - len(text.lstrip())
    line_start = text.rfind("\n", 0, start) + 1
    if start == len(text):
        message = "The file is empty."
        return _unreadable(text, error(Location(path), "empty-file", message, "Write the front matter and the text."))
    opening = _OPENING.match(text, line_start)
    if not opening:
        return _unreadable(text, _missing(text, start, path))
    first_line = text.count("\n", 0, line_start) + 2
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        return _unreadable(text, _unclosed(text, opening.end(), first_line, path))
    found = _between(text, opening.end(), closing, first_line, path)
    return found if line_start == 0 else _after_blank_lines(found, path)


def extent(text: str) -> tuple[int, int]:
    """Where the YAML of a text begins and ends, between its fences; (0, 0) if it has no front matter."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    return (opening.end(), closing.start()) if opening and closing else (0, 0)


def _between(text: str, start: int, closing: re.Match[str], first_line: int, path: str) -> FrontMatter:
    source = text[start : closing.start()]
    yaml = load(source, path, first_line)
    return FrontMatter(
        values=yaml.value or {},
        locations=yaml.locations,
        key_places=yaml.key_places,
        body=text[closing.end() :],
        body_line=first_line + source.count("\n") + 1,
        problems=yaml.problems,
        unread=yaml.unread,
        readable=yaml.value is not None,
    )


def _after_blank_lines(front: FrontMatter, path: str) -> FrontMatter:
    message = "There are blank lines above the front matter."
    problem = error(Location(path), "missing-front-matter", message, "Delete them, so that --- is the first line.")
    return replace(front, problems=(problem, *front.problems))


def _missing(text: str, start: int, path: str) -> Problem:
    location = place_at(text, start, path)
    name = "missing-front-matter"
    if _ALMOST_A_FENCE.match(text, text.rfind("\n", 0, start) + 1):
        message = "The first line is almost, but not exactly, the line --- that is needed here."
        return error(location, name, message, _FENCE)
    if key := _KEY.match(text, start):
        message = "The file begins with “{key}”, but the line --- above it is missing."
        hint = "Write a line --- above the first key and another below the last one."
        return error(location, name, message, hint, key=key[0].strip())
    message = "The file has no front matter: it begins with its text."
    return error(
        location, name, message, "Begin it with a line ---, the keys such as `title: …`, and another line ---."
    )


def _unclosed(text: str, start: int, first_line: int, path: str) -> Problem:
    name = "unclosed-front-matter"
    if found := _ALMOST_A_FENCE.search(text, start):
        location = place_at(text, found.start(), path)
        message = "This line looks like the end of the front matter, but it is not exactly ---."
        return error(location, name, message, _FENCE)
    message = "The front matter that opens here has no end."
    return error(Location(path, first_line - 1), name, message, "Write a line --- below its last key.")


def _unreadable(body: str, problem: Problem) -> FrontMatter:
    return FrontMatter({}, {(): Location(problem.location.path)}, {}, body, 1, (problem,), readable=False)
