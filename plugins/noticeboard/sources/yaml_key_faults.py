"""Malformed YAML around keys: colons, spaces after them, lines without a key, indentation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.sources.yaml_complaint import Complaint, in_quotes, indent

if TYPE_CHECKING:
    from noticeboard.model import Problem

VALUE = re.compile(r"\s*(?:- )?[^\s#:'\"\[{][^:]*:[ \t]+(\S.*)")
"""A line with a key and an unquoted value, which is group 1."""

_NO_SPACE = re.compile(r"(\s*(?:- )?[\w-]+:)(?!//)[^\s:]")


def colon(c: Complaint) -> Problem | None:
    """The problem of a colon where no key can end, or None."""
    if "mapping values" not in c.says:
        return None
    if found := VALUE.match(c.text[: c.column + 1]):
        message = "A value without quotes contains a colon followed by a space."
        value = in_quotes(c.text[found.start(1) :])
        return c.problem(message, "Put the whole value in quotes: {value}", value=value)
    above = next((line for line in range(c.line - 1, -1, -1) if c.lines[line].strip()), c.line)
    if problem := _missing_space(c, above):
        return problem
    if above < c.line and indent(c.text) > indent(c.lines[above]):
        message = "The line is indented more than the one above, so it is read as part of the value there."
        return c.problem(message, "Begin the key in the same column as the other keys.", (c.line, indent(c.text)))
    if above < c.line and ":" not in c.lines[above]:
        return _no_key(c, above)
    return None


def simple_key(c: Complaint) -> Problem | None:
    """The problem of a line that should be a key and is none, or None."""
    if "expected ':'" not in c.says:
        return None
    return _missing_space(c, c.context_line) or _no_key(c, c.context_line)


def _missing_space(c: Complaint, line: int) -> Problem | None:
    found = _NO_SPACE.match(c.lines[line])
    if not found:
        return None
    mended = f"{found[1].strip()} {c.lines[line][found.end(1) :].strip()[:60]}"
    at = (line, found.end(1) - 1)
    return c.problem("A space is missing after the colon.", "Write it: `{mended}`", at, mended=mended)


def _no_key(c: Complaint, line: int) -> Problem:
    at = (line, indent(c.lines[line]))
    if re.match(r"\s*-\w", c.lines[line]):
        return c.problem("A space is missing after the hyphen.", "Write `- ` in front of the entry.", at)
    message = "The line has no key: a key is a word followed by a colon and a space."
    hint = "If the line continues the value above, indent it by two spaces; otherwise write `key: value`."
    return c.problem(message, hint, at)


def indentation(c: Complaint) -> Problem | None:
    """The problem of a line in a column where nothing can begin, or None."""
    if c.text[: c.column].strip():
        return None
    if c.text[c.column :].startswith("- "):
        message = "There is a list entry here, but the key above already has a value."
        return c.problem(message, "Write the key of the list, with nothing after its colon, above the entries.")
    if c.text[c.column :].startswith(":"):
        return c.problem("The key in front of the colon is missing.", "Write a word there, or delete the line.")
    if not c.text.strip():
        return c.problem("Something is missing here: the text ends too early.", "Complete the last entry.")
    message = "The line begins in a column that fits none of the lines above."
    return c.problem(message, "Indent it exactly as the other lines that belong together with it.")
