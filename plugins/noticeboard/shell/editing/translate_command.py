"""`noticeboard translate`: a new version of an announcement as a draft, with the original's text to translate."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from noticeboard.markdown.segments.segment import HEADS
from noticeboard.markdown.segments.stamps import stamp
from noticeboard.shell.editing.file_changes import write_new
from noticeboard.shell.editing.workspace import open_workspace
from noticeboard.shell.terminal.console import put
from noticeboard.shell.terminal.program_messages import gettext, ngettext
from noticeboard.shell.terminal.refusals import refused
from noticeboard.site.segment_texts import segmented
from noticeboard.site.shown_words import shown_words
from noticeboard.site.translation_state import original_of
from noticeboard.sources.front_matter import parse
from noticeboard.sources.front_matter_edit import key_entry
from noticeboard.sources.text_decoding import decode
from noticeboard.sources.yaml_writing import written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.markdown.segments.segment import Segment
    from noticeboard.shell.editing.workspace import Workspace
    from noticeboard.site import Announcement, Source


def run_translate(settings: str, name: str, lang: str, origin: str = "") -> None:
    """Writes the draft and prints what to do next; raises ClickException if the version exists or cannot be made."""
    workspace = open_workspace(settings)
    announcement, lang = workspace.announcement(name), workspace.language(lang)
    path = f"{announcement.key}/{lang}.md"
    _check(workspace, announcement, lang, path)
    original = _original(announcement, workspace.language(origin) if origin else "")
    data = workspace.path(original).read_bytes()
    segments = tuple(piece.segment for piece in segmented(data, original.path))
    labels = {
        word: dict(original.header.labels).get(word, word)
        for word in shown_words(announcement, original, workspace.site.files)
    }
    write_new(workspace.project.content / path, draft_of(data, original.lang, segments, labels))
    words = sum(segment.words for segment in segments)
    put(_said(workspace, path, original, words), sys.stdout)


def _original(announcement: Announcement, lang: str) -> Source:
    """The version to translate, in that language if it is not ""; raises ClickException if there is none."""
    original = original_of(announcement, lang)
    if original is None:
        known = ", ".join(s.lang for s in announcement.sources)
        message = "{key} has no version in {origin}. It has one in {known}."
        refused(message, key=announcement.key, origin=lang, known=known)
    return original


def draft_of(data: bytes, origin: str, segments: tuple[Segment, ...], labels: Mapping[str, str]) -> bytes:
    """A draft of a translation of an original (its bytes, in that language), with the same line ends.

    It has the keys that each version states for itself, as the original writes them, and the original's text. `labels`
    are the words of data files, each with what is to be translated.
    """
    text, _ = decode(data, "")
    front = parse(text, "")
    said = "".join(f"  {written(word)}: {written(label)}\n" for word, label in labels.items())
    own = f"labels:\n{said}" if labels else ""
    own += f"translates: {written({'language': origin, 'digest': stamp(segments)})}\nstatus: draft\n"
    heads = "".join(key_entry(text, key) for key in HEADS)
    # What is indented in the original, or is cut off by its form, is written again.
    if parse(f"---\n{heads}{own}---\n", "").problems:
        heads = "".join(f"{key}: {written(front.values[key])}\n" for key in HEADS if key in front.values)
    made = f"---\n{heads}{own}---\n{front.body}"
    end = b"\r\n" if b"\r\n" in data else b"\r" if b"\r" in data else b"\n"
    return made.encode().replace(b"\n", end)


def _check(workspace: Workspace, announcement: Announcement, lang: str, path: str) -> None:
    if any(s.lang == lang and s.header.translates is None for s in announcement.sources):
        refused("{path} is already there. It is an original: it translates nothing.", path=workspace.shown(path))
    if (workspace.project.content / path).exists():
        refused(
            "{path} is already there. `noticeboard diff {key} {lang}` shows what has changed in its original.",
            path=workspace.shown(path),
            key=announcement.key,
            lang=lang,
        )
    if announcement.facts.languages and lang not in announcement.facts.languages:
        location = next(s.location("languages") for s in announcement.sources if s.header.languages)
        refused(
            "{key} is not meant for {lang}. Add it to `languages` in {path}, line {line}, if it is.",
            key=announcement.key,
            lang=lang,
            path=workspace.shown(location.path),
            line=location.line,
        )


def _said(workspace: Workspace, path: str, original: Source, words: int) -> str:
    wrote = ngettext(
        "Wrote {path}: a draft with the {number} word of {lang}.md to translate.",
        "Wrote {path}: a draft with the {number} words of {lang}.md to translate.",
        words,
        path=workspace.shown(path),
        lang=original.lang,
    )
    return f"{wrote}\n{gettext('Translate them in place, then delete the line `status: draft`.')}\n"
