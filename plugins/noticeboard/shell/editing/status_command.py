"""`noticeboard status`: how current every version of every announcement is, and what to do first."""

from __future__ import annotations

import gc
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.report.state_report import states_as_csv, states_as_json
from noticeboard.report.work_list import as_overview, as_waiting, as_work_list
from noticeboard.shell.build.content_reader import read_briefly
from noticeboard.shell.build.project_linking import open_store
from noticeboard.shell.editing.workspace import Workspace, checked_day, unreadable
from noticeboard.shell.project import instant, load_project
from noticeboard.shell.terminal.console import appearing, put, put_utf_8
from noticeboard.shell.terminal.program_messages import gettext, language_of, messages_in
from noticeboard.shell.terminal.refusals import wrong
from noticeboard.site import Site
from noticeboard.site.site_builder import announcements_of
from noticeboard.site.translation_tasks import rows, tasks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.shell.build.content_reader import ProjectContent
    from noticeboard.shell.project import Project
    from noticeboard.site.translation_tasks import StateRow


@dataclass(frozen=True, slots=True)
class StatusRequest:
    """What a call of `noticeboard status` asks for, as it was typed."""

    settings: str
    languages: tuple[str, ...] = ()
    format: str = "text"
    today: str = ""


def run_status(request: StatusRequest) -> int:
    """Prints the states and returns the exit code: 0, or 1 where an announcement cannot be read and is left out."""
    project = load_project(request.settings, {"NOTICEBOARD_TODAY": checked_day(request.today)} if request.today else {})
    reading, site = _read(project)
    workspace = Workspace(project, site)
    chosen = tuple(workspace.language(lang) for lang in request.languages)
    unread = _unread(workspace, reading)
    found = rows(site, (a for key, a in site.every.items() if key not in unread))
    if request.format == "text":
        # If nothing can be read, there are only the reports about each file.
        put(_report(workspace, found, chosen, nothing=bool(unread) and not found), sys.stdout)
    else:
        languages = chosen or site.settings.languages
        put_utf_8((states_as_json if request.format == "json" else states_as_csv)(found, languages))
    for key, paths in unread.items():
        put(_left_out(workspace, key, paths), sys.stderr)
    return 1 if unread else 0


def _report(workspace: Workspace, found: Sequence[StateRow], chosen: tuple[str, ...], *, nothing: bool) -> str:
    """The tasks in the chosen languages, or without any an overview of all; `nothing` leaves the overview out."""
    site, reader = workspace.site, language_of(workspace.project)
    messages = messages_in(reader)
    languages = chosen or site.settings.languages
    waiting = as_waiting(found, languages, messages)
    if chosen:
        lists = (as_work_list(tasks(found, site.today, [lang]), lang, messages, reader) for lang in chosen)
        return "\n".join(lists) + waiting
    overview = "" if nothing else as_overview(found, tasks(found, site.today), languages, messages)
    return overview + appearing(site) + waiting


def _read(project: Project) -> tuple[ProjectContent, Site]:
    """The content and its site. Garbage is collected afterwards, because nearly everything is kept until then."""
    gc.disable()
    try:
        reading = _content(project)
        return reading, _site(project, reading)
    finally:
        gc.enable()


def _content(project: Project) -> ProjectContent:
    """The versions; those that have not changed are taken from the cache."""
    with ExitStack() as stack:
        main = cache(lambda: stack.enter_context(open_store(project)))
        kept = stack.enter_context(open_store(project, "-status"))
        reading = read_briefly(project, kept, main)
    if faults := [p for p in reading.problems if p.severity == "error" and p.name != "unreadable-file"]:
        unreadable(project, faults[0])
    return reading


def _site(project: Project, reading: ProjectContent) -> Site:
    try:
        now = instant(project.today, zone := ZoneInfo(reading.settings.time_zone))
    except ValueError:
        wrong("{value} is not a date. Write it like 2026-12-01.", value=project.today or "SOURCE_DATE_EPOCH")
    every = {a.key: a for a in announcements_of(reading.settings, reading.sources)[0]}
    return Site(reading.settings, {}, (), {}, every, now.astimezone(zone).date())


def _unread(workspace: Workspace, reading: ProjectContent) -> dict[str, list[str]]:
    """The announcements of which a version cannot be read, and those versions; of the others too little is known."""
    read = {source.path for source in reading.sources}
    texts = {key: workspace.texts(key) for key in workspace.names()}
    missing = {key: [path for path in paths if path not in read] for key, paths in texts.items()}
    return {key: paths for key, paths in missing.items() if paths}


def _left_out(workspace: Workspace, key: str, paths: Iterable[str]) -> str:
    names = ", ".join(path.rpartition("/")[2] for path in paths)
    return (
        gettext(
            "{key} is left out, because {names} cannot be read: noticeboard check {key_2}",
            key=key,
            names=names,
            key_2=workspace.shown(key),
        )
        + "\n"
    )
