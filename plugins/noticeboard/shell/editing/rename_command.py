"""`noticeboard rename`: gives an announcement another name, keeps its former address and updates every link to it."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import click

from noticeboard.shell.editing.file_changes import change
from noticeboard.shell.editing.rename_edits import edited, former, restamped
from noticeboard.shell.editing.workspace import open_workspace
from noticeboard.shell.terminal.console import put
from noticeboard.shell.terminal.program_messages import gettext
from noticeboard.shell.terminal.refusals import refused, wrong
from noticeboard.sources.folder_names import is_name
from noticeboard.sources.portable_names import is_portable

if TYPE_CHECKING:
    from pathlib import Path

    from noticeboard.settings import Kind
    from noticeboard.shell.editing.workspace import Workspace
    from noticeboard.site import Announcement, Source

YEAR = re.compile(r"\d{4}")
"""A name that is the address of the list of a year."""


def run_rename(settings: str, old: str, new: str) -> None:
    """Renames the announcement and prints what changed; changes nothing if there is an obstacle."""
    workspace = open_workspace(settings)
    announcement = workspace.announcement(old)
    name = new_name(workspace, announcement.kind, new)
    key = f"{announcement.kind.name}/{name}"
    _check(workspace, announcement, key)
    edits = {source.path: edited(workspace, source, announcement, key) for source in _every(workspace)}
    changed = {path: data for path, data in edits.items() if data is not None}
    for one in workspace.site.every.values():
        changed |= restamped(workspace, one, changed)
    files = {_moved(workspace, path, announcement.key, key): data for path, data in changed.items()}
    change(files, (workspace.project.content / announcement.key, workspace.project.content / key))
    put(_said(workspace, announcement, key, changed), sys.stdout)


def new_name(workspace: Workspace, kind: Kind, asked: str) -> str:
    """The name of a folder that is to be made for an announcement of that kind; raises UsageError, ClickException."""
    before, _, name = asked.strip("/").removeprefix("content/").rpartition("/")
    if before not in ("", kind.name):
        wrong(
            "{asked} is of another kind. Name it {name}/{name_2} or only {name_2}.",
            asked=asked,
            name=kind.name,
            name_2=name,
        )
    if not is_name(name):
        wrong(
            "{name} cannot be part of an address. Use small letters a to z, digits and hyphens, such as school-trips.",
            name=name,
        )
    if not is_portable(name):
        told = gettext("Windows cannot have a file or a folder with the name {name}.", name=name)
        told = f"{told} {gettext('Choose another name.')}"
        raise click.UsageError(told)
    if kind.listed and YEAR.fullmatch(name):
        wrong("{name} is the address of the list of that year. Add a word, such as survey-{name}.", name=name)
    if (workspace.project.content / kind.name / name).exists():
        refused("{shown} is already there. Nothing was changed.", shown=workspace.shown(f"{kind.name}/{name}"))
    return name


def _check(workspace: Workspace, announcement: Announcement, key: str) -> None:
    unread = [path for one in workspace.names() for path in workspace.texts(one)]
    known = {source.path for source in _every(workspace)}
    if broken := [path for path in unread if path not in known]:
        refused(
            "{shown} cannot be read, so its links cannot be updated. `noticeboard check {shown}` tells what is"
            " wrong in it. Nothing was changed.",
            shown=workspace.shown(broken[0]),
        )
    for other in workspace.site.every.values():
        if other is not announcement and former(key, other.kind) in other.facts.moved_from:
            message = "{key} is a former address of {key_2} (`moved_from`). Choose another name. Nothing was changed."
            refused(message, key=key, key_2=other.key)


def _every(workspace: Workspace) -> list[Source]:
    return [source for announcement in workspace.site.every.values() for source in announcement.sources]


def _moved(workspace: Workspace, path: str, old: str, new: str) -> Path:
    """Where a file will lie."""
    inside = path.startswith(f"{old}/")
    return workspace.project.content / (new + path.removeprefix(old) if inside else path)


def _said(workspace: Workspace, announcement: Announcement, key: str, changed: dict[str, bytes]) -> str:
    old = announcement.key
    own = [path for path in changed if path.startswith(f"{old}/")]
    named = [workspace.shown(key + path.removeprefix(old) if path in own else path) for path in changed]
    lines = [
        gettext("{old} is now {key}; its former address leads there.", old=old, key=key),
        *(gettext("Updated: {path}", path=path) for path in sorted(named)),
    ]
    return "".join(f"{line}\n" for line in lines)
