"""What has changed in an original since it was translated, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.model import filled
from noticeboard.report.problem_messages import english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from noticeboard.markdown.segments.segment import SegmentText
    from noticeboard.report.problem_messages import ProblemMessages
    from noticeboard.site.original_changes import SegmentChange

KINDS = {
    "title": "title",
    "summary": "summary",
    "image_alt": "alt text of the picture",
    "heading": "heading",
    "paragraph": "paragraph",
    "list": "list",
    "table": "table",
    "code": "code",
    "picture": "picture",
    "footnote": "footnote",
    "abbreviation": "abbreviation",
    "comment": "comment",
    "definitions": "list of definitions",
    "html": "HTML",
    "quote": "quotation",
    "rule": "line across",
    "reference": "target of links",
}
"""What people call the kinds of segments."""

CHANGES = {"same": "Same", "moved": "Moved", "changed": "Changed", "added": "Added", "removed": "Removed"}
"""What people call the kinds of changes."""

_MARGIN = "    "


class ComparedFiles(NamedTuple):
    """The two files that are compared, as people see their paths, and the languages they are in."""

    original: str
    translation: str
    origin: str
    lang: str


def as_change_report(
    found: Iterable[SegmentChange], files: ComparedFiles, messages: ProblemMessages | None = None
) -> str:
    """Each changed segment: its place, its old and new text, and its translation."""
    gettext = (messages or english()).gettext
    return "\n".join("".join(_segment(one, files, gettext)) for one in found if one.change.counts)


def kind_name(passage: SegmentText, messages: ProblemMessages | None = None) -> str:
    """What people call that kind of segment."""
    return (messages or english()).gettext(KINDS[passage.kind])


def _segment(one: SegmentChange, files: ComparedFiles, gettext: Callable[[str], str]) -> Iterator[str]:
    passage = one.now or one.then or one.translation
    name = gettext(KINDS[passage.kind] if passage else "segment")
    location = f", {files.original}:{one.now.line}" if one.now else ""
    yield f"{gettext(CHANGES[one.change.kind])}: {name}{location}\n"
    if one.change.kind != "added":
        unknown = gettext("not known: no saved state of the file that git knows holds it")
        yield from _text(filled(gettext("{lang} then"), [("lang", files.origin)]), one.then, unknown)
    if one.now:
        yield from _text(filled(gettext("{lang} now"), [("lang", files.origin)]), one.now, "")
    if one.change.kind != "added":
        where = f", {files.translation}:{one.translation.line}" if one.translation else ""
        unfound = gettext("not found: the translation has another structure here")
        yield from _text(f"{files.lang}{where}", one.translation, unfound)


def _text(label: str, passage: SegmentText | None, otherwise: str) -> Iterator[str]:
    if passage is None:
        yield f"  {label}: {otherwise}\n"
        return
    yield f"  {label}:\n"
    for line in passage.text.split("\n"):
        yield f"{_MARGIN}{line}".rstrip() + "\n"
