"""What people are told of an import besides its errors: what is not translated, and what moved in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.exchange.alignment import stamped
from noticeboard.exchange.document import read_document
from noticeboard.model import Place, Problem, warning
from noticeboard.prose.stamps import changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from noticeboard.exchange.arriving import Message
    from noticeboard.exchange.document import Document
    from noticeboard.exchange.facts import Facts
    from noticeboard.exchange.segments import Segment

_EXPORT = "Export the file again when this one is done: it will show what is new."


def told(segments: Sequence[Segment], original: Document) -> Iterator[Problem]:
    """The warnings of an import."""
    messages = [part for segment in segments for part in segment.parts if part.source]
    blank = [message for message in messages if not message.target]
    unsure = [message for message in messages if message.target and message.fuzzy]
    if blank:
        what = "Messages without a translation: {count} (lines {lines})."
        yield _lines(blank, "untranslated-segment", what, "Translate them and import the file again.")
    if unsure:
        what = "Messages marked fuzzy, which were not taken over: {count} (lines {lines})."
        todo = "Compare them with the original, mend them, remove the mark and import the file again."
        yield _lines(unsure, "fuzzy-segment", what, todo)
    yield from _moved(segments, original)


def _lines(messages: Sequence[Message], name: str, what: str, todo: str) -> Problem:
    lines = ", ".join(str(message.place.line) for message in messages)
    return warning(messages[0].place, name, what, todo, count=len(messages), lines=lines)


def _moved(segments: Sequence[Segment], original: Document) -> Iterator[Problem]:
    """What the original has changed, removed or added since the file was made."""
    found = changes([segment.digest for segment in segments], original.digests)
    now = {change.then: change.now for change in found if change.kind == "changed"}
    for number, segment in enumerate(segments):
        if segment.former.moved and segment.main.source:
            yield _gone(segment.main.place, original.passages[now[number]].line if number in now else 0)
    known = {segment.digest for segment in segments}
    for change in found:
        if change.kind == "added" and original.digests[change.now] not in known:
            what = "This text of the original is new since the export, so the file has no translation of it."
            place = Place(original.path, original.passages[change.now].line)
            yield warning(place, "outdated-exchange", what, _EXPORT)


def _gone(place: Place, line: int) -> Problem:
    """The problem of a message whose text is another now, in that line, or gone."""
    if not line:
        what = "The original no longer has the text of this message."
        return warning(place, "outdated-exchange", what, _EXPORT)
    what = "The original has changed here since the export: see its line {line}."
    return warning(place, "outdated-exchange", what, _EXPORT, line=line)


def left_over(segments: Sequence[Segment], facts: Facts, data: bytes, original: Document) -> Iterator[Problem]:
    """What the version still says although the original no longer does."""
    version = read_document(data, facts.path, original.survey)
    then = stamped(version) or ()
    known = {*(segment.digest for segment in segments), *original.digests, ""}
    used = {segment.own.number for segment in segments if segment.own}
    for number, digest in enumerate(then):
        if digest not in known and number >= version.heads and number not in used:
            what = "This text translates something that the original no longer has."
            yield warning(
                Place(facts.path, version.passages[number].line),
                "left-over-text",
                what,
                "Delete it if nothing needs it.",
            )
