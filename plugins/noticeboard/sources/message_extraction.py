"""Templates and program modules -> the messages that they say, found by Babel's extractors."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

from babel.messages.extract import extract
from jinja2 import TemplateSyntaxError
from msgspec.structs import replace

from noticeboard.model import Location, Problem, Stored, error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from noticeboard.sources.catalogue import Key

_TAG = "NOTE:"
"""What a comment for translators begins with."""

Arguments = tuple[int | tuple[int, int] | tuple[int, str], ...]
"""Which arguments of a call are messages, counted from 1; a context is marked with "c"."""

_TEMPLATE_KEYWORDS: dict[str, Arguments] = {
    "_": (1,),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "for_language": (2,),
}
_MODULE_KEYWORDS: dict[str, dict[int | None, Arguments | None]] = {"Message": {1: (1,), 2: (1, (2, "c"))}}


class MessageSource(NamedTuple):
    """A file that says messages: its name for translators, its absolute path, and its bytes."""

    name: str
    path: str
    data: bytes


class UsedMessage(Stored, frozen=True):
    """A message that somebody says: `plural` is "" if it has none, `locations` are the names of the files.

    `notes` are what their authors tell translators.
    """

    context: str
    id: str
    plural: str
    locations: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """What tells a message from all others: its context and its id."""
        return self.context, self.id


def used_messages(
    templates: Iterable[MessageSource], modules: Iterable[MessageSource], options: Mapping[str, str]
) -> tuple[tuple[UsedMessage, ...], tuple[Problem, ...]]:
    """The messages of templates and of the program's modules, each once, in the order in which they are met.

    `options` are those of Jinja's extractor. A template that cannot be read is a problem `broken-template` at its
    place; what it says is not known then.
    """
    found: dict[Key, UsedMessage] = {}
    problems: list[Problem] = []
    for template in templates:
        try:
            _gather(found, _of_template(template, options))
        except TemplateSyntaxError as fault:
            location = Location(template.path, fault.lineno)
            what = "The template is malformed: {fault}."
            problems.append(
                error(location, "broken-template", what, "Correct it.", fault=(fault.message or "").rstrip("."))
            )
        except UnicodeDecodeError:
            location = Location(template.path)
            problems.append(error(location, "broken-template", "The template is not UTF-8.", "Save it as UTF-8."))
    for module in modules:
        _gather(found, _of_module(module))
    return tuple(found.values()), tuple(problems)


def _of_template(template: MessageSource, options: Mapping[str, str]) -> Iterator[UsedMessage]:
    # Jinja reads options as in a settings file, so booleans are words.
    given = {**options, "silent": "false"}
    data = io.BytesIO(template.data)
    found = extract("jinja2.ext:babel_extract", data, _TEMPLATE_KEYWORDS, [_TAG], given, strip_comment_tags=True)
    for _, ids, notes, context in found:
        yield _message(ids, notes, context, template.name)


def _of_module(module: MessageSource) -> Iterator[UsedMessage]:
    found = extract("python", io.BytesIO(module.data), _MODULE_KEYWORDS, [_TAG], strip_comment_tags=True)
    for _, ids, notes, context in found:
        yield _message(ids, notes, context, module.name)


def _message(ids: str | tuple[str, ...], notes: list[str], context: str | None, name: str) -> UsedMessage:
    one, plural = (ids, "") if isinstance(ids, str) else (ids[0], ids[1])
    note = " ".join(" ".join(notes).split())
    return UsedMessage(context or "", one, plural, (name,), (note,) if note else ())


def _gather(found: dict[Key, UsedMessage], messages: Iterable[UsedMessage]) -> None:
    """Adds messages to those found so far; one that is said in several places gets their names and notes."""
    for message in messages:
        known = found.get(message.key, message)
        found[message.key] = replace(
            known,
            plural=known.plural or message.plural,
            locations=tuple(dict.fromkeys((*known.locations, *message.locations))),
            notes=tuple(dict.fromkeys((*known.notes, *message.notes))),
        )
