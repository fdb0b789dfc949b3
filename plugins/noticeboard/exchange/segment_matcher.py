"""Finds the segments from which a file was exported in the current version."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.alignment import OriginalSegment, aligned
from noticeboard.exchange.units import fingerprint, own_words
from noticeboard.markdown.segments.segment import HEADS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from noticeboard.exchange.exchange_header import UnitRecord
    from noticeboard.exchange.inline_codes import CodedSegment
    from noticeboard.exchange.version_document import VersionDocument

_FAR = 10
"""How many blocks further a block is looked for that is not where it was."""


class MatchedSegment(NamedTuple):
    """A segment of a version as it is: its number and what it says, its placeholders numbered as in the file."""

    number: int
    words: CodedSegment
    edited: bool


def match_segments(
    records: Sequence[UnitRecord], version: VersionDocument | None, sources: Mapping[int, CodedSegment]
) -> dict[int, MatchedSegment]:
    """The segment of the version for each unit that it still has, by the unit's number.

    `sources` are the original's segments for translators, by the same numbers, as far as they are known.
    """
    if version is None:
        return {}
    search = _Search(version, sources)
    for number, record in enumerate(records):
        if record.own >= 0 or record.kind in HEADS:
            search.look(number, record)
    search.guess(records)
    search.align(records)
    return search.found


class _Search:
    def __init__(self, version: VersionDocument, sources: Mapping[int, CodedSegment]) -> None:
        self._version, self._sources = version, sources
        self.found: dict[int, MatchedSegment] = {}
        self._taken: set[int] = set()
        self._left: dict[int, int] = {}
        self._shift = 0

    def look(self, number: int, record: UnitRecord) -> None:
        """Finds a segment with its former text, or a segment of the front matter."""
        if record.kind in HEADS:
            self._head(number, record)
            return
        for away in _distances():
            at = record.own + self._shift + away
            if self._fits(at, record):
                words, says = self._words(at, number, record), bool(record.source or record.target)
                if (fingerprint(words.text) if words.text and says else "") == record.target:
                    self._shift += away
                    self._take(number, MatchedSegment(at, words, edited=False))
                    return
        self._left[number] = self._shift

    def guess(self, records: Sequence[UnitRecord]) -> None:
        """Pairs the remaining segments by place and kind, as edited ones."""
        for number, shift in self._left.items():
            at = records[number].own + shift
            if self._fits(at, records[number]):
                self._take(number, MatchedSegment(at, self._words(at, number, records[number]), edited=True))

    def align(self, records: Sequence[UnitRecord]) -> None:
        """Takes what came into the version later, by its stamp: what an earlier import of the same file has made."""
        if all(record.own >= 0 for record in records):
            return
        shape = [OriginalSegment(record.kind, record.digest) for record in records]
        for number, match in enumerate(aligned(shape, self._version, {})):
            fresh = match and match.how == "same" and match.segment not in self._taken
            if match and fresh and number not in self.found and records[number].own < 0:
                words = self._words(match.segment, number, records[number])
                self._take(number, MatchedSegment(match.segment, words, edited=bool(words.text)))

    def _head(self, number: int, record: UnitRecord) -> None:
        kinds = [passage.kind for passage in self._version.passages[: self._version.heads]]
        if record.kind in kinds:
            at = kinds.index(record.kind)
            words = self._words(at, number, record)
            now = fingerprint(words.text) if words.text else ""
            self._take(number, MatchedSegment(at, words, edited=now != record.target))

    def _fits(self, at: int, record: UnitRecord) -> bool:
        version = self._version
        inside = version.heads <= at < len(version.passages) and at not in self._taken
        return inside and version.passages[at].kind == record.kind

    def _words(self, at: int, number: int, record: UnitRecord) -> CodedSegment:
        return own_words(self._version, at, record.digest, self._sources.get(number))

    def _take(self, number: int, found: MatchedSegment) -> None:
        self.found[number] = found
        self._taken.add(found.number)


def _distances() -> Iterator[int]:
    yield 0
    for away in range(1, _FAR + 1):
        yield away
        yield -away
