"""Decisions on all segments -> the bytes of a version, stamped with what it translates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.exchange.alignment import UNKNOWN, fits, stamped
from noticeboard.exchange.inline_codes import one_line
from noticeboard.exchange.segment_pairs import brings_text, has_unassigned_text, restamped
from noticeboard.exchange.splicing import FORMS, Splicer
from noticeboard.exchange.version_document import read_version_document
from noticeboard.markdown.segments.segment import HEADS
from noticeboard.markdown.segments.stamps import joined
from noticeboard.model import error
from noticeboard.sources.front_matter_edit import edit_body, set_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from noticeboard.exchange.segment_pairs import SegmentPair
    from noticeboard.exchange.version_document import VersionDocument
    from noticeboard.model import Location, Problem


class MisreadError(Exception):
    """In the whole text, the blocks would be read differently from how they are read alone."""

    def __init__(self, location: Location, number: int) -> None:
        """Name the message that is to blame, as far as one can see, and the number of its segment."""
        super().__init__(str(location))
        self.number = number
        self.problem: Problem = error(
            location,
            "broken-translation",
            "In the text, this translation would run together with the words beside it.",
            "Write it in the form of msgid: the same marks at the beginning of lines, and no tag left open.",
        )


def serialise_version(
    segments: Sequence[SegmentPair], original: VersionDocument, data: bytes, version: VersionDocument, *, force: bool
) -> bytes:
    """The version's bytes with the decisions applied.

    Without `force`, a block moves only if the file brings a new translation for its text, and a text with an unknown
    source is left alone. With `force`, such a text is replaced by the file's, and code by the original's. Raises
    MisreadError, and EditError if the front matter cannot be changed.
    """
    then = stamped(version) or tuple("" for _ in version.passages)
    splicer = Splicer(version, [digest or UNKNOWN for digest in then[version.heads :]])
    unassigned = has_unassigned_text(segments, version)
    drop = force and unassigned and brings_text(segments)
    if drop or not unassigned:
        _blocks(segments, splicer, version, drop=drop, force=force)
    new = _with_body(segments, splicer, data, version)
    heads = {p.kind: d for p, d in zip(version.passages[: version.heads], then, strict=False)}
    for segment in segments:
        if segment.kind in HEADS:
            new = _head(segment, new, heads, version, original)
    if not drop and unassigned:
        return new
    if not drop and version.stamp is not None and not fits(version):
        return _with_stamp(new, original, restamped(version.stamp, segments))
    stamp = [heads[key] or UNKNOWN for key in HEADS if key in heads] + [item.digest for item in splicer.items]
    return _with_stamp(new, original, stamp)


def _blocks(
    segments: Sequence[SegmentPair], splicer: Splicer, version: VersionDocument, *, drop: bool, force: bool
) -> None:
    """Splices the blocks; with `drop`, the version's own blocks are removed first."""
    for number in range(len(version.blocks) if drop else 0):
        splicer.drop(number)
    for number, segment in enumerate(segments):
        if segment.kind not in HEADS:
            _block(number, segment, splicer, version, force=force)


def _with_stamp(data: bytes, original: VersionDocument, stamp: Sequence[str]) -> bytes:
    return set_key(data, "translates", {"language": original.lang, "digest": joined(stamp)}, "title")


def _head(
    segment: SegmentPair, data: bytes, heads: dict[str, str], version: VersionDocument, original: VersionDocument
) -> bytes:
    decision, kind = segment.decision, segment.kind
    if decision.accepted or (not heads.get(kind) and segment.main.record.how == "same"):
        heads[kind] = segment.digest
    if decision.text is not None:
        heads.setdefault(kind, "")
        return _with_head(data, kind, decision.text, heads)
    if version.draft and segment.former.text and kind not in heads:
        heads[kind] = segment.digest
        return _with_head(data, kind, segment.former.text, heads)
    if version.stamp is None and version.draft and not heads[kind]:
        # The title of a new version is the original's until it is translated.
        heads[kind] = segment.digest if segment.former.text else original.segments[0].digest
    return data


def _with_head(data: bytes, kind: str, text: str, heads: Mapping[str, str]) -> bytes:
    """The version with that text after the key, which comes in the order of HEADS where it is new."""
    before = [key for key in HEADS[: HEADS.index(kind)] if key in heads]
    return set_key(data, kind, text, before[-1] if before else "")


def _block(number: int, segment: SegmentPair, splicer: Splicer, version: VersionDocument, *, force: bool) -> None:
    """Puts the segment where it belongs."""
    decision, record = segment.decision, segment.main.record
    old = segment.own.number - version.heads if segment.own else -1
    item = splicer.item(old) if old >= 0 else None
    if item is None:
        _new_block(number, segment, splicer, version)
    elif record.how == "moved" and segment.own and not segment.own.edited:
        text = splicer.drop(old)
        splicer.insert(text if decision.text is None else decision.text, segment.digest, number, segment.former.feeds)
    elif decision.text is not None and decision.joined != (old in version.joined):
        splicer.drop(old)
        digest = segment.digest if decision.accepted else item.digest
        splicer.insert(decision.text, digest, number, segment.former.feeds, joined=decision.joined)
    elif segment.changed:
        splicer.change(old, decision.text, segment.digest if decision.accepted else item.digest, number)
    elif force and not segment.asked and _is_copy(version, old, item.digest) and segment.former.text:
        splicer.change(old, segment.former.text, segment.digest, number)
    else:
        splicer.stay(old)


def _new_block(number: int, segment: SegmentPair, splicer: Splicer, version: VersionDocument) -> None:
    """Code, and in a draft what is not translated yet, comes in the original's words."""
    decision, former = segment.decision, segment.former
    if decision.text is not None:
        splicer.insert(decision.text, segment.digest, number, former.feeds, joined=decision.joined)
    elif former.text and segment.main.record.own < 0 and (version.draft or not segment.asked):
        splicer.insert(former.text, segment.digest, number, former.feeds)


def _is_copy(version: VersionDocument, old: int, then: str) -> bool:
    """Whether a block of the version is what the original had when it was stamped."""
    return version.segments[version.heads + old].digest == then


def _with_body(segments: Sequence[SegmentPair], splicer: Splicer, data: bytes, version: VersionDocument) -> bytes:
    """The version with its new body, in the first form in which it is read as the blocks that it was made of."""
    for form in FORMS:
        new = edit_body(data, splicer.splices(form))
        fault = _fault(segments, splicer, new, version)
        if fault < 0:
            return new
    near = [item for item in splicer.items[: fault + 2] if item.message >= 0]
    joined = [item.message for item in near[-2:] if item.joined]
    blamed = (joined or [item.message for item in near] or [0])[-1]
    raise MisreadError(segments[blamed].main.location, blamed)


def _fault(segments: Sequence[SegmentPair], splicer: Splicer, new: bytes, version: VersionDocument) -> int:
    """The first block that is not read as it was meant; -1 if all are."""
    read = read_version_document(new, version.path, version.survey).blocks
    kinds = [version.blocks[i.old].kind if i.old >= 0 else segments[i.message].kind for i in splicer.items]
    wanted = [(kind, one_line(text)) for kind, text in zip(kinds, splicer.texts(), strict=True)]
    found = [(block.kind, one_line(block.text)) for block in read]
    if wanted == found:
        return -1
    return next((n for n, pair in enumerate(zip(wanted, found, strict=False)) if pair[0] != pair[1]), len(found))
