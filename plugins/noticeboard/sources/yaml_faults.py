"""Why YAML is malformed, in an editor's words: the parser's complaint -> one Problem."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml.events import AliasEvent, ScalarEvent

from noticeboard.sources import yaml_refusals as refusals
from noticeboard.sources.yaml_complaint import Complaint, complaint, in_quotes
from noticeboard.sources.yaml_key_faults import VALUE, colon, indentation, simple_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.events import Event

    from noticeboard.model import Location, Problem


def explain(fault: Exception, text: str, start: Location, last: Event | None) -> Problem:
    """The problem for which the parser raised an exception.

    `start` is the place of the text's first character, `last` the event before the exception. The problem's name is
    `malformed-yaml`, or `yaml-alias` or `yaml-tag` if an alias or tag is malformed.
    """
    found = complaint(fault, text, start, last)
    return next(problem for rule in _RULES if (problem := rule(found)))


def _alias_or_tag(c: Complaint) -> Problem | None:
    location = c.place_of(c.context_line, c.context_column)
    if "an alias" in c.says or "an anchor" in c.says:
        return refusals.alias(location)
    if isinstance(c.last, AliasEvent) and c.last.start_mark and c.last.start_mark.line == c.line:
        return refusals.alias(c.place_of(c.line, c.last.start_mark.column))
    if "a tag" in c.says or "tag handle" in c.says:
        return refusals.tag(location)
    return None


def _tab(c: Complaint) -> Problem | None:
    blanks = c.text[: len(c.text) - len(c.text.lstrip())]
    if c.column <= len(blanks) and "\t" in blanks:
        message = "The line is indented with a tab, which YAML does not allow."
        return c.problem(message, "Replace the tab by two spaces.", (c.line, blanks.index("\t")))
    if c.text[c.column : c.column + 1] == "\t":
        return c.problem("There is a tab here, where YAML allows only spaces.", "Replace the tab by a space.")
    return None


def _unclosed_quote(c: Complaint) -> Problem | None:
    hint = "Close it with the same kind of quote at the end of the value."
    if "scanning a quoted scalar" in c.says and (elided := _elided(c)):
        return elided
    if "scanning a quoted scalar" in c.says:
        return c.problem("The quote that opens here is never closed.", hint, (c.context_line, c.context_column))
    if not isinstance(c.last, ScalarEvent) or c.last.style not in ("'", '"'):
        return None
    start, end = c.last.start_mark, c.last.end_mark
    if not start or not end or end.line != c.line:
        return None
    if start.line < end.line:
        message = "The quote that opens here is not closed before line {line}, where there is another."
        return c.problem(message, hint, (start.line, start.column), line=c.location.line + end.line)
    return None if "flow" in c.says else _text_after_quote(c, c.text[start.column :].strip())


def _elided(c: Complaint) -> Problem | None:
    """The problem of a value that begins with an apostrophe: 't Schoolmaal."""
    value = c.lines[c.context_line][c.context_column :].strip()
    if not re.match(r"'\w", value) or value.count("'") != 1:
        return None
    message, hint = (
        "The value begins with an apostrophe, which opens a quote.",
        "Put the whole value in quotes: {value}",
    )
    return c.problem(message, hint, (c.context_line, c.context_column), value=in_quotes(value))


def _text_after_quote(c: Complaint, value: str) -> Problem:
    message = "Text follows after the closing quote of the value."
    hint = "Put quotes around the whole value, of another kind than those inside it: {value}"
    return c.problem(message, hint, value=in_quotes(value[1:-1] if value[0] == value[-1] else value))


def _forbidden_start(c: Complaint) -> Problem | None:
    character = c.text[c.column : c.column + 1]
    if c.text.startswith("%"):
        return c.problem("A line cannot begin with “%” here.", "Delete the line.", (c.line, 0))
    if not character or ("start any token" not in c.says and "node content" not in c.says):
        return None
    message, hint = "A value cannot begin with “{start}”.", "Put the value in quotes: {value}"
    return c.problem(message, hint, start=character, value=in_quotes(c.text[c.column :]))


def _brackets(c: Complaint) -> Problem | None:
    opening = c.lines[c.context_line][c.context_column : c.context_column + 1]
    if "flow" in c.says and opening in ("[", "{"):
        closing = "]" if opening == "[" else "}"
        if closing in c.lines[c.context_line][c.context_column :]:
            message = (
                "In the list that opens with “{opening}”, a comma or the closing “{closing}” is missing before this."
            )
            hint = "Separate the entries with commas; put text with special characters in quotes."
            return c.problem(message, hint, opening=opening, closing=closing)
        message, hint = "The “{opening}” that opens here is never closed.", "Write “{closing}” where the list ends."
        return c.problem(message, hint, (c.context_line, c.context_column), opening=opening, closing=closing)
    if c.text[: c.column].rstrip().endswith(("]", "}")):
        message = (
            "Text follows after the closing bracket; a value that begins with a bracket or brace is read as a list."
        )
        found = VALUE.match(c.text)
        value = in_quotes(found[1] if found else c.text)
        return c.problem(message, "If it is text, put it in quotes: {value}", value=value)
    return None


def _block_scalar(c: Complaint) -> Problem | None:
    if "block scalar" not in c.says:
        return None
    message = "A value that begins with | or > starts on the next line, so nothing may follow here."
    return c.problem(message, "Put the value in quotes, or move the text to the next line, indented by two spaces.")


def _list_in_value(c: Complaint) -> Problem | None:
    if "sequence entries" not in c.says and "mapping keys" not in c.says:
        return None
    message = "A value cannot begin with “{start} ” in the line of its key."
    hint = "Begin a list on a line of its own; put text in quotes: {value}"
    return c.problem(message, hint, start=c.text[c.column : c.column + 1], value=in_quotes(c.text[c.column :]))


def _escape(c: Complaint) -> Problem | None:
    if "escape" not in c.says and "hexdecimal" not in c.says and "hexadecimal" not in c.says:
        return None
    message = "A backslash in double quotes begins an escape, and this one does not exist."
    return c.problem(message, "Write \\\\ for a backslash, or put the value in single quotes.")


def _anything(c: Complaint) -> Problem:
    message = "The line cannot be understood from here on."
    return c.problem(
        message, "Write `key: value`; put a value with brackets, braces, quotes or one of : # , & * ! | > % in quotes."
    )


_RULES: tuple[Callable[[Complaint], Problem | None], ...] = (
    _alias_or_tag,
    _tab,
    _unclosed_quote,
    _forbidden_start,
    colon,
    simple_key,
    _brackets,
    _block_scalar,
    _list_in_value,
    _escape,
    indentation,
    _anything,
)
