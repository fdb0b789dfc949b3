"""`noticeboard status`: how current every version of every announcement is, and what to do first."""

from __future__ import annotations

import gc
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.report.state_report import standings_as_csv, standings_as_json
from noticeboard.report.work_list import as_overview, as_waiting, as_work_list
from noticeboard.shell.build.content_reader import read_briefly
from noticeboard.shell.build.project_linking import open_store
from noticeboard.shell.editing.workspace import Workspace, checked_day, unreadable
from noticeboard.shell.project import instant, load_project
from noticeboard.shell.terminal.console import appearing, put, put_utf_8
from noticeboard.shell.terminal.program_messages import language_of, messages_in, spoken
from noticeboard.shell.terminal.refusals import wrong
from noticeboard.site import Site
from noticeboard.site.site_builder import announcements_of
from noticeboard.site.translation_tasks import rows, tasks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.shell.build.content_reader import ProjectContent
    from noticeboard.shell.project import Project


@dataclass(frozen=True, slots=True)
class StatusRequest:
    """What a call of `noticeboard status` asks for, as it was typed."""

    settings: str
    languages: tuple[str, ...] = ()
    format: str = "text"
    today: str = ""


def run_status(asked: StatusRequest) -> int:
    """Prints the states and returns the exit code: 0, or 1 where an announcement cannot be read and is left out."""
    project = load_project(asked.settings, {"NOTICEBOARD_TODAY": checked_day(asked.today)} if asked.today else {})
    gc.disable()
    try:
        reading = _read(project)
        site = _site(project, reading)
    finally:
        gc.enable()
    desk = Workspace(project, site)
    chosen = tuple(desk.language(lang) for lang in asked.languages)
    unread = _unread(desk, reading)
    found = rows(site, (a for key, a in site.every.items() if key not in unread))
    languages = chosen or site.settings.languages
    if asked.format == "text":
        reader = language_of(project)
        speech = messages_in(reader)
        hint = {lang: tasks(found, site.today, [lang]) for lang in chosen}
        lists = (as_work_list(hint[lang], lang, speech, reader) for lang in chosen)
        # If nothing can be read, there are only the reports about each file.
        overview = as_overview(found, tasks(found, site.today), languages, speech) if found or not unread else ""
        waiting = as_waiting(found, languages, speech)
        put(("\n".join(lists) if chosen else overview + appearing(site)) + waiting, sys.stdout)
    else:
        put_utf_8((standings_as_json if asked.format == "json" else standings_as_csv)(found, languages))
    for key, paths in unread.items():
        put(_left_out(desk, key, paths), sys.stderr)
    return 1 if unread else 0


def _read(project: Project) -> ProjectContent:
    """The versions as they were read last, if they have not changed since."""
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


def _unread(desk: Workspace, reading: ProjectContent) -> dict[str, list[str]]:
    """The announcements of which a version cannot be read, and those versions; of the others too little is known."""
    read = {source.path for source in reading.sources}
    texts = {key: desk.texts(key) for key in desk.names()}
    missing = {key: [path for path in paths if path not in read] for key, paths in texts.items()}
    return {key: paths for key, paths in missing.items() if paths}


def _left_out(desk: Workspace, key: str, paths: Iterable[str]) -> str:
    names = ", ".join(path.rpartition("/")[2] for path in paths)
    return (
        spoken(
            "{key} is left out, because {names} cannot be read: noticeboard check {key_2}",
            key=key,
            names=names,
            key_2=desk.shown(key),
        )
        + "\n"
    )
