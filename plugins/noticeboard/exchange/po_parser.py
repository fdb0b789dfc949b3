"""The bytes of a PO file that comes back -> what it says of each unit, or why it cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.exchange_header import END, END_WORDS, read_exchange_header
from noticeboard.exchange.inline_codes import one_line
from noticeboard.exchange.units import MAIN, contexts_of, fingerprint
from noticeboard.markdown.segments.segment import HEADS
from noticeboard.model import Location, Problem, error
from noticeboard.sources.catalogue_header import header_fields
from noticeboard.sources.po_reader import read_every_entry
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from noticeboard.exchange.exchange_header import ExchangeHeader, UnitRecord
    from noticeboard.sources.po_reader import PoEntry

_AGAIN = "Take the file again from where it came from, or export it again."
_LINES = ("list", "table", "quote", "definitions", "footnote", "html", "abbreviation")


@dataclass(frozen=True, slots=True)
class ReturnedMessage:
    """What has come back for a unit; without a translation `target` is "". `line` is that of the translation."""

    record: UnitRecord
    location: Location
    source: str = ""
    target: str = ""
    fuzzy: bool = False

    @property
    def done(self) -> bool:
        """Whether there is a translation that somebody stands for."""
        return bool(self.target) and not self.fuzzy

    @property
    def changed(self) -> bool:
        """Whether the translation is another than the one that was exported."""
        return (fingerprint(self.target) if self.target else "") != self.record.target


class ReturnedFile(NamedTuple):
    """What a file says of itself, and of each of its units, in the order of its facts."""

    facts: ExchangeHeader
    messages: tuple[ReturnedMessage, ...]


def parse_returned(data: bytes, path: str) -> tuple[ReturnedFile | None, tuple[Problem, ...]]:
    """What a file says; None where it is damaged, and why.

    Problems are those of `text.decode`, `malformed-catalogue` and `damaged-exchange`.
    """
    text, problems = decode(data, path)
    if problems:
        return None, problems
    entries, problems = read_every_entry(text, path)
    if problems:
        return None, problems
    facts = read_exchange_header(header_fields(entries))
    if facts is None:
        return None, (_without_facts(path),)
    said = [entry for entry in entries if entry.id]
    if not any(_is_end(e) and _is_whole(e.forms[0].text) for e in said):
        return None, (_cut_off(path, text),)
    messages, problems = _matched(facts, [e for e in said if not _is_end(e)], path)
    return (None, problems) if problems else (ReturnedFile(facts, messages), ())


def _is_end(entry: PoEntry) -> bool:
    return entry.context == END or entry.id == END_WORDS


def _is_whole(text: str) -> bool:
    """Whether the last message is not one that was cut off; a tool may have translated it."""
    return text == END_WORDS or not END_WORDS.startswith(text)


def _without_facts(path: str) -> Problem:
    what = "The file does not say which version it belongs to: lines that begin with X-Noticeboard are missing in it."
    return error(Location(path), "damaged-exchange", what, "Keep the header as `noticeboard export` has written it.")


def _cut_off(path: str, text: str) -> Problem:
    location = Location(path, max(1, text.rstrip("\n").count("\n") + 1))
    return error(location, "damaged-exchange", "The file has been cut off: its last message is missing.", _AGAIN)


def _matched(
    facts: ExchangeHeader, entries: list[PoEntry], path: str
) -> tuple[tuple[ReturnedMessage, ...], tuple[Problem, ...]]:
    """The messages of all units; a tool may have dropped contexts and changed the order, but no message."""
    names = contexts_of((r.kind, r.digest, r.part) for r in facts.records)
    given = {entry.context: entry for entry in entries if entry.context}
    nameless: dict[str, list[PoEntry]] = {}
    for entry in reversed([entry for entry in entries if not entry.context]):
        nameless.setdefault(fingerprint(entry.id), []).append(entry)
    found: list[ReturnedMessage] = []
    missing: list[str] = []
    for record, name in zip(facts.records, names, strict=True):
        waiting = nameless.get(record.source)
        own = given.get(name) or (waiting.pop() if waiting else None)
        if own is None and record.source:
            missing.append(name)
        found.append(_message(record, own, path))
    return tuple(found), tuple(_faults(found, missing, entries, path))


def _message(record: UnitRecord, entry: PoEntry | None, path: str) -> ReturnedMessage:
    if entry is None:
        return ReturnedMessage(record, Location(path))
    form = entry.forms[0]
    return ReturnedMessage(record, Location(path, form.line), entry.id, _cleaned(form.text, record), entry.fuzzy)


def _cleaned(text: str, record: UnitRecord) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if record.part != MAIN or record.kind in (*HEADS, "picture"):
        return one_line(text)
    return text.strip("\n").rstrip(" \t\n") if record.kind in _LINES else text.strip(" \t\n")


def _faults(
    found: Sequence[ReturnedMessage], missing: Sequence[str], entries: Sequence[PoEntry], path: str
) -> Iterator[Problem]:
    if missing:
        what = "Messages that were exported are missing: {count}; the first is “{first}”."
        yield error(Location(path), "damaged-exchange", what, _AGAIN, count=len(missing), first=missing[0])
    used = {message.location.line for message in found if message.source}
    for entry in entries:
        if entry.plural or len(entry.forms) > 1:
            what = "This message has plural forms, but no text of a version has any."
            yield error(Location(path, entry.line), "damaged-exchange", what, _AGAIN)
        elif entry.forms[0].line not in used:
            what = "This message was not exported."
            yield error(Location(path, entry.line), "damaged-exchange", what, "Remove it, or export the file again.")
    for message in found:
        if message.source and fingerprint(message.source) != message.record.source:
            what = "The text behind msgid is not the one that was exported."
            hint = "Change only what stands behind msgstr, or export the file again."
            yield error(message.location, "damaged-exchange", what, hint)
