"""Messages that came back, brought together with the original and the version: one record per segment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from noticeboard.exchange.decisions import Decision
from noticeboard.exchange.former import formers
from noticeboard.exchange.locating import located
from noticeboard.exchange.units import MAIN
from noticeboard.prose.segments import HEADS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from noticeboard.exchange.arriving import Message
    from noticeboard.exchange.document import Document
    from noticeboard.exchange.former import Former
    from noticeboard.exchange.locating import Located


@dataclass(slots=True)
class Segment:
    """A segment of a file: its message and those of its titles, what it was, where it stands, what becomes of it."""

    parts: tuple[Message, ...]
    former: Former
    own: Located | None = None
    decision: Decision = field(default_factory=Decision)

    @property
    def main(self) -> Message:
        """The message with the segment's words."""
        return self.parts[0]

    @property
    def kind(self) -> str:
        """The kind of the segment (prose/segments.py)."""
        return self.main.record.kind

    @property
    def digest(self) -> str:
        """The digest of the original's segment that was exported."""
        return self.main.record.digest

    @property
    def changed(self) -> bool:
        """Whether the version changes here, or is confirmed."""
        return self.decision.accepted or self.decision.text is not None


def is_loose(segments: Iterable[Segment], version: Document) -> bool:
    """Whether the version has a text, and nothing of it is known to translate anything."""
    return bool(version.blocks) and all(segment.own is None for segment in segments if segment.kind not in HEADS)


def brings_text(segments: Iterable[Segment]) -> bool:
    """Whether the file brings anything but what stands in the front matter."""
    return any(part.done for segment in segments if segment.kind not in HEADS for part in segment.parts)


def segments_of(
    messages: Sequence[Message], original: Document, version: Document | None, before: Mapping[str, str]
) -> list[Segment]:
    """The segments of the messages of all units; nothing is decided yet."""
    starts = [number for number, message in enumerate(messages) if message.record.part == MAIN]
    ends = [*starts[1:], len(messages)]
    groups = [tuple(messages[start:end]) for start, end in zip(starts, ends, strict=True)]
    mains = [group[0] for group in groups]
    known = formers(mains, original, before)
    sources = {number: former.words for number, former in enumerate(known) if former.words}
    places = located([main.record for main in mains], version, sources)
    paired = zip(groups, known, strict=True)
    return [Segment(group, former, places.get(number)) for number, (group, former) in enumerate(paired)]
