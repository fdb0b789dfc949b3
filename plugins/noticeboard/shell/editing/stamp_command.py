"""`noticeboard stamp`: marks versions as current, and keeps them current after a change without a new meaning."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from noticeboard.markdown.segments.editorial_stamp import accepted
from noticeboard.markdown.segments.stamps import changes, digests, joined, stamp
from noticeboard.report.change_report import kind_name
from noticeboard.shell.editing.diff_command import translation_of
from noticeboard.shell.editing.file_changes import change
from noticeboard.shell.editing.original_edit import OriginalEdit, current_digests, edit_of, stamped_from
from noticeboard.shell.editing.workspace import open_workspace
from noticeboard.shell.terminal.console import put
from noticeboard.shell.terminal.program_messages import gettext, messages_of
from noticeboard.shell.terminal.refusals import refused, wrong
from noticeboard.site.translation_state import is_copy, original_of
from noticeboard.sources.front_matter_edit import EditError, set_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from noticeboard.shell.editing.workspace import Workspace
    from noticeboard.site import Announcement, Source


@dataclass(frozen=True, slots=True)
class StampRequest:
    """What a call of `noticeboard stamp` asks for, as it was typed."""

    settings: str
    name: str
    languages: tuple[str, ...] = ()
    editorial: bool = False
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class StampedVersion:
    """A version, the digests to stamp it with, its original's digests now, and whether it is a copy of the original."""

    source: Source
    digests: tuple[str, ...]
    now: tuple[str, ...]
    copied: bool = False


def run_stamp(request: StampRequest) -> None:
    """Stamps the versions and prints which; raises UsageError for wrong use, ClickException if it cannot be done."""
    if not request.editorial and (request.lines or not request.languages):
        wrong("Name the languages to stamp, for example: noticeboard stamp school-mentoring nl sv")
    workspace = open_workspace(request.settings)
    announcement = workspace.announcement(request.name)
    languages = [workspace.language(lang) for lang in request.languages]
    if request.editorial:
        _stamp_editorial(workspace, announcement, languages, request.lines)
        return
    pairs = [translation_of(workspace, announcement, lang) for lang in languages]
    _write(
        workspace,
        [StampedVersion(s, digests(stamp(o.segments)) or (), current_digests(o), is_copy(s, o)) for s, o in pairs],
    )


def _stamp_editorial(
    workspace: Workspace, announcement: Announcement, languages: Sequence[str], lines: Sequence[int]
) -> None:
    stamps: list[StampedVersion] = []
    said: list[str] = []
    for original in _translated(announcement, languages):
        found = [(s, d) for s in announcement.sources if (d := stamped_from(s, original)) is not None]
        edit = edit_of(workspace.path(original), [d for _, d in found], lines) if found else None
        if not edit:
            continue
        said += _told(workspace, original, edit)
        chosen = [(s, d) for s, d in found if not languages or s.lang in languages]
        stamps += [
            StampedVersion(s, tuple(accepted(d, edit.before, edit.digests, edit.runs)), edit.digests) for s, d in chosen
        ]
    if not said:
        raise click.ClickException(_nothing(workspace, announcement, lines))
    put("".join(said), sys.stdout)
    if sys.stdin.isatty() and not click.confirm(gettext("Does this leave the meaning as it was?")):
        raise click.Abort
    _write(workspace, stamps)


def _translated(announcement: Announcement, languages: Sequence[str]) -> list[Source]:
    """The texts that versions in these languages translate; all originals where none are named."""
    named = {s.header.translates.language for s in announcement.sources if s.lang in languages and s.header.translates}
    return [s for s in announcement.sources if (s.lang in named if languages else s.header.translates is None)]


def _told(workspace: Workspace, original: Source, edit: OriginalEdit) -> list[str]:
    told = [
        gettext(
            "Changed in {path} since {since}, and taken to mean what it meant:",
            path=workspace.shown(original.path),
            since=edit.since,
        )
        + "\n"
    ]
    for run in edit.runs:
        passages = [edit.now[location].passage for location in range(run.first, run.last)]
        told += [
            f"  {gettext('line {line}', line=passage.line)}: {kind_name(passage, messages_of())}\n"
            for passage in passages
        ]
        told += [] if passages else [f"  {gettext('a segment that was removed')}\n"]
    return told


def _nothing(workspace: Workspace, announcement: Announcement, lines: Sequence[int]) -> str:
    if lines:
        return gettext("Nothing has changed in the segments at these lines.")
    original = original_of(announcement)
    name = workspace.shown(original.path) if original else announcement.key
    return gettext("Nothing has changed in {name}, or no translation of it is stamped.", name=name)


def _write(workspace: Workspace, stamps: Iterable[StampedVersion]) -> None:
    """Writes all changed stamps, or none, and prints the new state of every version."""
    files: dict[Path, bytes] = {}
    said = []
    for one in stamps:
        path, found = workspace.path(one.source), one.source.header.translates
        if found and found.digest != joined(one.digests):
            value = {"language": found.language, "digest": joined(one.digests)}
            try:
                files[path] = set_key(path.read_bytes(), "translates", value)
            except EditError:
                refused(
                    "The line `translates` of {path} cannot be changed as it is written. Write `translates: "
                    "{language}` on a line of its own and try again.",
                    path=workspace.shown(one.source.path),
                    language=found.language,
                )
        moved = sum(found.counts for found in changes(one.digests, one.now))
        said.append(f"{workspace.shown(one.source.path)}: {_state(one, moved)}\n")
    change(files)
    put("".join(said), sys.stdout)


def _state(one: StampedVersion, moved: int) -> str:
    if moved:
        return gettext("outdated as before, segments: {moved}", moved=moved)
    draft = one.source.header.status == "draft"
    if one.copied and not draft:
        return gettext("outdated, for its text still is the original's")
    return gettext("current once it is no draft any more") if draft else gettext("current")
