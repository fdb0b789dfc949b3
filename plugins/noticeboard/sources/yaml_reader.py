"""The parser's events -> values of YAML's core schema, with places, and problems for what is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from noticeboard.model import Location
from noticeboard.sources import yaml_refusals as refusals
from noticeboard.sources.scalars import resolve
from noticeboard.sources.text_decoding import INVALID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yaml.events import Event

    from noticeboard.model import Problem

Loc = tuple[str | int, ...]

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MOST_LEVELS = 20
# A comment is usually written "# like this", a value that is cut short by mistake "Survey #3".
_HASH = re.compile(r"[ \t]+#[^\s#]")


class RefusedError(Exception):
    """The text is no mapping, or is nested too deeply; `problem` says where."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem for whoever reads the text."""
        super().__init__(problem.full_message)
        self.problem = problem


class Reader:
    """One reading of one text: the places, problems and unreadable keys found in it."""

    def __init__(self, text: str, path: str, first_line: int, restored: Mapping[int, str]) -> None:
        """Start reading; `restored` says which characters of the text stand for which others."""
        self._events = yaml.parse(text, LOADER)
        self._path = path
        self._first_line = first_line
        self._restored = restored
        self._text = text
        self._hashed = " #" in text or "\t#" in text
        self.last: Event | None = None
        self.locations: dict[Loc, Location] = {(): Location(path, first_line)}
        self.key_places: dict[Loc, Location] = {}
        self.problems: list[Problem] = []
        self.unread: set[str] = set()

    def document(self) -> dict[str, object]:
        """The root mapping; empty for a text without content.

        Raises RefusedError, and YAMLError (and the parser's other exceptions, see yaml12) if the text is malformed.
        """
        self._next()
        if isinstance(self._next(), StreamEndEvent):
            return {}
        root = self._next()
        if isinstance(root, ScalarEvent) and not (root.value or root.style or root.tag or root.anchor):
            return {}
        self.locations[()] = self._place(root)
        if not isinstance(root, MappingStartEvent):
            raise RefusedError(refusals.not_a_mapping(self.locations[()], root))
        self._refuse(root, ())
        values = self._mapping((), 1)
        self._next()
        if isinstance(following := self._next(), DocumentStartEvent):
            self.problems.append(refusals.several_documents(self._place(following)))
        return {key: value for key, value in values.items() if key not in self.unread}

    def _next(self) -> Event:
        self.last = event = next(self._events)
        return event

    def _place(self, event: Event) -> Location:
        mark = event.start_mark
        return Location(self._path, self._first_line + mark.line, mark.column + 1) if mark else self.locations[()]

    def _mapping(self, loc: Loc, depth: int) -> dict[str, object]:
        values: dict[str, object] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key, location = self._key(event), self._place(event)
            if key is None:
                self._skip(self._next())
            elif key in values:
                self.problems.append(refusals.duplicate_key(location, key, self.key_places[*loc, key].line))
                self._skip(self._next())
            else:
                inner = (*loc, key)
                self.key_places[inner] = location
                values[key] = self._node(self._next(), inner, depth)
        return values

    def _key(self, event: Event) -> str | None:
        """The key as text, or None with a problem where it is anything else."""
        if isinstance(event, NodeEvent):
            self._refuse(event, ())
        key = self._scalar(event) if isinstance(event, ScalarEvent) else event
        if isinstance(key, str):
            return key
        if not isinstance(event, AliasEvent):
            self.problems.append(refusals.invalid_key(self._place(event), event))
        self._skip(event)
        return None

    def _node(self, event: Event, loc: Loc, depth: int) -> object:
        location = self.locations[loc] = self._place(event)
        if isinstance(event, NodeEvent):
            self._refuse(event, loc)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if not isinstance(event, CollectionStartEvent):
            return None
        if depth == MOST_LEVELS:
            raise RefusedError(refusals.too_deep(location))
        if isinstance(event, MappingStartEvent):
            return self._mapping(loc, depth + 1)
        return self._sequence(loc, depth + 1)

    def _sequence(self, loc: Loc, depth: int) -> list[object]:
        values: list[object] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            values.append(self._node(event, (*loc, len(values)), depth))
        return values

    def _scalar(self, event: ScalarEvent) -> object:
        value = event.value.translate(self._restored) if self._restored else event.value
        if not event.style:
            if self._hashed and event.end_mark and _HASH.match(self._text, event.end_mark.index):
                self.problems.append(refusals.hash_in_value(self._place(event)))
            return resolve(value)
        if event.style == '"' and INVALID.search(value):
            self.problems.append(refusals.invalid_escape(self._place(event)))
            return INVALID.sub("\ufffd", value)
        return value

    def _refuse(self, event: NodeEvent, loc: Loc) -> None:
        if event.anchor is not None:
            self.problems.append(refusals.alias(self._place(event)))
            if isinstance(event, AliasEvent):
                self.unread.update(str(key) for key in loc[:1])
        if getattr(event, "tag", None) is not None:
            self.problems.append(refusals.tag(self._place(event)))

    def _skip(self, event: Event) -> None:
        """Pass over the node that starts with the event."""
        depth = int(isinstance(event, CollectionStartEvent))
        while depth:
            event = self._next()
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if depth > MOST_LEVELS:
                raise RefusedError(refusals.too_deep(self._place(event)))
