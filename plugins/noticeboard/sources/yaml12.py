"""YAML 1.2 -> plain values, with the place of each key and value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from yaml import YAMLError

from noticeboard.model import Location
from noticeboard.sources.text_decoding import INVALID, has_invalid_characters, invalid_characters
from noticeboard.sources.yaml_entries import without
from noticeboard.sources.yaml_faults import explain
from noticeboard.sources.yaml_reader import Reader, RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.model import Problem

Loc = tuple[str | int, ...]

_MOST_ROUNDS = 10
# YAML 1.1, which the parser speaks, ends a line at these two; YAML 1.2 and editors do not. What stands in for them
# are noncharacters, so no valid text holds them.
_SHIELD = {0x2028: "\U0001fffe", 0x2029: "\U0001ffff"}
_RESTORED = {ord(stand_in): chr(code) for code, stand_in in _SHIELD.items()}


class Yaml(Struct, frozen=True):
    """What a YAML text says.

    `value` is a dict, or None if the text is no mapping or cannot be read at all. Its values are dicts with text
    keys, lists, text, numbers, truth values and None; dates are text. `locations` holds where each value is and
    `key_places` where its key stands, by the path to it as pydantic's `loc` gives it; () is the root. `unread` names
    keys that are in the text but whose values could not be read, in code order.
    """

    value: dict[str, object] | None
    locations: Mapping[Loc, Location]
    key_places: Mapping[Loc, Location]
    problems: tuple[Problem, ...] = ()
    unread: tuple[str, ...] = ()


def load(text: str, path: str, first_line: int = 1) -> Yaml:
    """The mapping that a YAML 1.2 text holds, and all its problems; never an exception.

    Scalars are resolved by the core schema, except that timestamps do not exist in it and stay text. Aliases,
    anchors, tags, duplicate keys, keys that are not text, several documents and more than 20 levels are problems. A
    text without any content is an empty mapping. `first_line` is the number of the text's first line in its file.
    """
    problems = list(invalid_characters(text, path, first_line)) if has_invalid_characters(text) else []
    source, restored = _shielded(INVALID.sub("\ufffd", text) if problems else text)
    unread: set[str] = set()
    for _ in range(_MOST_ROUNDS):
        reader = Reader(source, path, first_line, restored)
        value, fault = _attempt(reader, source.translate(restored) if restored else source, Location(path, first_line))
        if not fault:
            problems += reader.problems
            unread |= reader.unread
            break
        # One entry that cannot be read must not hide what is wrong with the others.
        problems.append(fault)
        source, keys = without(source, fault.location.line - first_line)
        unread.update(keys)
        if not keys:
            break
    nothing = fault or (unread and not value)
    words = tuple(sorted(filter(None, unread)))
    return Yaml(None if nothing else value, reader.locations, reader.key_places, tuple(sorted(problems)), words)


def _shielded(text: str) -> tuple[str, Mapping[int, str]]:
    """The text without line ends that YAML 1.2 does not know, and what restores them in values."""
    if "\u2028" in text or "\u2029" in text:
        return text.translate(_SHIELD), _RESTORED
    return text, {}


def _attempt(reader: Reader, text: str, start: Location) -> tuple[dict[str, object], Problem | None]:
    try:
        return reader.document(), None
    except RefusedError as fault:
        return {}, fault.problem
    except (YAMLError, ValueError, OverflowError) as fault:
        # Where there is no C parser, the other one lets an escape beyond Unicode fail in chr().
        return {}, explain(fault, text, start, reader.last)
