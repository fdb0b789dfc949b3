"""An open project for the commands that edit texts: its announcements and languages, by the names that people type."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, NoReturn

import click

from noticeboard.report import sentences
from noticeboard.shell.build.project_linking import link_project, open_store
from noticeboard.shell.project import load_project
from noticeboard.shell.terminal.console import shown_path
from noticeboard.shell.terminal.program_messages import gettext, messages_of
from noticeboard.shell.terminal.refusals import refused, wrong
from noticeboard.sources.folder_names import is_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from noticeboard.model import Problem
    from noticeboard.settings import Settings
    from noticeboard.shell.project import Project
    from noticeboard.site import Announcement, Site, Source


@dataclass(frozen=True, slots=True)
class Workspace:
    """A project and its site on the day of the command."""

    project: Project
    site: Site

    @property
    def settings(self) -> Settings:
        """The platform's settings."""
        return self.site.settings

    def announcement(self, name: str) -> Announcement:
        """The announcement with that name: `surveys/reading`, or `reading` if that is unique.

        Raises click.UsageError if there is none or more than one, and ClickException if it cannot be read.
        """
        key = named(name, self.names())
        unread = [path for path in self.texts(key) if path not in {s.path for a in self._found(key) for s in a.sources}]
        if unread:
            refused(
                "{shown} cannot be read: `noticeboard check {key}` says why.",
                shown=self.shown(unread[0]),
                key=self.shown(key),
            )
        return self.site.every[key]

    def names(self) -> list[str]:
        """Every announcement in the content folder, readable or not."""
        folders = (path for kind in self.settings.kinds for path in _folders(self.project.content / kind.name))
        return sorted(f"{path.parent.name}/{path.name}" for path in folders)

    def texts(self, key: str) -> list[str]:
        """The files of an announcement's versions, in the offered languages."""
        paths = (f"{key}/{lang}.md" for lang in self.settings.languages)
        return sorted(path for path in paths if (self.project.content / path).is_file())

    def language(self, lang: str) -> str:
        """The language, if the platform offers it; raises click.UsageError."""
        offered = self.settings.languages
        same = [tag for tag in offered if tag.lower() == lang.lower().replace("_", "-")]
        if lang not in offered:
            close = same or get_close_matches(lang, offered, n=1, cutoff=0.5)
            advice = (
                gettext("Did you mean {value}?", value=close[0])
                if close
                else gettext("It offers {offered}.", offered=", ".join(offered))
            )
            wrong("The platform does not offer the language {lang}. {advice}", lang=lang, advice=advice)
        return lang

    def path(self, source: Source) -> Path:
        """The path of a version on the disk."""
        return self.project.content / source.path

    def shown(self, path: str) -> str:
        """A path below the content folder, relative to the current folder."""
        return shown_path(self.project, path)

    def _found(self, key: str) -> list[Announcement]:
        return [self.site.every[key]] if key in self.site.every else []


def open_workspace(settings: str, today: str = "") -> Workspace:
    """The workspace for a settings file; raises ClickException if it has no content, UsageError for a wrong day."""
    project = load_project(settings, {"NOTICEBOARD_TODAY": checked_day(today)} if today else {})
    with open_store(project) as store:
        linked = link_project(project, store)
    fault = next(
        (p for p in linked.problems if p.location.path in ("platform.yml", settings, str(project.content))), None
    )
    if fault and fault.severity == "error":
        unreadable(project, fault)
    return Workspace(project, linked.site)


def named(name: str, keys: Iterable[str]) -> str:
    """The key of the announcement with that name; raises click.UsageError with the nearest name."""
    known, asked = list(keys), name.strip("/").removeprefix("content/")
    found = [key for key in known if asked in (key, key.partition("/")[2])]
    if len(found) > 1:
        wrong("{name} may be one of {found}. Write which one.", name=name, found=", ".join(found))
    if not found:
        wrong("There is no announcement {name}. {asked}", name=name, asked=_nearest(asked, known))
    return found[0]


def checked_day(text: str) -> str:
    """The text if it is a day; raises click.UsageError if not."""
    try:
        date.fromisoformat(text)
    except ValueError:
        wrong("{value} is not a date. Write it like 2026-12-01.", value=text)
    return text


def unreadable(project: Project, fault: Problem) -> NoReturn:
    """Raises click.ClickException for a problem with the project as a whole, with its place in a file."""
    location = fault.location
    where = f"{shown_path(project, location.path)}:{location.line}:{location.column}: "
    said = " ".join(sentences(fault, messages_of(project)))
    raise click.ClickException(said if location.path == str(project.content) else f"{where}{said}")


def _nearest(name: str, known: list[str]) -> str:
    by_name = {key.partition("/")[2]: key for key in known} | {key: key for key in known}
    close = get_close_matches(name, by_name, n=1, cutoff=0.5)
    if close:
        return gettext("Did you mean {value}?", value=by_name[close[0]])
    return (
        gettext("`noticeboard status` lists all.")
        if known
        else gettext("There is none yet: `noticeboard new survey NAME`.")
    )


def _folders(kind: Path) -> list[Path]:
    if not kind.is_dir():
        return []
    folders = (path for path in sorted(kind.iterdir()) if path.is_dir() and is_name(path.name))
    return [path for path in folders if any(path.glob("*.md"))]
