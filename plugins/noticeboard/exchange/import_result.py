"""A returned file and the current version -> the version's new bytes, and the problems."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.import_report import import_problems, left_over, unexported_changes
from noticeboard.exchange.merge_policy import merge_decision
from noticeboard.exchange.segment_pairs import brings_text, has_unassigned_text, segment_pairs
from noticeboard.exchange.version_attempt import ImportTerms, attempt
from noticeboard.exchange.version_document import read_translation, read_version_document
from noticeboard.model import Location, Problem, Severity, error, warning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from noticeboard.exchange.returned_file import ReturnedFile
    from noticeboard.exchange.segment_pairs import SegmentPair
    from noticeboard.exchange.version_document import VersionDocument
    from noticeboard.sources.po_reader import PoEntry


class ImportCounts(NamedTuple):
    """How many segments changed or were confirmed, are unchanged, are still open, and kept the version's own text."""

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

    `before` has the source of the original's former segments by their digests, as far as it is known. A message with an
    error is left out and reported, and so is one that would bring an error into the version; all others are taken over.
    """
    header = returned.header
    version = read_translation(data, header.path, original) if data is not None else None
    segments = segment_pairs(returned.messages, original, version, before)
    if version is not None and (refusal := _refusal(segments, version, original.lang, force=terms.force)):
        return ImportResult(None, (refusal,))
    references = {**original.references, **(version.references if version else {})}
    for segment in segments:
        segment.decision = merge_decision(segment.parts, segment.former, segment.own, references, force=terms.force)
    new, fault = attempt(header, segments, original, data, terms)
    found = (*_message_problems(returned, segments), *fault, *import_problems(segments, original))
    counts = _counts(segments)
    refused = new is None and fault and fault[0].severity is Severity.ERROR
    new = data if new is None else new
    if refused or new is None:
        return ImportResult(None, found, counts)
    found = (*found, *left_over(segments, header, new, original), *unexported_changes(header, new, original))
    return ImportResult(new, found, counts, read_version_document(new, header.path).draft)


def _message_problems(returned: ReturnedFile, segments: Sequence[SegmentPair]) -> tuple[Problem, ...]:
    """The problems of the file's messages: as they were read, those of no segment, and those of segments."""
    strange = (_stranger(entry, returned.path) for entry in returned.strangers)
    return (*returned.problems, *strange, *(p for segment in segments for p in segment.decision.problems))


def _refusal(segments: Sequence[SegmentPair], version: VersionDocument, lang: str, *, force: bool) -> Problem | None:
    """The problem that keeps everything out of a version; None without one."""
    if version.original != lang:
        message = "This version is not a translation of {lang}, but the file that was exported is."
        hint = "Write `translates: {lang}` into its front matter if it is one, or export the file again."
        return error(Location(version.path), "unassigned-text", message, hint, lang=lang)
    if force or not has_unassigned_text(segments, version) or not brings_text(segments):
        return None
    message = "It is not known which part of this text translates which, so the import would replace all of it."
    hint = "Import with --force to replace it, or stamp the version and export it again."
    return error(Location(version.path), "unassigned-text", message, hint)


def _stranger(entry: PoEntry, path: str) -> Problem:
    message = "This message belongs to nothing in the original, as it was or as it is."
    hint = "Export the file again, or remove the message."
    return warning(Location(path, entry.line), "outdated-exchange", message, hint)


def _counts(segments: Sequence[SegmentPair]) -> ImportCounts:
    said = [segment for segment in segments if segment.first]
    changed = sum(segment.changed and not segment.decision.known for segment in said)
    kept = sum(segment.decision.kept for segment in said if not segment.changed)
    waiting = sum(segment.decision.open for segment in said if not (segment.changed or segment.decision.kept))
    return ImportCounts(changed, len(said) - changed - kept - waiting, waiting, kept)
