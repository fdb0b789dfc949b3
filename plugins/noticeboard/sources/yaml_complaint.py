"""The YAML parser's complaint with the lines around it, from which editors' messages are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from yaml import MarkedYAMLError

from noticeboard.model import Location, Problem, error

if TYPE_CHECKING:
    from yaml.events import Event

_SHOWN = 60


class Complaint(Struct, frozen=True):
    """What the parser says and where, lines and columns from 0; `last` is the event before it."""

    says: str
    lines: tuple[str, ...]
    location: Location
    line: int
    column: int
    context_line: int
    context_column: int
    last: Event | None

    @property
    def text(self) -> str:
        """The line complained of."""
        return self.lines[self.line]

    def problem(self, message: str, hint: str, at: tuple[int, int] | None = None, /, **values: object) -> Problem:
        """The problem `malformed-yaml`, where the parser complained unless another line and column is given."""
        line, column = at or (self.line, self.column)
        return error(self.place_of(line, column), "malformed-yaml", message, hint, **values)

    def place_of(self, line: int, column: int) -> Location:
        """The place in the file of a line and column of the text."""
        return Location(self.location.path, self.location.line + line, column + 1)


def complaint(fault: Exception, text: str, start: Location, last: Event | None) -> Complaint:
    """The complaint in an exception of the parser; `last` is the event before it."""
    lines = tuple(text.split("\n"))
    says, context = "escape", None
    mark = last.end_mark if last else None
    if isinstance(fault, MarkedYAMLError):
        says, mark, context = f"{fault.context}: {fault.problem}", fault.problem_mark or mark, fault.context_mark
    line, column = (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)
    column = min(column, len(lines[line]))
    context_line, context_column = (context.line, context.column) if context else (line, column)
    return Complaint(says, lines, start, line, column, min(context_line, len(lines) - 1), context_column, last)


def indent(line: str) -> int:
    """How many spaces the line begins with."""
    return len(line) - len(line.lstrip(" "))


def in_quotes(value: str) -> str:
    """The value in the quotes that it needs, cut short for display."""
    value = value.strip()
    shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    if '"' in value or "\\" in value:
        return "'" + shown.replace("'", "''") + "'"
    return f'"{shown}"'
