"""`noticeboard diff`: what has changed in an original since a version was translated, segment by segment."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from noticeboard.markdown.segments.stamps import digests, renewed
from noticeboard.report.change_report import ComparedFiles, as_change_report
from noticeboard.shell.editing.version_history import versions
from noticeboard.shell.editing.workspace import open_workspace
from noticeboard.shell.terminal.console import put
from noticeboard.shell.terminal.program_messages import gettext, messages_of, ngettext
from noticeboard.shell.terminal.refusals import refused
from noticeboard.site.original_changes import segment_changes
from noticeboard.site.segment_texts import segmented
from noticeboard.site.translation_state import TranslationState, original_of, version_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from noticeboard.markdown.segments.segment import SegmentText
    from noticeboard.shell.editing.workspace import Workspace
    from noticeboard.site import Announcement, Source
    from noticeboard.site.translation_state import VersionState


def run_diff(settings: str, name: str, lang: str) -> None:
    """Prints what has changed; raises ClickException for a version of which that cannot be said."""
    workspace = open_workspace(settings)
    announcement = workspace.announcement(name)
    source, original = translation_of(workspace, announcement, workspace.language(lang))
    now = segmented(workspace.path(original).read_bytes(), original.path)
    stamped = renewed(stamped_digests(workspace, announcement, source), [piece.segment for piece in now])
    unknown = set(stamped) - {piece.segment.digest for piece in now}
    old = old_passages(workspace.path(original), unknown) if unknown else {}
    found = segment_changes(stamped, now, segmented(workspace.path(source).read_bytes(), source.path), old)
    state = version_state(announcement, source.lang, workspace.site.today)
    behind = gettext("{behind}.md, from which it was made, is not current itself.", behind=state.behind)
    behind = f"{behind}\n" if state.behind else ""
    shown = {"path": workspace.shown(source.path), "original": f"{original.lang}.md"}
    moved = sum(one.change.counts for one in found)
    if not moved:
        put(f"{_unchanged(state, shown)}\n{behind}", sys.stdout)
        return
    files = ComparedFiles(workspace.shown(original.path), workspace.shown(source.path), original.lang, source.lang)
    message = "{path} translates {original}, of which {moved} of {every} segments have changed since."
    put(gettext(message, **shown, moved=moved, every=len(now)) + "\n\n", sys.stdout)
    put(f"{as_change_report(found, files, messages_of(workspace.project))}\n", sys.stdout)
    message = "When the translation is right: noticeboard stamp {key} {lang}"
    put(f"{behind}{gettext(message, key=announcement.key, lang=source.lang)}\n", sys.stdout)


def _unchanged(state: VersionState, shown: Mapping[str, str]) -> str:
    """What to say of a version whose original has not changed since its stamp."""
    if state.state is TranslationState.OUTDATED:
        return gettext("The text of {path} still is that of {original}. Translate it; its stamp is right.", **shown)
    return f"{gettext('{path} translates {original} as it is now.', **shown)} {_left(state)}"


def translation_of(workspace: Workspace, announcement: Announcement, lang: str) -> tuple[Source, Source]:
    """The version in that language and its original; raises ClickException if one of them is not there."""
    source = next((s for s in announcement.sources if s.lang == lang), None)
    if source is None:
        refused(
            "{key} has no version in {lang} yet. Make one: noticeboard translate {key} {lang}",
            key=announcement.key,
            lang=lang,
        )
    if source.header.translates is None:
        refused("{path} is an original: it translates nothing.", path=workspace.shown(source.path))
    original = original_of(announcement, source.header.translates.language)
    if original is None:
        refused(
            "{path} translates {language}.md, which does not exist.",
            path=workspace.shown(source.path),
            language=source.header.translates.language,
        )
    return source, original


def stamped_digests(workspace: Workspace, announcement: Announcement, source: Source) -> tuple[str, ...]:
    """What the version is stamped with; raises ClickException if it is not."""
    found = digests(source.header.translates.digest) if source.header.translates else None
    if found is None:
        refused(
            "{path} is not stamped, so nobody knows which text it translates. Compare it with its original "
            "once, then: noticeboard stamp {key} {lang}",
            path=workspace.shown(source.path),
            key=announcement.key,
            lang=source.lang,
        )
    return found


def old_passages(file: Path, wanted: Iterable[str]) -> dict[str, SegmentText]:
    """The passages of a file's past with these digests, as far as git's history holds them and time allows."""
    missing, found = set(wanted), {}
    for version in versions(file):
        for passage, segment in segmented(version.data):
            for digest in missing & {segment.digest, segment.former}:
                found[digest] = passage
        missing -= found.keys()
        if not missing:
            break
    return found


def _left(found: VersionState) -> str:
    """What is to be done with a version that is stamped with its original as it is."""
    if found.state is not TranslationState.DRAFT:
        return gettext("There is nothing to do.")
    if found.words:
        return ngettext(
            "It is a draft: {number} word of it is still that of the original.",
            "It is a draft: {number} words of it are still those of the original.",
            found.words,
        )
    return gettext("It is a draft: delete the line `status: draft` when it is done.")
