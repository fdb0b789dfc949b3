"""A file that came back and the version as it is -> the version's new bytes, and what is to be said about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from noticeboard.exchange.import_report import import_problems, left_over, untold
from noticeboard.exchange.inline_codes import one_line
from noticeboard.exchange.merge_policy import MergeDecision, merge_decision
from noticeboard.exchange.segment_pairs import brings_text, is_loose, segment_pairs
from noticeboard.exchange.serialiser import MisreadError, serialise_version
from noticeboard.exchange.version_document import read_translation, read_version_document
from noticeboard.model import Location, Problem, Severity, error, warning
from noticeboard.sources.front_matter_edit import EditError, set_key
from noticeboard.sources.yaml_writing import written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from noticeboard.exchange.exchange_header import ExchangeHeader
    from noticeboard.exchange.returned_file import ReturnedFile
    from noticeboard.exchange.segment_pairs import SegmentPair
    from noticeboard.exchange.version_document import VersionDocument
    from noticeboard.sources.po_reader import PoEntry


Check = Callable[[bytes, bytes | None], Iterable[Problem]]
"""What is wrong with a version's new bytes that is not wrong with those that it had, None without any."""


def _no_check(_new: bytes, _old: bytes | None) -> tuple[Problem, ...]:
    return ()


class ImportTerms(NamedTuple):
    """On which terms a file is taken over: with `force`, texts that were changed after the export are overwritten."""

    force: bool = False
    check: Check = _no_check


class ImportCounts(NamedTuple):
    """How many segments changed or were confirmed, are as they were, wait for somebody, kept the version's own text."""

    changed: int = 0
    same: int = 0
    waiting: int = 0
    kept: int = 0


class ImportResult(NamedTuple):
    """The result of an import: the version's new bytes, the problems, and how many messages of each kind there were.

    `data` are the same bytes as before if nothing new came, and None if there is an error, or no
    version and nothing to make one of. `draft` says that it is one.
    """

    data: bytes | None
    problems: tuple[Problem, ...]
    counts: ImportCounts = ImportCounts()
    draft: bool = False


def import_result(
    returned: ReturnedFile,
    original: VersionDocument,
    data: bytes | None,
    before: Mapping[str, str],
    terms: ImportTerms = ImportTerms(),  # noqa: B008 - it is a tuple
) -> ImportResult:
    """The version with what came back in it; `data` are its bytes, None if there is no version yet.

    `before` has the source of the original's former segments by their digests, as far as somebody knows it. A message
    with an error is left out and told, and so is one by which the version would get an error that is found when it is
    checked; all others are taken over.
    """
    facts = returned.facts
    version = read_translation(data, facts.path, original) if data is not None else None
    segments = segment_pairs(returned.messages, original, version, before)
    if version is not None and (refusal := _refusal(segments, version, original.lang, force=terms.force)):
        return ImportResult(None, (refusal,))
    references = {**original.references, **(version.references if version else {})}
    for segment in segments:
        segment.decision = merge_decision(segment.parts, segment.former, segment.own, references, force=terms.force)
    new, fault = _attempt(facts, segments, original, data, terms)
    found = tuple(problem for segment in segments for problem in segment.decision.problems)
    strange = (_stranger(entry, returned.path) for entry in returned.strangers)
    found, counts = (
        (*returned.problems, *strange, *found, *fault, *import_problems(segments, original)),
        _counts(segments),
    )
    if new is None and fault and fault[0].severity is Severity.ERROR:
        return ImportResult(None, found, counts)
    new = data if new is None else new
    if new is None:
        return ImportResult(None, found, counts)
    found = (*found, *left_over(segments, facts, new, original), *untold(facts, new, original))
    return ImportResult(new, found, counts, read_version_document(new, facts.path).draft)


def _refusal(segments: Sequence[SegmentPair], version: VersionDocument, lang: str, *, force: bool) -> Problem | None:
    """The problem that keeps everything out of a version; None without one."""
    if version.original != lang:
        message = "This version is not a translation of {lang}, but the file that was exported is."
        hint = "Write `translates: {lang}` into its front matter if it is one, or export the file again."
        return error(Location(version.path), "unassigned-text", message, hint, lang=lang)
    if force or not is_loose(segments, version) or not brings_text(segments):
        return None
    message = "Nothing is known of which part of this text translates which, so the import would replace all of it."
    hint = "Import with --force to replace it, or stamp the version and export it again."
    return error(Location(version.path), "unassigned-text", message, hint)


def _stranger(entry: PoEntry, path: str) -> Problem:
    message = "This message belongs to nothing in the original, as it was or as it is."
    hint = "Export the file again, or remove the message."
    return warning(Location(path, entry.line), "outdated-exchange", message, hint)


def _attempt(
    facts: ExchangeHeader,
    segments: Sequence[SegmentPair],
    original: VersionDocument,
    data: bytes | None,
    terms: ImportTerms,
) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The version's new bytes, None if nothing changes, and their problems.

    A segment to blame for an error is left out, and reported in its decision.
    """
    while any(segment.changed for segment in segments):
        try:
            new = _new(facts, segments, original, data, force=terms.force)
        except MisreadError as fault:
            nearest = _changed_near(segments, fault.number)
            _leave_out(nearest, replace(fault.problem, location=nearest.main.location))
            continue
        except EditError:
            message = "The front matter is of a form in which nothing can be changed without changing more."
            hint = "Write one line for each key, such as `title: The title`."
            return None, (error(Location(facts.path), "unassigned-text", message, hint),)
        problems = tuple(terms.check(new, data))
        wrong = next((problem for problem in problems if problem.severity is Severity.ERROR), None)
        if wrong is None:
            return new, problems
        blamed = _blamed(segments, read_translation(new, facts.path, original), wrong.location.line)
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


def _counts(segments: Sequence[SegmentPair]) -> ImportCounts:
    said = [segment for segment in segments if segment.first]
    changed = sum(segment.changed and not segment.decision.known for segment in said)
    kept = sum(segment.decision.kept for segment in said if not segment.changed)
    waiting = sum(segment.decision.open for segment in said if not (segment.changed or segment.decision.kept))
    return ImportCounts(changed, len(said) - changed - kept - waiting, waiting, kept)


def _new(
    facts: ExchangeHeader,
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
    version = read_translation(data, facts.path, original)
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
