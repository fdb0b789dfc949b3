"""What commands print: problems, and what was done."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from noticeboard.languages.dates import date_text
from noticeboard.model import stops
from noticeboard.report import as_groups, as_text, counted, visible_name
from noticeboard.shell.build.build_record import timed
from noticeboard.shell.build.folder_walk import stays_inside
from noticeboard.shell.terminal.build_outcome import changed_files, outcome
from noticeboard.shell.terminal.program_messages import gettext, language_of, messages_of, ngettext
from noticeboard.site.appearing import still_to_appear

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TextIO

    from jinja2 import Environment

    from noticeboard.model import Problem
    from noticeboard.report import ProblemMessages
    from noticeboard.shell.build.output_writer import BuildResult
    from noticeboard.shell.build.project_linking import LinkedProject
    from noticeboard.shell.project import Project
    from noticeboard.site import Site

_READABLE = (".md", ".yml", ".po", ".html", ".py")
_LOOKS = {
    "path": {"bold": True},
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "name": {"fg": "cyan"},
    "excerpt": {"dim": True},
    "caret": {"fg": "red"},
}


class Terminal:
    """Prints the report of a build; `watches` says whether a changed file starts another build."""

    watches = False

    def problems(self, problems: Iterable[Problem], project: Project, done: BuildResult | None = None) -> None:
        """Prints the problems found before writing or while writing, and how far the writing came."""
        print_problems(problems, project, outcome(done.written, done.removed) if done else "")

    def changed_meanwhile(self, files: Iterable[str]) -> None:
        """Prints which files changed while the site was built; nothing if there are none."""
        put(changed_files([shown_from_here(file) for file in files]), sys.stderr)

    def linked(self, linked: LinkedProject, project: Project, environment: Environment) -> None:
        """Does nothing: other hosts receive the site and the templates before anything is written."""

    def done(self, linked: LinkedProject, done: BuildResult) -> None:
        """Prints what was done, and whether the cache could not be used."""
        if linked.of_others:
            said = messages_of().gettext(
                "The cache was made by another version of Noticeboard, a library or Python, or with another"
                " NOTICEBOARD_CACHE_KEY: everything was built again."
            )
            sys.stdout.write(f"{said}\n")
        sys.stdout.write(appearing(linked.site))
        sys.stdout.write(timed(counts(linked, len(done.written), done.files, len(done.removed)), done.seconds))


def print_problems(problems: Iterable[Problem], project: Project, outcome: str = "") -> None:
    """Prints every problem and their number to standard error; nothing if there are none.

    `outcome` says what was written if the problems stop a build; "" means nothing was.
    """
    found = sorted(set(problems))
    if not found:
        return
    messages, stream = messages_of(project), sys.stderr
    if stream.isatty():
        out = grouped(found, project, messages)
    else:
        out = f"{as_text(found, texts_of(found, project), relative_to(project), messages)}{counted(found, messages)}.\n"
    if stops(found, strict=project.defaults.strict):
        out = f"{out.rstrip()} {outcome or messages.gettext('Nothing was written.')}\n"
    put(out, stream)


def grouped(problems: list[Problem], project: Project, messages: ProblemMessages) -> str:
    """The problems for a person at a terminal: grouped by file, in colours unless NO_COLOR is set."""
    paint = _plain if os.environ.get("NO_COLOR") else _painted
    return as_groups(problems, texts_of(problems, project), relative_to(project), messages, paint)


def put(text: str, stream: TextIO) -> None:
    """Writes the text; characters that the stream's encoding lacks are written as codes."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))


def put_utf_8(text: str) -> None:
    """Writes the text to standard output as UTF-8, whatever the terminal's encoding: it is for programs and files."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode(errors="backslashreplace"))
    sys.stdout.buffer.flush()


def relative_to(project: Project) -> Callable[[str], str]:
    """A function from the path of a problem to the path that people see."""
    return cache(lambda path: shown_path(project, path))


def shown_path(project: Project, path: str) -> str:
    """The path of a problem, relative to the folder in which the command was called."""
    return shown_from_here(project.content / path) if path else "noticeboard"


def shown_from_here(path: str | Path) -> str:
    """The path relative to the folder in which the command was called, without control characters."""
    try:
        shown = Path(os.path.relpath(path)).as_posix()
    except ValueError:
        shown = Path(path).as_posix()
    return visible_name(shown)


def _painted(text: str, role: str) -> str:
    return click.style(text, **_LOOKS[role])  # type: ignore[arg-type]  # each look names parameters of style()


def _plain(text: str, _: str) -> str:
    return text


def texts_of(problems: Iterable[Problem], project: Project) -> dict[str, str]:
    """The contents of the files with problems, by path; "" for what cannot be shown."""
    return {path: _text(project, path) for path in {p.location.path for p in problems}}


def _text(project: Project, path: str) -> str:
    file = project.content / path
    if not path.endswith(_READABLE) or not stays_inside(file, _root(project, file)):
        return ""
    try:
        data = file.read_bytes()
    except OSError:
        return ""
    return data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _root(project: Project, file: Path) -> Path:
    """The folder that a file must lie in for its lines to be shown; a link may lead to what is nobody's business."""
    return next((root for root in (project.content, project.theme) if file.is_relative_to(root)), file.parent)


def appearing(site: Site) -> str:
    """A line for each announcement that appears on a later day."""
    lang = language_of()
    lines = (
        gettext("{announcement} appears on {day}.", announcement=key, day=date_text(day, lang))
        for day, key in still_to_appear(site)
    )
    return "".join(f"{line}\n" for line in lines)


def counts(linked: LinkedProject, written: int, files: int, removed: int) -> str:
    """The closing line of a build without its seconds."""
    announcements, languages = len(linked.site.announcements), len(linked.site.settings.languages)
    message = "{announcements}, {languages}, {files}: {written} written, {unchanged} unchanged, {removed} removed"
    return gettext(
        message,
        announcements=ngettext("{number} announcement", "{number} announcements", announcements),
        languages=ngettext("{number} language", "{number} languages", languages),
        files=ngettext("{number} file", "{number} files", files),
        written=written,
        unchanged=files - written,
        removed=removed,
    )


def explained(done: BuildResult) -> str:
    """A line for each written file with the reason, and the time that search indexes took."""
    lines = [f"{path}: {reason}\n" for path, reason in sorted(done.reasons.items())]
    return "".join(lines) + _indexed(done)


def _indexed(done: BuildResult) -> str:
    if not done.indexing.languages:
        return ""
    words = ngettext(
        "{number} language indexed for the search in {seconds} seconds.",
        "{number} languages indexed for the search in {seconds} seconds.",
        len(done.indexing.languages),
        seconds=f"{done.indexing.seconds:.2f}",
    )
    return f"{words}\n"
