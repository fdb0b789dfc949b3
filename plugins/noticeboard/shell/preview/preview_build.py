"""One build of a preview, and its report to the browser."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.model import Location
from noticeboard.pages.next_change import next_change
from noticeboard.shell.build.output_plan import plan_pages
from noticeboard.shell.build.pelican_host import run_pelican
from noticeboard.shell.build.project_linking import link_project, open_store
from noticeboard.shell.build.theme_files import theme_files
from noticeboard.shell.preview.preview_request import failed
from noticeboard.shell.preview.version_comparison import comparisons
from noticeboard.shell.preview.worker_result import result
from noticeboard.shell.terminal.console import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from multiprocessing.connection import Connection

    from noticeboard.model import Problem
    from noticeboard.shell.build.output_writer import BuildResult
    from noticeboard.shell.build.project_linking import LinkedProject
    from noticeboard.shell.preview.preview_request import PreviewRequest
    from noticeboard.shell.project import Project


class BuildEnded(SystemExit):
    """Raised if the process was asked to end."""


class Listener(Terminal):
    """Prints to the terminal, and keeps the report for the browser."""

    watches = True

    def __init__(self) -> None:
        """Has heard of nothing yet."""
        self.found: list[Problem] = []
        self.changed = False
        self.comparisons: dict[str, str] | None = None
        self.due: float | None = None

    def problems(self, problems: Iterable[Problem], project: Project, done: BuildResult | None = None) -> None:
        """Prints the problems and keeps them."""
        self.found += problems
        super().problems(problems, project, done)

    def done(self, linked: LinkedProject, done: BuildResult) -> None:
        """Prints what was done and keeps whether that changed the site."""
        self.comparisons = comparisons(linked.site)
        self.due = _due(linked)
        self.changed = bool(done.written or done.removed)
        super().done(linked, done)


def build(request: PreviewRequest, project: Project, sender: Connection) -> None:
    """Builds with Pelican in this process, which must have built nothing before, and sends the result.

    It adds two fields to those of worker_result.py: `comparisons` by the files that offer them, and `due`, the time at
    which the site changes by itself, in seconds since 1970; null if it never does, and after a build that failed.
    """
    listener = Listener()
    given = {**request.overrides(), "NOTICEBOARD_LISTENER": listener}
    try:
        run_pelican(["-s", request.settings, "-o", str(project.output)], given)
    except BuildEnded:
        raise
    except SystemExit as end:
        if not listener.found:
            listener.problems([failed(_settings(request), str(end))], project)
    except Exception as fault:  # What a plugin raises has no narrower type.
        listener.found.append(failed(_settings(request), f"{type(fault).__name__}: {fault}"))
        _tell(sender, listener, project)
        raise
    _tell(sender, listener, project)


def _tell(sender: Connection, listener: Listener, project: Project) -> None:
    told = result(listener.found, project, changed=listener.changed)
    told |= {"comparisons": listener.comparisons, "due": listener.due}
    sender.send_bytes(json.dumps(told).encode())


def _due(linked: LinkedProject) -> float | None:
    found = next_change(linked.site, linked.now)
    return found.timestamp() if found else None


def _settings(request: PreviewRequest) -> Location:
    return Location(str(Path(request.settings).resolve()))


def warm_up(project: Project) -> None:
    """Does what most of a build does and writes nothing, so that processes forked off this one know the languages."""
    with open_store(project) as store:
        linked = link_project(project, store)
    # The next build reports what fails here.
    with suppress(OSError):
        themed = theme_files(project, linked.site.settings.colour)
        _ = linked.failed or [page.view for page in plan_pages(project, linked, themed)]
