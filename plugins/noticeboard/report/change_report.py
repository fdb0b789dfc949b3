"""What has changed in an original since it was translated, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from noticeboard.markdown.segments.segment import SegmentText
    from noticeboard.site.original_changes import SegmentChange

KINDS = {
    "title": "title",
    "summary": "summary",
    "image_alt": "alt text of the picture",
    "definitions": "list of definitions",
    "html": "HTML",
    "quote": "quotation",
    "rule": "line across",
    "reference": "target of links",
}
"""What people call kinds of segments whose names in the program are no words for them."""

_MARGIN = "    "


class ComparedFiles(NamedTuple):
    """The two files that are compared, as people see their paths, and the languages they are in."""

    original: str
    translation: str
    origin: str
    lang: str


def as_change_report(found: Iterable[SegmentChange], files: ComparedFiles) -> str:
    """Each segment that has changed: where it is, what it said, what it says, and how it is translated."""
    moved = [one for one in found if one.change.counts]
    return "\n".join("".join(_segment(one, files)) for one in moved)


def kind_name(passage: SegmentText) -> str:
    """What people call that kind of segment."""
    return KINDS.get(passage.kind, passage.kind)


def _segment(one: SegmentChange, files: ComparedFiles) -> Iterator[str]:
    passage = one.now or one.then or one.translation
    name = kind_name(passage) if passage else "segment"
    location = f", {files.original}:{one.now.line}" if one.now else ""
    yield f"{one.change.kind.capitalize()}: {name}{location}\n"
    if one.change.kind != "added":
        yield from _text(
            f"{files.origin} then", one.then, "not known: no saved state of the file that git knows holds it"
        )
    if one.now:
        yield from _text(f"{files.origin} now", one.now, "")
    if one.change.kind != "added":
        where = f", {files.translation}:{one.translation.line}" if one.translation else ""
        yield from _text(
            f"{files.lang}{where}", one.translation, "not found: the translation has another structure here"
        )


def _text(label: str, passage: SegmentText | None, otherwise: str) -> Iterator[str]:
    if passage is None:
        yield f"  {label}: {otherwise}\n"
        return
    yield f"  {label}:\n"
    for line in passage.text.split("\n"):
        yield f"{_MARGIN}{line}".rstrip() + "\n"
