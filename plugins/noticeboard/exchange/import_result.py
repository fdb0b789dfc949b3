"""A file that came back and the version as it is -> the version's new bytes, and what is to be said about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.import_report import import_problems, left_over
from noticeboard.exchange.merge_policy import merge_decision
from noticeboard.exchange.segment_pairs import brings_text, is_loose, segment_pairs
from noticeboard.exchange.serialiser import MisreadError, serialise_version
from noticeboard.exchange.version_document import read_version_document
from noticeboard.model import Location, Problem, Severity, error
from noticeboard.sources.front_matter_edit import EditError, set_key
from noticeboard.sources.yaml_writing import written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from noticeboard.exchange.exchange_header import ExchangeHeader
    from noticeboard.exchange.po_parser import ReturnedFile
    from noticeboard.exchange.segment_pairs import SegmentPair
    from noticeboard.exchange.version_document import VersionDocument


class ImportCounts(NamedTuple):
    """How many segments changed or were confirmed, are as they were, wait for somebody, kept the version's own text."""

    changed: int = 0
    same: int = 0
    waiting: int = 0
    kept: int = 0


class ImportResult(NamedTuple):
    """What an import comes to: the version's bytes from now on, what is to be told, and how much of it there is.

    `data` are the very bytes that were there where nothing came that is new, and None where there is an error, or no
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
    *,
    force: bool = False,
) -> ImportResult:
    """The version with what came back in it; `data` are its bytes, None where there is no version yet.

    `before` has the source of the original's former segments by their digests, as far as somebody knows it. Nothing
    is taken over where there is an error. With `force`, texts that were changed after the export are overwritten.
    """
    facts = returned.facts
    version = read_version_document(data, facts.path, original.survey) if data is not None else None
    segments = segment_pairs(returned.messages, original, version, before)
    if version is not None and (refusal := _refusal(segments, version, original.lang, force=force)):
        return ImportResult(None, (refusal,))
    references = {**original.references, **(version.references if version else {})}
    for segment in segments:
        segment.decision = merge_decision(segment.parts, segment.former, segment.own, references, force=force)
    found = tuple(problem for segment in segments for problem in segment.decision.problems)
    if any(problem.severity is Severity.ERROR for problem in found):
        return ImportResult(None, found)
    found, counts = (*found, *import_problems(segments, original)), _counts(segments)
    if not any(segment.changed for segment in segments):
        return ImportResult(data, found, counts, version is not None and version.draft)
    new, fault = _attempt(facts, segments, original, data, force=force)
    if new is None:
        return ImportResult(None, (*found, *fault))
    draft = read_version_document(new, facts.path).draft
    return ImportResult(new, (*found, *left_over(segments, facts, new, original)), counts, draft)


def _refusal(segments: Sequence[SegmentPair], version: VersionDocument, lang: str, *, force: bool) -> Problem | None:
    """Why nothing can be taken over into a version; None where it can."""
    if version.original != lang:
        message = "This version is no translation of {lang}, but the file that was exported is."
        hint = "Write `translates: {lang}` into its front matter if it is one, or export the file again."
        return error(Location(version.path), "unassigned-text", message, hint, lang=lang)
    if force or not is_loose(segments, version) or not brings_text(segments):
        return None
    message = "Nothing is known of which part of this text translates which, so the import would replace all of it."
    hint = "Import with --force to replace it, or stamp the version and export it again."
    return error(Location(version.path), "unassigned-text", message, hint)


def _attempt(
    facts: ExchangeHeader,
    segments: Sequence[SegmentPair],
    original: VersionDocument,
    data: bytes | None,
    *,
    force: bool,
) -> tuple[bytes | None, tuple[Problem, ...]]:
    try:
        return _new(facts, segments, original, data, force=force), ()
    except MisreadError as fault:
        return None, (fault.problem,)
    except EditError:
        message = "The front matter is of a form in which nothing can be changed without changing more."
        hint = "Write one line for each key, such as `title: The title`."
        return None, (error(Location(facts.path), "unassigned-text", message, hint),)


def _counts(segments: Sequence[SegmentPair]) -> ImportCounts:
    said = [segment for segment in segments if segment.main.source]
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
    version = read_version_document(data, facts.path, original.survey)
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
