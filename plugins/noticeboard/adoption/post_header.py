"""The head of a post of Jekyll, Hugo or Pelican, in whichever of their four notations it is written."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from noticeboard.model import Location, error
from noticeboard.sources.front_matter import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.model import Problem

_TOML = re.compile(r"\A\ufeff?\s*\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_PELICAN = re.compile(r"\A([A-Za-z][\w-]*):(?:[ \t]+(\S.*)|[ \t]*)\Z")
_MORE = re.compile(r"[ \t]+(\S.*)")
_LISTS = ("tags", "authors", "keywords", "categories")
_COMMA = re.compile(r"\s*[,;]\s*")


@dataclass(frozen=True, slots=True)
class PostHeader:
    """The values of a post's head by their keys in small letters, the text below it, and the line where that begins.

    Lists hold text, days and moments are text in ISO's form; `problems` say what of the head cannot be read.
    """

    values: Mapping[str, object]
    body: str
    body_line: int = 1
    problems: tuple[Problem, ...] = ()


def read_header(text: str, path: str) -> PostHeader | None:
    """The header and body of a post; None without a header. `path` is the file's, for problems."""
    stripped = text.lstrip("\ufeff \t\n")
    if stripped.startswith("---"):
        return _yaml(text, path)
    if stripped.startswith("+++"):
        return _toml(text, path)
    if stripped.startswith("{") and not stripped.startswith(("{%", "{{")):
        return _json(text)
    return _pelican(text)


def _yaml(text: str, path: str) -> PostHeader:
    front = parse(text, path)
    return PostHeader(_plain(front.values), front.body, front.body_line, front.problems)


def _toml(text: str, path: str) -> PostHeader:
    found = _TOML.match(text)
    if not found:
        message, hint = "The front matter that opens here has no end.", "Write a line +++ below its last key."
        return PostHeader({}, text, 1, (error(Location(path), "unclosed-front-matter", message, hint),))
    line = text.count("\n", 0, found.end()) + 1
    try:
        return PostHeader(_plain(tomllib.loads(found[1])), text[found.end() :], line)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        message, hint = "The TOML of the head cannot be read ({reason}).", "Correct it and adopt the folder again."
        problem = error(Location(path), "not-adopted", message, hint, reason=fault)
        return PostHeader({}, text[found.end() :], line, (problem,))


def _json(text: str) -> PostHeader | None:
    start = len(text) - len(text.lstrip("\ufeff \t\n"))
    try:
        values, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    return PostHeader(_plain(values), text[end:].lstrip("\n"), text.count("\n", 0, end) + 2)


def _pelican(text: str) -> PostHeader | None:
    """Lines `Key: value` up to the first empty one; what is indented goes on with the value above it."""
    values: dict[str, object] = {}
    key = ""
    lines = text.split("\n")
    at = 0
    for line in lines:
        if found := _PELICAN.match(line):
            key = found[1].lower()
            values[key] = (found[2] or "").strip()
        elif key and (more := _MORE.match(line)):
            values[key] = f"{values[key]} {more[1]}".strip()
        else:
            break
        at += 1
    if "title" not in values:
        return None
    listed = {k: [part for part in _COMMA.split(str(v)) if part] if k in _LISTS else v for k, v in values.items()}
    return PostHeader(listed, "\n".join(lines[at:]).lstrip("\n"), at + 2)


def _plain(values: object) -> dict[str, object]:
    return {str(k).lower(): _value(v) for k, v in values.items()} if isinstance(values, dict) else {}


def _value(value: object) -> object:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, list):
        return [_value(one) for one in value]
    return _plain(value) if isinstance(value, dict) else value
