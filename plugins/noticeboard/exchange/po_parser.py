"""The bytes of a PO or XLIFF file that comes back -> what it says of each unit, or why it cannot be used."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.exchange_header import END, END_WORDS, read_exchange_header
from noticeboard.exchange.inline_codes import one_line
from noticeboard.exchange.units import ITEM, MAIN, contexts_of, fingerprint
from noticeboard.exchange.xliff_document import identifier
from noticeboard.exchange.xliff_reader import TRANSLATED, is_xliff, read_xliff
from noticeboard.markdown.segments.segment import HEADS
from noticeboard.model import Location, Problem, error, warning
from noticeboard.sources.catalogue_header import header_fields, same_language
from noticeboard.sources.po_reader import read_every_entry
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from noticeboard.exchange.exchange_header import ExchangeHeader, UnitRecord
    from noticeboard.sources.po_reader import PoEntry

_AGAIN = "Take the file again from where it came from, or export it again."
_LINES = ("list", "table", "quote", "definitions", "footnote", "html", "abbreviation")
_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_CHARSET = re.compile(
    rb"charset=((?:utf|us-ascii|ascii|iso|latin|windows|cp|koi8|mac|gb|big5|euc|shift|sjis|tis)[-_\w]*)", re.IGNORECASE
)
"""A charset that texts are saved in; Python knows other codings besides, some of which take long."""
_HEADER = 4000
"""Bytes at the beginning of a PO file in which its charset is looked for."""


@dataclass(frozen=True, slots=True)
class ReturnedMessage:
    """What has come back for a unit; without a translation `target` is "". `line` is that of the translation.

    `absent` says that the file does not hold it: it may be a part of what was exported.
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
        """Whether there is a translation that somebody stands for."""
        return bool(self.target) and not self.fuzzy

    @property
    def waiting(self) -> bool:
        """Whether it is still to be translated or looked at."""
        return self.asked and not self.done and (not self.absent or self.record.open)

    @property
    def changed(self) -> bool:
        """Whether the translation is another than the one that was exported."""
        return (fingerprint(self.target) if self.target else "") != self.record.target


class ReceivedFile(NamedTuple):
    """A file as it came: what it says of itself, its messages, and what is wrong with single ones of them."""

    path: str
    facts: ExchangeHeader
    entries: tuple[PoEntry, ...]
    problems: tuple[Problem, ...] = ()
    is_xliff: bool = False


class ReturnedFile(NamedTuple):
    """What a file says of each of its units, in the order of its facts, and what is to be told of it.

    `strangers` are messages that belong to no unit.
    """

    facts: ExchangeHeader
    messages: tuple[ReturnedMessage, ...]
    problems: tuple[Problem, ...] = ()
    strangers: tuple[PoEntry, ...] = ()
    path: str = ""


def received(
    data: bytes, path: str, translated: Collection[str] = TRANSLATED
) -> tuple[ReceivedFile | None, tuple[Problem, ...]]:
    """What a file says; None where nothing of it can be used, and why.

    `translated` are the states of XLIFF that count as translated. Problems are those of `text.decode`,
    `malformed-catalogue`, `damaged-exchange` and `wrong-exchange-language`.
    """
    return _received_xliff(data, path, translated) if is_xliff(data) else _received_po(data, path)


def parse_returned(data: bytes, path: str) -> tuple[ReturnedFile | None, tuple[Problem, ...]]:
    """The same, matched with the units that the file was made from."""
    found, problems = received(data, path)
    return (None, problems) if found is None else (matched(found, found.facts), ())


def _received_po(data: bytes, path: str) -> tuple[ReceivedFile | None, tuple[Problem, ...]]:
    text, problems = decode(_as_utf_8(data), path)
    if problems:
        return None, problems
    entries, problems = read_every_entry(text, path)
    header = header_fields(entries)
    facts = read_exchange_header(header)
    if facts is None:
        return None, problems or (_without_facts(path),)
    if not same_language(facts.lang, header.get("Language", "")):
        return None, (_other_language(facts, header["Language"], path),)
    said = [entry for entry in entries if entry.id]
    whole = any(_is_end(entry) and _is_whole(entry.forms[0].text) for entry in said)
    kept = [entry for entry in said if not _is_end(entry)]
    if not whole and kept and _is_cut_off(kept[-1], text):
        problems += (_cut_off(path, kept.pop().line),)
    return ReceivedFile(path, facts, tuple(kept), problems), ()


def _received_xliff(
    data: bytes, path: str, translated: Collection[str]
) -> tuple[ReceivedFile | None, tuple[Problem, ...]]:
    file, problems = read_xliff(data, path, translated)
    if file is None:
        return None, problems
    facts = read_exchange_header(file.fields)
    if facts is None:
        return None, (_without_facts(path),)
    for lang, stated in zip((facts.original, facts.lang), file.languages, strict=True):
        if not same_language(lang, stated):
            return None, (_other_language(facts, stated, path),)
    return ReceivedFile(path, facts, file.entries, problems, is_xliff=True), ()


def _as_utf_8(data: bytes) -> bytes:
    """The bytes of a PO file in UTF-8, where they are in another charset that a mark or the header states.

    Bytes that are UTF-8 and not only ASCII are nothing else: tools save in it and leave the header as it was.
    """
    found = _CHARSET.search(data[:_HEADER])
    stated = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else found[1].decode("ascii") if found else ""
    try:
        return data if _is_utf_8(data) or not stated else data.decode(stated).encode()
    except (LookupError, UnicodeError):
        return data


def _is_utf_8(data: bytes) -> bool:
    try:
        return not data.decode().isascii()
    except UnicodeError:
        return False


def _is_end(entry: PoEntry) -> bool:
    return entry.context == END or entry.id == END_WORDS


def _is_whole(text: str) -> bool:
    """Whether the last message is not one that was cut off; a tool may have translated it."""
    return text == END_WORDS or not END_WORDS.startswith(text)


def _is_cut_off(last: PoEntry, text: str) -> bool:
    """Whether a file may end in the middle of its last translation: tools break lines at spaces, and end them all."""
    words = last.forms[-1].text
    return not text.endswith("\n") or (words != words.rstrip() and last.id == last.id.rstrip())


def _without_facts(path: str) -> Problem:
    what = "The file does not say which version it belongs to: what begins with X-Noticeboard is missing in it."
    return error(Location(path), "damaged-exchange", what, "Keep the header as `noticeboard export` has written it.")


def _other_language(facts: ExchangeHeader, stated: str, path: str) -> Problem:
    what = "The file says that it is in {stated}, but it was exported to be translated from {original} to {lang}."
    hint = "Import the file of that language, or correct its header."
    values = {"stated": stated, "original": facts.original, "lang": facts.lang}
    return error(Location(path), "wrong-exchange-language", what, hint, **values)


def _cut_off(path: str, line: int) -> Problem:
    what = "The file ends here, and its last message may have been cut off: it was not taken over."
    return error(Location(path, line), "damaged-exchange", what, _AGAIN)


def matched(file: ReceivedFile, facts: ExchangeHeader) -> ReturnedFile:
    """The messages of all units; a tool may have dropped contexts, changed the order, or left messages away."""
    names = contexts_of((r.kind, r.source if r.part <= ITEM else r.digest, r.part) for r in facts.records)
    usable, doubled = _told_once([e for e in file.entries if not e.plural and len(e.forms) == 1], file.path)
    given = {entry.context: entry for entry in usable if entry.context}
    known = {*names, *map(identifier, names)}
    nameless: dict[str, list[PoEntry]] = {}
    for entry in reversed([entry for entry in usable if entry.context not in known]):
        for text in {entry.id, _on_one_line(entry.id, file)}:
            nameless.setdefault(fingerprint(text), []).append(entry)
    found: list[ReturnedMessage] = []
    used: set[int] = set()
    for record, name in zip(facts.records, names, strict=True):
        own = given.get(name) or given.get(identifier(name)) or _first(nameless.get(record.source, []), used)
        used |= {id(own)} if own else set()
        found.append(_message(record, own, file))
    strangers = tuple(entry for entry in usable if id(entry) not in used)
    return ReturnedFile(facts, tuple(found), (*file.problems, *doubled, *_faults(found, file)), strangers, file.path)


def _told_once(entries: list[PoEntry], path: str) -> tuple[list[PoEntry], list[Problem]]:
    """The messages without repetitions; those that say different things are all left out, and told."""
    groups: dict[object, list[PoEntry]] = {}
    for entry in entries:
        groups.setdefault(entry.key if entry.context else id(entry), []).append(entry)
    kept, problems = [], []
    for group in groups.values():
        if len({(entry.forms[0].text, entry.fuzzy) for entry in group}) == 1:
            kept.append(group[0])
        else:
            what = "This message stands in the file twice, with different translations: see line {line}."
            location = Location(path, group[1].forms[0].line)
            hint = "Delete the wrong one and import the file again."
            problems.append(error(location, "damaged-exchange", what, hint, line=group[0].forms[0].line))
    return kept, problems


def _first(waiting: list[PoEntry], used: set[int]) -> PoEntry | None:
    """The next of the messages that is not used yet."""
    while waiting:
        if id(entry := waiting.pop()) not in used:
            return entry
    return None


def _on_one_line(text: str, file: ReceivedFile) -> str:
    """The text without the line breaks that a tool may have put into XML for people to read."""
    return _BREAK.sub(" ", text) if file.is_xliff else text


def _message(record: UnitRecord, entry: PoEntry | None, file: ReceivedFile) -> ReturnedMessage:
    """The message of a unit; one whose source was changed counts as absent."""
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
    """What is wrong with single messages, and how many are not there."""
    for entry in file.entries:
        if entry.plural or len(entry.forms) > 1:
            what = "This message has plural forms, but no text of a version has any."
            yield error(Location(file.path, entry.line), "damaged-exchange", what, _AGAIN)
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
