"""A file that came back and the version as it is -> the version's new bytes, and what is to be said about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.assembling import MisreadError, assembled
from noticeboard.exchange.decisions import decided
from noticeboard.exchange.document import read_document
from noticeboard.exchange.segments import brings_text, is_loose, segments_of
from noticeboard.exchange.telling import left_over, told
from noticeboard.model import Place, Problem, Severity, error
from noticeboard.sources.edit import EditError, set_key
from noticeboard.sources.written import written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from noticeboard.exchange.arriving import Returned
    from noticeboard.exchange.document import Document
    from noticeboard.exchange.facts import Facts
    from noticeboard.exchange.segments import Segment


class Counts(NamedTuple):
    """How many segments changed or were confirmed, are as they were, wait for somebody, kept the version's own text."""

    changed: int = 0
    same: int = 0
    waiting: int = 0
    kept: int = 0


class Taken(NamedTuple):
    """What an import comes to: the version's bytes from now on, what is to be told, and how much of it there is.

    `data` are the very bytes that were there where nothing came that is new, and None where there is an error, or no
    version and nothing to make one of. `draft` says that it is one.
    """

    data: bytes | None
    problems: tuple[Problem, ...]
    counts: Counts = Counts()
    draft: bool = False


def taken_over(
    returned: Returned, original: Document, data: bytes | None, before: Mapping[str, str], *, force: bool = False
) -> Taken:
    """The version with what came back in it; `data` are its bytes, None where there is no version yet.

    `before` has the source of the original's former segments by their digests, as far as somebody knows it. Nothing
    is taken over where there is an error. With `force`, texts that were changed after the export are overwritten.
    """
    facts = returned.facts
    version = read_document(data, facts.path, original.survey) if data is not None else None
    segments = segments_of(returned.messages, original, version, before)
    if version is not None and (refusal := _refusal(segments, version, original.lang, force=force)):
        return Taken(None, (refusal,))
    references = {**original.references, **(version.references if version else {})}
    for segment in segments:
        segment.decision = decided(segment.parts, segment.former, segment.own, references, force=force)
    found = tuple(problem for segment in segments for problem in segment.decision.problems)
    if any(problem.severity is Severity.ERROR for problem in found):
        return Taken(None, found)
    found, counts = (*found, *told(segments, original)), _counts(segments)
    if not any(segment.changed for segment in segments):
        return Taken(data, found, counts, version is not None and version.draft)
    new, fault = _attempt(facts, segments, original, data, force=force)
    if new is None:
        return Taken(None, (*found, *fault))
    draft = read_document(new, facts.path).draft
    return Taken(new, (*found, *left_over(segments, facts, new, original)), counts, draft)


def _refusal(segments: Sequence[Segment], version: Document, lang: str, *, force: bool) -> Problem | None:
    """Why nothing can be taken over into a version; None where it can."""
    if version.original != lang:
        what = "This version is no translation of {lang}, but the file that was exported is."
        todo = "Write `translates: {lang}` into its front matter if it is one, or export the file again."
        return error(Place(version.path), "unassigned-text", what, todo, lang=lang)
    if force or not is_loose(segments, version) or not brings_text(segments):
        return None
    what = "Nothing is known of which part of this text translates which, so the import would replace all of it."
    todo = "Import with --force to replace it, or stamp the version and export it again."
    return error(Place(version.path), "unassigned-text", what, todo)


def _attempt(
    facts: Facts, segments: Sequence[Segment], original: Document, data: bytes | None, *, force: bool
) -> tuple[bytes | None, tuple[Problem, ...]]:
    try:
        return _new(facts, segments, original, data, force=force), ()
    except MisreadError as fault:
        return None, (fault.problem,)
    except EditError:
        what = "The front matter is of a form in which nothing can be changed without changing more."
        todo = "Write one line for each key, such as `title: The title`."
        return None, (error(Place(facts.path), "unassigned-text", what, todo),)


def _counts(segments: Sequence[Segment]) -> Counts:
    said = [segment for segment in segments if segment.main.source]
    changed = sum(segment.changed and not segment.decision.known for segment in said)
    kept = sum(segment.decision.kept for segment in said if not segment.changed)
    waiting = sum(segment.decision.open for segment in said if not (segment.changed or segment.decision.kept))
    return Counts(changed, len(said) - changed - kept - waiting, waiting, kept)


def _new(facts: Facts, segments: Sequence[Segment], original: Document, data: bytes | None, *, force: bool) -> bytes:
    """The version's new bytes; a draft that is complete now is one no more."""
    incomplete = any(s.decision.open or s.decision.kept for s in segments)
    was_incomplete = any(part.record.open for s in segments for part in s.parts)
    data = _head(segments, original, draft=incomplete) if data is None else data
    version = read_document(data, facts.path, original.survey)
    new = assembled(segments, original, data, version, force=force)
    if version.draft and was_incomplete and not incomplete:
        return set_key(new, "status", "published")
    return new


def _head(segments: Sequence[Segment], original: Document, *, draft: bool) -> bytes:
    """The front matter of a version that is not there yet, with the original's title until it has one."""
    title = segments[0].former.text or original.passages[0].text
    alt = 'image_alt: ""\n' if original.decorative else ""
    status = "status: draft\n" if draft else ""
    return f"---\ntitle: {written(title)}\n{alt}{status}translates: {original.lang}\n---\n\n".encode()
