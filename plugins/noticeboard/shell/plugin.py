"""The only file with Pelican's signals and its Generator."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from pelican import signals
from pelican.generators import Generator
from pelican.settings import DEFAULT_CONFIG

from noticeboard.digest import digest
from noticeboard.model import Location, Problem, error
from noticeboard.shell.build.input_watch import InputWatch
from noticeboard.shell.build.output_files import CopiedFile
from noticeboard.shell.build.output_writer import BuildResult, PelicanHost, write
from noticeboard.shell.build.project_linking import link_project, open_store, published_problems
from noticeboard.shell.project import project_of
from noticeboard.shell.terminal.console import Terminal, counts, explained
from noticeboard.shell.terminal.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pelican import Pelican
    from pelican.contents import Static

_PELICANS_OWN = ("ARTICLE_PATHS", "PAGE_PATHS", "DIRECT_TEMPLATES")
"""What Pelican reads and writes by itself; with the values that it has by default it takes our sources for its own."""


def connect() -> None:
    """Connects the plugin to Pelican's signals."""
    signals.initialized.connect(_refuse_wiping)
    signals.initialized.connect(_refuse_pelicans_own)
    signals.initialized.connect(_take_over_statics)
    signals.initialized.connect(_find_templates)
    signals.get_generators.connect(_generators)


def _generators(_: object) -> type[Generator]:
    return NoticeboardGenerator


def _refuse_wiping(pelican: Pelican) -> None:
    """Ends the process where Pelican would wipe the output before the new site is known to be good."""
    if pelican.settings.get("DELETE_OUTPUT_DIRECTORY"):
        message = "DELETE_OUTPUT_DIRECTORY would wipe the site before the new one is known to be good."
        hint = "Leave it off (and -d away): files that are no longer needed are removed after success."
        problem = error(Location("pelicanconf.py"), "wrong-setting", message, hint)
        _stop([problem], pelican.settings)


def _refuse_pelicans_own(pelican: Pelican) -> None:
    """Ends the process where Pelican would publish the sources a second time or miss templates of its own."""
    message = (
        "Without `{setting} = []` Pelican makes pages of its own, or fails because the theme has no templates for them."
    )
    hint = "Add this line to the settings file."
    at_default = [name for name in _PELICANS_OWN if pelican.settings.get(name) == DEFAULT_CONFIG[name]]
    if at_default:
        location = Location("pelicanconf.py")
        _stop([error(location, "wrong-setting", message, hint, setting=name) for name in at_default], pelican.settings)


def _take_over_statics(pelican: Pelican) -> None:
    """Keeps the theme's static files for our staging: Pelican itself would write them again in every run."""
    settings = pelican.settings
    settings["NOTICEBOARD_THEME_STATIC"] = settings["THEME_STATIC_PATHS"]
    settings["THEME_STATIC_PATHS"] = []


def _find_templates(pelican: Pelican) -> None:
    """Lets folders of template overrides count from the settings file, where Pelican counts from the current folder."""
    folders = project_of(pelican.settings).templates[:-1]
    pelican.settings["THEME_TEMPLATES_OVERRIDES"] = [str(folder) for folder in folders]


def _stop(problems: list[Problem], settings: Mapping[str, Any]) -> None:
    _listener(settings).problems(problems, project_of(settings))
    raise SystemExit(1)


def _listener(settings: Mapping[str, Any]) -> Terminal:
    """Who is notified of the build; the preview sets a listener of its own."""
    found = settings.get("NOTICEBOARD_LISTENER")
    return found if isinstance(found, Terminal) else Terminal()


class NoticeboardGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Builds the platform in Pelican's run: links and checks in generate_context, writes in generate_output."""

    def generate_context(self) -> None:
        """Reads, links and checks the project. If there is an error, prints every problem and ends the process."""
        # A build keeps nearly everything until its end: collecting garbage would cost a tenth of its time.
        gc.disable()
        self._project = project_of(self.settings)
        self._listener = _listener(self.settings)
        # If the files are watched, a change starts another build and need not be reported.
        known = self.settings.get("NOTICEBOARD_COMMAND"), self.settings.get("NOTICEBOARD_MARKS")
        self._watch = None if self._listener.watches else InputWatch(self._project, *known)
        self._store = open_store(self._project)
        self._began = monotonic()
        with Progress() as progress:
            self._linked = link_project(
                self._project, self._store, progress, self._watch.marks if self._watch else None
            )
        self._linked.problems += published_problems(self._project, self._linked)
        if self._linked.failed:
            self._fail(BuildResult(problems=self._linked.problems))
        self._listener.problems(self._linked.problems, self._project)
        self._listener.linked(self._linked, self._project, self.env)

    def generate_output(self, _: object) -> None:
        """Writes what is stale, informs Pelican's other plugins, and prints what was done."""
        with Progress() as progress:
            done = write(self._project, self._linked, self._store, PelicanHost(self.env, self._statics(), progress))
        if done.problems:
            self._fail(done)
        for path in done.written:
            signals.content_written.send(str(self._project.output / path), context=self.context)
        if self.settings.get("NOTICEBOARD_EXPLAIN"):
            sys.stdout.write(explained(done))
        done.seconds = monotonic() - self._began
        self._listener.done(self._linked, done)
        if self._watch:
            self._listener.changed_meanwhile(self._watch.changed())
            self._watch.remember(self._linked, counts(self._linked, 0, done.files, 0), done.states)
        # The process ends anyway; a last garbage collection would take seconds on a large site.
        gc.freeze()
        gc.enable()

    def _fail(self, done: BuildResult) -> None:
        """Says what is wrong, what was written all the same, and what changed meanwhile; ends the process."""
        self._listener.problems(done.problems, self._project, done)
        if self._watch and all(problem.name != "changed-meanwhile" for problem in done.problems):
            self._listener.changed_meanwhile(self._watch.changed())
        raise SystemExit(1)

    def _statics(self) -> list[CopiedFile]:
        """The host's static files, taken over so that they are staged too and never written by a failed build.

        What is left in the context, Pelican's StaticGenerator would write a second time.
        """
        found = [_copy(s) for s in self.context.get("staticfiles", [])]
        self.context["staticfiles"] = []
        return found


def _copy(static: Static) -> CopiedFile:
    origin = Path(static.source_path)
    return CopiedFile(static.save_as, origin, digest(origin.read_bytes()), static.relative_source_path)
