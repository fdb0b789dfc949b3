"""Reads, links and checks a project: everything a build knows before it writes, and all that `check` needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.checks.rule_runner import site_findings, whole_site_findings
from noticeboard.checks.suppression import silenced
from noticeboard.model import Location, Problem, error, has_error, stops
from noticeboard.shell.build.changed_file import ChangedMeanwhile
from noticeboard.shell.build.content_reader import ProjectContent, read_content
from noticeboard.shell.build.deleted_texts import deleted_pages
from noticeboard.shell.build.former_deadlines import former_deadlines
from noticeboard.shell.build.kept_findings import kept_findings
from noticeboard.shell.build.manifest import written_files
from noticeboard.shell.build.output_files import address_problems
from noticeboard.shell.build.program_digest import program_digest
from noticeboard.shell.build.theme_catalogues import read_catalogues
from noticeboard.shell.build.theme_files import claimed_by_theme
from noticeboard.shell.build.theme_problems import theme_problems
from noticeboard.shell.build.theme_templates import Templates, read_templates
from noticeboard.shell.cache.store import Store
from noticeboard.shell.project import instant
from noticeboard.shell.terminal.progress import SILENT, Silent
from noticeboard.site import Site, build_site
from noticeboard.site.consequences import without_consequences
from noticeboard.site.moved_deadlines import moved_problems
from noticeboard.site.references import unjoined_problems
from noticeboard.site.removed_addresses import removed_problems
from noticeboard.site.site_builder import assembled_site

if TYPE_CHECKING:
    from noticeboard.shell.build.file_snapshot import FileMarks
    from noticeboard.shell.project import Project
    from noticeboard.sources.catalogue import Catalogues


@dataclass(slots=True)
class LinkedProject:
    """A project read, linked and checked: its site at one instant, and everything that is wrong with it."""

    site: Site
    now: datetime
    catalogues: Catalogues
    digests: dict[str, str]
    problems: list[Problem]
    parsed: int
    templates: Templates
    of_others: bool = False

    @property
    def failed(self) -> bool:
        """Whether nothing may be written: there is an error, or in a strict build a warning that is not the cache's."""
        return stops(self.problems, strict=self.site.settings.strict)


def open_store(project: Project, part: str = "") -> Store:
    """The project's store, which all commands share, or a separate one for a part of it."""
    return Store(project.cache / f"noticeboard{part}.sqlite", program_digest(project.began), project.output_name)


def published_problems(project: Project, linked: LinkedProject) -> tuple[Problem, ...]:
    """What the site in the output folder, or the version history, shows and the next site will not or will change.

    Nothing if not everything could be read.
    """
    if has_error(linked.problems):
        return ()
    # What only a preview has shown was never published.
    site, output = linked.site, set() if linked.site.settings.show_drafts else written_files(project.output)
    gone = removed_problems(output | deleted_pages(project.content, site), site)
    return (*gone, *moved_problems(former_deadlines(project.content, project.output, output, site), site))


def link_project(
    project: Project, store: Store, progress: Silent = SILENT, marks: FileMarks | None = None
) -> LinkedProject:
    """The project's site in its current state, and every problem of every stage.

    `marks` are those that the content's files had when the build began, if it looked at them.
    """
    try:
        return _linked(project, store, read_content(project, store, progress, marks))
    except ChangedMeanwhile:
        # A text changed, and the cache with what was known of it is gone: all files are looked at again.
        return _linked(project, store, read_content(project, store, progress))


def _linked(project: Project, store: Store, reading: ProjectContent) -> LinkedProject:
    themed, templates = theme_problems(project), read_templates(project)
    catalogues, digests, faults = read_catalogues(project, reading.settings, store, templates, reading.catalogues)
    now, clock_faults = _now(project, reading)
    today = now.astimezone(ZoneInfo(reading.settings.time_zone)).date()
    parts = reading.vocabularies, reading.files, today
    site, problems = assembled_site(reading.settings, reading.sources, *parts)
    seen, joined = site, [version.source for version in reading.partial.values() if version.joins]
    if joined:
        # Readable parts of versions with an error are checked, too, but not used.
        seen, problems = build_site(reading.settings, [*reading.sources, *joined], *parts)
        problems += site_findings(seen)
    else:
        problems += (*kept_findings(site, store), *whole_site_findings(site))
    problems += address_problems(project, seen, reading.static, claimed_by_theme(project), now)
    for version in reading.partial.values():
        problems += () if version.joins else unjoined_problems(version.source, seen.every, seen)
    if store.problem:
        reading.problems.append(store.problem)
    lasting = without_consequences(problems, reading.problems, reading.vocabularies, reading.partial)
    if any(p.name == "missing-theme" for p in themed):
        faults = []
    problems = (*reading.problems, *themed, *faults, *clock_faults, *lasting)
    said = silenced(problems, reading.ignored)
    return LinkedProject(site, now, catalogues, digests, list(said), reading.parsed, templates, store.of_others)


def _now(project: Project, reading: ProjectContent) -> tuple[datetime, list[Problem]]:
    """The instant as of which the site is built; the clock's and a problem where the one that was asked for is none."""
    try:
        return instant(project.today, ZoneInfo(reading.settings.time_zone)), []
    except ValueError:
        return datetime.now(UTC), [_wrong_day(project.today)]


def _wrong_day(day: str) -> Problem:
    if not day:
        message = "SOURCE_DATE_EPOCH is not a number of seconds for which a site can be built."
        hint = "Write the seconds since 1 January 1970, such as 1796083200, or remove the variable."
        return error(Location(""), "wrong-date", message, hint)
    message, hint = "{day} is not a date for which a site can be built.", "Write it like 2026-12-01."
    return error(Location(""), "wrong-date", message, hint, day=day)
