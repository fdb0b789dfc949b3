"""What is well-formed YAML and yet refused, in an editor's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml.events import AliasEvent, ScalarEvent, SequenceStartEvent

from noticeboard.model import error, warning

if TYPE_CHECKING:
    from yaml.events import Event

    from noticeboard.model import Location, Problem

_NO_SPACE = re.compile(r"([\w-]+):(?!//)\S")


def alias(location: Location) -> Problem:
    """The problem of an alias `*name` or an anchor `&name`, with which one could repeat a value."""
    return error(
        location,
        "yaml-alias",
        "A value that begins with * or & has a special meaning (alias, anchor) that is not supported here.",
        'If it is text, put it in quotes: "*…*". If a value was meant to be repeated, write it out again.',
    )


def tag(location: Location) -> Problem:
    """The problem of a tag `!name`, which asks for a type of its own."""
    return error(
        location,
        "yaml-tag",
        "A value that begins with ! has a special meaning (tag) that is not supported here.",
        'If it is text, put it in quotes: "!…". Otherwise delete the word with the exclamation mark.',
    )


def duplicate_key(location: Location, key: str, first_line: int) -> Problem:
    """The problem of a key that appears twice in a mapping."""
    message = "The key “{key}” appears here a second time; it is already in line {line}."
    hint = "Keep the one that is right and delete the other."
    return error(location, "duplicate-key", message, hint, key=key, line=first_line)


def invalid_key(location: Location, event: Event) -> Problem:
    """The problem of a key that is no text: a number, a truth value, nothing, a list or a mapping."""
    hint = "Write a word in front of the colon, or delete the line."
    if not isinstance(event, ScalarEvent):
        return error(location, "invalid-key", "A key must be a word, but here it is a list or a mapping.", hint)
    if not event.value:
        return error(location, "invalid-key", "The key in front of the colon is missing.", hint)
    message = "A key must be a word, but “{key}” is none in YAML."
    return error(location, "invalid-key", message, 'If it is meant, write it in quotes: "{key}".', key=event.value[:60])


def not_a_mapping(location: Location, root: Event) -> Problem:
    """The problem of a text that is a list, a word or a number instead of keys with values."""
    name, hint = "not-a-mapping", "Write one line for each key, such as `title: The title`."
    if isinstance(root, AliasEvent):
        return alias(location)
    if isinstance(root, SequenceStartEvent):
        return error(location, name, "Keys with values are expected here, but this is a list.", hint)
    if not isinstance(root, ScalarEvent) or not root.value:
        return error(location, name, "Keys with values are expected here, but this is an empty value.", hint)
    if missing := _NO_SPACE.match(root.value):
        message = "A space is missing after the colon of “{key}:”, so it is no key."
        return error(location, name, message, "Write a space after the colon.", key=missing[1])
    return error(location, name, "Keys with values are expected here, but this is text without a key.", hint)


def several_documents(location: Location) -> Problem:
    """The problem of a second document in one text."""
    return error(
        location,
        "several-documents",
        "A line that begins with --- starts a second document here; only one is allowed.",
        "Delete the line, or put the text in quotes if the hyphens belong to it.",
    )


def hash_in_value(location: Location) -> Problem:
    """The warning about a value after which a comment starts that may well be part of the value."""
    return warning(
        location,
        "hash-in-value",
        "A # after a space begins a comment, so the value ends in front of it.",
        'If the # belongs to the value, put the value in quotes: "…"; in a comment, write a space after the #.',
    )


def too_deep(location: Location) -> Problem:
    """The problem of lists and mappings inside one another beyond all need."""
    return error(
        location,
        "yaml-too-deep",
        "Lists and mappings are nested more than 20 levels deep here.",
        "Delete the brackets, braces or indentation that are too many.",
    )


def invalid_escape(location: Location) -> Problem:
    """The problem of an escape in double quotes for a character that no text may contain."""
    return error(
        location,
        "invalid-character",
        "An escape with a backslash in this value stands for an invisible character that no text may hold.",
        "Delete the escape, or write \\\\ where a backslash is meant.",
    )
