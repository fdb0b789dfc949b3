"""The messages of a returned file -> a version's new bytes, without those that would bring an error into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from noticeboard.exchange.inline_codes import one_line
from noticeboard.exchange.merge_policy import MergeDecision
from noticeboard.exchange.serialiser import MisreadError, serialise_version
from noticeboard.exchange.version_document import read_translation
from noticeboard.model import Location, Problem, Severity, error
from noticeboard.sources.front_matter_edit import EditError, set_key
from noticeboard.sources.yaml_writing import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.exchange.exchange_header import ExchangeHeader
    from noticeboard.exchange.segment_pairs import SegmentPair
    from noticeboard.exchange.version_document import VersionDocument


Check = Callable[[bytes, bytes | None], Iterable[Problem]]
"""Finds the problems of a version's new bytes that its old bytes did not have."""


def _no_check(_new: bytes, _old: bytes | None) -> tuple[Problem, ...]:
    return ()


class ImportTerms(NamedTuple):
    """How to import a file: with `force`, texts that were changed after the export are overwritten."""

    force: bool = False
    check: Check = _no_check


def attempt(
    header: ExchangeHeader,
    segments: Sequence[SegmentPair],
    original: VersionDocument,
    data: bytes | None,
    terms: ImportTerms,
) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The version's new bytes, None if nothing changes, and their problems.

    A segment that causes an error is left out, and reported in its decision.
    """
    while any(segment.changed for segment in segments):
        try:
            new = _new(header, segments, original, data, force=terms.force)
        except MisreadError as fault:
            nearest = _changed_near(segments, fault.number)
            _leave_out(nearest, replace(fault.problem, location=nearest.main.location))
            continue
        except EditError:
            message = "The front matter is of a form in which nothing can be changed without changing more."
            hint = "Write one line for each key, such as `title: The title`."
            return None, (error(Location(header.path), "unassigned-text", message, hint),)
        problems = tuple(terms.check(new, data))
        wrong = next((problem for problem in problems if problem.severity is Severity.ERROR), None)
        if wrong is None:
            return new, problems
        blamed = _blamed(segments, read_translation(new, header.path, original), wrong.location.line)
        if blamed is None:
            return None, (wrong,)
        _leave_out(blamed, replace(wrong, location=blamed.main.location))
    return None, ()


def _changed_near(segments: Sequence[SegmentPair], number: int) -> SegmentPair:
    """The segment with that number where it changes the version, else the nearest one that does; there must be one."""
    changed = (place for place, segment in enumerate(segments) if segment.changed)
    return segments[min(changed, key=lambda place: (abs(place - number), place))]


def _leave_out(segment: SegmentPair, problem: Problem) -> None:
    segment.decision = MergeDecision(open=True, problems=(*segment.decision.problems, problem))


def _blamed(segments: Sequence[SegmentPair], new: VersionDocument, line: int) -> SegmentPair | None:
    """The segment whose translation is in that line of the version; None if there is none."""
    passage = max((p for p in new.passages if p.line <= line), key=lambda p: p.line, default=new.passages[0])
    brought = [segment for segment in segments if segment.decision.text is not None]
    texts = ((segment, one_line(segment.decision.text or "")) for segment in brought)
    return next((segment for segment, text in texts if text == one_line(passage.text)), None)


def _new(
    header: ExchangeHeader,
    segments: Sequence[SegmentPair],
    original: VersionDocument,
    data: bytes | None,
    *,
    force: bool,
) -> bytes:
    """The version's new bytes; a draft that is complete now is one no more."""
    incomplete = any(s.decision.open or s.decision.kept for s in segments)
    was_incomplete = any(part.record.open for s in segments for part in s.parts)
    data = _head(segments, original, draft=incomplete) if data is None else data
    version = read_translation(data, header.path, original)
    new = serialise_version(segments, original, data, version, force=force)
    if version.draft and was_incomplete and not incomplete:
        return set_key(new, "status", "published")
    return new


def _head(segments: Sequence[SegmentPair], original: VersionDocument, *, draft: bool) -> bytes:
    """The front matter of a version that is not there yet, with the original's title until it has one."""
    title = segments[0].former.text or original.passages[0].text
    alt = 'image_alt: ""\n' if original.decorative else ""
    status = "status: draft\n" if draft else ""
    return f"---\ntitle: {written(title)}\n{alt}{status}translates: {original.lang}\n---\n\n".encode()
