"""An imported file, matched with the units that it was exported from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.inline_codes import one_line
from noticeboard.exchange.received_file import AGAIN
from noticeboard.exchange.units import ITEM, MAIN, contexts_of, fingerprint
from noticeboard.exchange.xliff_document import identifier
from noticeboard.markdown.segments.segment import HEADS
from noticeboard.model import Location, Problem, error, warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from noticeboard.exchange.exchange_header import ExchangeHeader, UnitRecord
    from noticeboard.exchange.received_file import ReceivedFile
    from noticeboard.sources.po_reader import PoEntry

_LINES = ("list", "table", "quote", "definitions", "footnote", "html", "abbreviation")
_BREAK = re.compile(r"[ \t]*\n[ \t]*")


@dataclass(frozen=True, slots=True)
class ReturnedMessage:
    """The returned message of a unit: the place of its translation, its source, and its translation or "".

    `absent` says that the file does not have the message: it may be only a part of the export.
    """

    record: UnitRecord
    location: Location
    source: str = ""
    target: str = ""
    fuzzy: bool = False
    absent: bool = False

    @property
    def asked(self) -> bool:
        """Whether there is anything to translate."""
        return bool(self.record.source)

    @property
    def done(self) -> bool:
        """Whether there is a translation that is not marked for review."""
        return bool(self.target) and not self.fuzzy

    @property
    def waiting(self) -> bool:
        """Whether somebody still has to translate or review it."""
        return self.asked and not self.done and (not self.absent or self.record.open)

    @property
    def changed(self) -> bool:
        """Whether the translation differs from the exported one."""
        return (fingerprint(self.target) if self.target else "") != self.record.target


class ReturnedFile(NamedTuple):
    """A message for each unit, in the order of the header's records, and the problems of the file.

    `strangers` are messages that belong to no unit.
    """

    header: ExchangeHeader
    messages: tuple[ReturnedMessage, ...]
    problems: tuple[Problem, ...] = ()
    strangers: tuple[PoEntry, ...] = ()
    path: str = ""


def matched(file: ReceivedFile, header: ExchangeHeader) -> ReturnedFile:
    """The file with the message of each unit of `header`, even if a tool dropped contexts or reordered messages."""
    names = contexts_of((r.kind, r.source if r.part <= ITEM else r.digest, r.part) for r in header.records)
    usable, doubled = _without_repetitions([e for e in file.entries if not e.plural and len(e.forms) == 1], file.path)
    given = {entry.context: entry for entry in usable if entry.context}
    known = {*names, *map(identifier, names)}
    nameless: dict[str, list[PoEntry]] = {}
    for entry in reversed([entry for entry in usable if entry.context not in known]):
        for text in {entry.id, _on_one_line(entry.id, file)}:
            nameless.setdefault(fingerprint(text), []).append(entry)
    found: list[ReturnedMessage] = []
    used: set[int] = set()
    for record, name in zip(header.records, names, strict=True):
        own = given.get(name) or given.get(identifier(name)) or _first(nameless.get(record.source, []), used)
        used |= {id(own)} if own else set()
        found.append(_message(record, own, file))
    strangers = tuple(entry for entry in usable if id(entry) not in used)
    return ReturnedFile(header, tuple(found), (*file.problems, *doubled, *_faults(found, file)), strangers, file.path)


def _without_repetitions(entries: list[PoEntry], path: str) -> tuple[list[PoEntry], list[Problem]]:
    """The messages without repetitions; those with different translations are left out, with a problem for each."""
    groups: dict[object, list[PoEntry]] = {}
    for entry in entries:
        groups.setdefault(entry.key if entry.context else id(entry), []).append(entry)
    kept, problems = [], []
    for group in groups.values():
        if len({(entry.forms[0].text, entry.fuzzy) for entry in group}) == 1:
            kept.append(group[0])
        else:
            what = "This message is in the file twice, with different translations: see line {line}."
            location = Location(path, group[1].forms[0].line)
            hint = "Delete the wrong one and import the file again."
            problems.append(error(location, "damaged-exchange", what, hint, line=group[0].forms[0].line))
    return kept, problems


def _first(waiting: list[PoEntry], used: set[int]) -> PoEntry | None:
    """The next message that is not used yet; None if all are."""
    while waiting:
        if id(entry := waiting.pop()) not in used:
            return entry
    return None


def _on_one_line(text: str, file: ReceivedFile) -> str:
    """The text without the line breaks that a tool may add to XML to make it readable."""
    return _BREAK.sub(" ", text) if file.is_xliff else text


def _message(record: UnitRecord, entry: PoEntry | None, file: ReceivedFile) -> ReturnedMessage:
    """The message of a unit; absent if its source was changed."""
    if entry is None:
        return ReturnedMessage(record, Location(file.path), absent=True)
    form, source, target = entry.forms[0], entry.id, entry.forms[0].text
    if record.part != MAIN or record.kind not in _LINES:
        source, target = _on_one_line(source, file), _on_one_line(target, file)
    whole = fingerprint(source) == record.source
    text = _cleaned(target, record) if whole else ""
    return ReturnedMessage(record, Location(file.path, form.line), source, text, entry.fuzzy, absent=not whole)


def _cleaned(text: str, record: UnitRecord) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if record.part <= ITEM:
        return _BREAK.sub(" ", text.strip(" \t\n"))
    if record.part != MAIN or record.kind in (*HEADS, "picture", "label"):
        return one_line(text)
    return text.strip("\n").rstrip(" \t\n") if record.kind in _LINES else text.strip(" \t\n")


def _faults(found: Sequence[ReturnedMessage], file: ReceivedFile) -> Iterator[Problem]:
    """The problems with single messages, and one that counts the missing messages."""
    for entry in file.entries:
        if entry.plural or len(entry.forms) > 1:
            what = "This message has plural forms, but no text of a version has any."
            yield error(Location(file.path, entry.line), "damaged-exchange", what, AGAIN)
    for message in found:
        if message.source and message.absent:
            what = "The text after msgid is not the one that was exported."
            hint = "Change only what follows msgstr, or export the file again."
            yield error(message.location, "damaged-exchange", what, hint)
    asked = [message for message in found if message.asked]
    missing = sum(not message.source for message in asked)
    if missing:
        what = "The file holds {count} of {all} messages; what the others stand for stays as it is."
        hint = "Import the others too, when they are translated."
        location = Location(file.path)
        yield warning(location, "partial-exchange", what, hint, count=len(asked) - missing, all=len(asked))
