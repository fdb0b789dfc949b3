"""The warnings of an import: what is not translated, and what has moved since the export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.exchange.alignment import stamped
from noticeboard.exchange.inline_codes import NOT_EXPORTED
from noticeboard.exchange.version_document import read_translation
from noticeboard.markdown.segments.stamps import changes
from noticeboard.model import Location, Problem, warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from noticeboard.exchange.exchange_header import ExchangeHeader
    from noticeboard.exchange.returned_file import ReturnedMessage
    from noticeboard.exchange.segment_pairs import SegmentPair
    from noticeboard.exchange.version_document import VersionDocument

_EXPORT = "Export the file again when this one is done: it will show what is new."


def import_problems(segments: Sequence[SegmentPair], original: VersionDocument) -> Iterator[Problem]:
    """The warnings of an import."""
    messages = [part for segment in segments for part in segment.parts if part.source and not part.absent]
    blank = [message for message in messages if not message.target]
    unsure = [message for message in messages if message.target and message.fuzzy]
    if blank:
        what = "Messages without a translation: {count} (lines {lines})."
        yield _lines(blank, "untranslated-segment", what, "Translate them and import the file again.")
    if unsure:
        what = "Messages marked fuzzy, which were not taken over: {count} (lines {lines})."
        hint = "Compare them with the original, correct them, remove the mark and import the file again."
        yield _lines(unsure, "fuzzy-segment", what, hint)
    yield from _moved(segments, original)


def _lines(messages: Sequence[ReturnedMessage], name: str, what: str, hint: str) -> Problem:
    lines = ", ".join(str(message.location.line) for message in messages)
    return warning(messages[0].location, name, what, hint, count=len(messages), lines=lines)


def _moved(segments: Sequence[SegmentPair], original: VersionDocument) -> Iterator[Problem]:
    """What the original has changed, removed or added since the file was made."""
    found = changes([segment.digest for segment in segments], original.digests)
    now = {change.then: change.now for change in found if change.kind == "changed"}
    for number, segment in enumerate(segments):
        if segment.former.moved and segment.first:
            yield _gone(segment.first.location, original.passages[now[number]].line if number in now else 0)
    known = {segment.digest for segment in segments}
    for change in found:
        if change.kind == "added" and original.segments[change.now].digest not in known:
            what = "This text of the original is new since the export, so the file has no translation of it."
            location = Location(original.path, original.passages[change.now].line)
            yield warning(location, "outdated-exchange", what, _EXPORT)


def _gone(location: Location, line: int) -> Problem:
    """The problem of a message whose text, in that line of the original, has changed or is gone."""
    if not line:
        what = "The original no longer has the text of this message."
        return warning(location, "outdated-exchange", what, _EXPORT)
    what = "The original has changed here since the export: see its line {line}."
    return warning(location, "outdated-exchange", what, _EXPORT, line=line)


def left_over(
    segments: Sequence[SegmentPair], header: ExchangeHeader, data: bytes, original: VersionDocument
) -> Iterator[Problem]:
    """What the version still says although the original no longer does."""
    version = read_translation(data, header.path, original)
    then = stamped(version) or ()
    known = {*(segment.digest for segment in segments), *original.digests, ""}
    used = {segment.own.number for segment in segments if segment.own}
    for number, digest in enumerate(then):
        if digest not in known and number >= version.heads and number not in used:
            what = "This text translates something that the original no longer has."
            yield warning(
                Location(header.path, version.passages[number].line),
                "left-over-text",
                what,
                "Delete it if nothing needs it.",
            )


def unexported_changes(header: ExchangeHeader, data: bytes, original: VersionDocument) -> Iterator[Problem]:
    """What has changed in the original since the version was stamped, and is in no message: code, rules, references."""
    version = read_translation(data, header.path, original)
    then = stamped(version) or ()
    for change in changes(then, original.digests) if then else ():
        inside = change.kind == "changed" and then[change.then] and version.heads <= change.then < len(version.passages)
        if (
            inside
            and version.passages[change.then].kind in NOT_EXPORTED
            and original.passages[change.now].kind in NOT_EXPORTED
        ):
            what = "The original has changed its line {line}, which is in no message; this is what it was before."
            hint = "Change it here too, and stamp the version."
            location = Location(header.path, version.passages[change.then].line)
            yield warning(location, "outdated-exchange", what, hint, line=original.passages[change.now].line)
