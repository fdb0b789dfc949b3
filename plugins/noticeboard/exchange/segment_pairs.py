"""Messages that came back, brought together with the original and the version: one record per segment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from noticeboard.exchange.merge_policy import MergeDecision
from noticeboard.exchange.previous_source import previous_segments
from noticeboard.exchange.segment_matcher import match_segments
from noticeboard.exchange.units import MAIN
from noticeboard.markdown.segments.segment import HEADS
from noticeboard.markdown.segments.stamps import changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from noticeboard.exchange.previous_source import PreviousSegment
    from noticeboard.exchange.returned_file import ReturnedMessage
    from noticeboard.exchange.segment_matcher import MatchedSegment
    from noticeboard.exchange.version_document import VersionDocument


@dataclass(slots=True)
class SegmentPair:
    """A segment of a file: its messages, its former source, its place in the version, and the decision on it."""

    parts: tuple[ReturnedMessage, ...]
    former: PreviousSegment
    own: MatchedSegment | None = None
    decision: MergeDecision = field(default_factory=MergeDecision)

    @property
    def main(self) -> ReturnedMessage:
        """The message with the segment's words."""
        return self.parts[0]

    @property
    def asked(self) -> bool:
        """Whether there is anything to translate in it."""
        return any(part.asked for part in self.parts)

    @property
    def first(self) -> ReturnedMessage | None:
        """The first of its messages in the file; None if there is none."""
        return next((part for part in self.parts if part.source and not part.absent), None)

    @property
    def kind(self) -> str:
        """The kind of the segment (markdown/segments/segment.py)."""
        return self.main.record.kind

    @property
    def digest(self) -> str:
        """The digest of the original's segment that was exported."""
        return self.main.record.digest

    @property
    def changed(self) -> bool:
        """Whether the version changes here, or is confirmed."""
        return self.decision.accepted or self.decision.text is not None


def has_unassigned_text(segments: Iterable[SegmentPair], version: VersionDocument) -> bool:
    """Whether the version has a text that is not known to translate anything."""
    return bool(version.blocks) and all(segment.own is None for segment in segments if segment.kind not in HEADS)


def brings_text(segments: Iterable[SegmentPair]) -> bool:
    """Whether the file brings translations for more than the front matter."""
    return any(part.done for segment in segments if segment.kind not in HEADS for part in segment.parts)


def segment_pairs(
    messages: Sequence[ReturnedMessage],
    original: VersionDocument,
    version: VersionDocument | None,
    before: Mapping[str, str],
) -> list[SegmentPair]:
    """The segments of the messages of all units; nothing is decided yet."""
    starts = [number for number, message in enumerate(messages) if message.record.part == MAIN]
    ends = [*starts[1:], len(messages)]
    groups = [tuple(messages[start:end]) for start, end in zip(starts, ends, strict=True)]
    mains = [group[0] for group in groups]
    known = previous_segments(mains, original, before)
    sources = {number: former.words for number, former in enumerate(known) if former.words}
    locations = match_segments([main.record for main in mains], version, sources)
    paired = zip(groups, known, strict=True)
    return [SegmentPair(group, former, locations.get(number)) for number, (group, former) in enumerate(paired)]


def restamped(stamp: Sequence[str], segments: Sequence[SegmentPair]) -> tuple[str, ...]:
    """The stamp after an import: what was accepted counts as translated from what the file was made from."""
    found = []
    for change in changes(stamp, [segment.digest for segment in segments]):
        segment = segments[change.now] if change.now >= 0 else None
        if segment and (not change.counts or segment.decision.accepted):
            found.append(segment.digest)
        elif change.then >= 0:
            found.append(stamp[change.then])
    return tuple(found)
