"""Renders what is stale of the planned output, stages it and moves it into place."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound
from msgspec import Struct

from noticeboard.model import Location, Problem, error
from noticeboard.pages.freshness import Fingerprint, stale_pages
from noticeboard.shell.build.changed_file import ChangedMeanwhile
from noticeboard.shell.build.file_moves import Interrupted
from noticeboard.shell.build.fingerprint_inputs import fingerprint_inputs
from noticeboard.shell.build.manifest import manifest_state
from noticeboard.shell.build.obstacles import Obstructed
from noticeboard.shell.build.output_files import (
    CopiedFile,
    collisions,
    without_own_robots,
)
from noticeboard.shell.build.output_plan import OutputPlan, own_files, plan_pages
from noticeboard.shell.build.output_state import OutputState, content_digest
from noticeboard.shell.build.picture_files import FOLDER, PictureFile, format_problems, keep
from noticeboard.shell.build.renderer import BrokenTemplate, Renderer
from noticeboard.shell.build.search_index import Indexing, IndexingFailed, index_files
from noticeboard.shell.build.staging import Staging
from noticeboard.shell.build.stale_rendering import Rendering, stage_stale
from noticeboard.shell.build.theme_files import theme_files
from noticeboard.shell.cache.cache_cleanup import remove_unused_files
from noticeboard.shell.cache.folder_lock import PREFIX
from noticeboard.shell.cache.known_outputs import Output
from noticeboard.shell.terminal.progress import SILENT, Silent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from noticeboard.shell.build.output_state import State
    from noticeboard.shell.build.project_linking import LinkedProject
    from noticeboard.shell.cache.known_outputs import Outputs
    from noticeboard.shell.cache.store import Store
    from noticeboard.shell.project import Project


_ATTEMPTS = 3
"""Builds of one output folder at once: how often one begins again because another one was faster."""


@dataclass(slots=True)
class BuildResult:
    """What a build did: paths written (pages by reason) and removed, number of files, and the problems that stopped it.

    `indexing` is what of it was spent on search indexes; `states` are the sizes and times of all its files.
    """

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)
    files: int = 0
    problems: list[Problem] = field(default_factory=list)
    seconds: float = 0.0
    indexing: Indexing = field(default_factory=Indexing)
    states: Mapping[str, State] = field(default_factory=dict)


class PelicanHost(Struct, frozen=True):
    """What Pelican provides: its Jinja environment, its static files, and the display of progress."""

    environment: Environment
    statics: list[CopiedFile]
    progress: Silent = SILENT


def write(project: Project, linked: LinkedProject, store: Store, host: PelicanHost) -> BuildResult:
    """Renders what is stale, stages it and moves it into place; if that fails, problems and what was moved before."""
    renderer = Renderer(host.environment, linked.catalogues, linked.templates)
    try:
        themed = theme_files(project, linked.site.settings.colour)
        pages = plan_pages(project, linked, themed)
        spent = Indexing()
        copies = [*own_files(project, linked), *themed, *host.statics, *index_files(pages, store, spent)]
        pages = without_own_robots(pages, copies)
        found = [*collisions(pages, copies), *format_problems(c for c in copies if isinstance(c, PictureFile))]
        if found:
            return BuildResult(problems=found)
        done = _written(OutputPlan(project, linked, pages, copies, spent), store, renderer, host.progress)
    except (BrokenTemplate, ChangedMeanwhile, IndexingFailed) as broken:
        return BuildResult(problems=[broken.problem])
    except TemplateNotFound as fault:
        return BuildResult(problems=[renderer.missing(str(fault.name))])
    except Obstructed as stopped:
        return BuildResult(problems=stopped.problems)
    except OSError as fault:
        return BuildResult(problems=[_disk_problem(project, fault)])
    return done


def _disk_problem(project: Project, fault: OSError) -> Problem:
    named = Path(str(fault.filename or project.output))
    # Nobody looks for a file that is gone when the message is read.
    is_staged = any(part.startswith(PREFIX) for part in named.parts)
    location = Location(str(project.output if is_staged else named))
    message, hint = "The site cannot be written: {reason}.", "Make room or change the permissions, then build again."
    return error(location, "not-written", message, hint, reason=fault.strerror or fault)


def _written(plan: OutputPlan, store: Store, renderer: Renderer, progress: Silent) -> BuildResult:
    """Builds until no other build has written meanwhile what this one took for its own; at last it keeps others out."""
    try:
        for attempt in range(_ATTEMPTS):
            with Staging(plan.project.output) as staging:
                if attempt == _ATTEMPTS - 1:
                    staging.lock_output()
                if done := _attempt(plan, Rendering(staging, store, renderer, progress)):
                    break
    except Interrupted as ended:
        return BuildResult(ended.moved, ended.removed, problems=[_disk_problem(plan.project, ended.fault)])
    store.tidy()
    used = {c.kept for c in plan.copies if isinstance(c, PictureFile)}
    remove_unused_files(plan.project.cache, plan.project.cache / FOLDER, used, time())
    return done or BuildResult()


def _attempt(plan: OutputPlan, rendering: Rendering) -> BuildResult | None:
    """Writes what is stale; None where another build has written since this one looked at the output."""
    staging, store = rendering.staging, rendering.store
    folder = plan.project.output
    mark, old = _mark(folder, store), store.outputs.read()
    output = OutputState(folder, old)
    known = {p: found.fingerprint for p, found in old.items()}
    found = fingerprint_inputs(plan.project, plan.linked, plan.pages, rendering.renderer, store)
    stale, new = stale_pages(plan.pages, found, known, output.intact)
    copies = {c.path: c.fingerprint() for c in plan.copies}
    changed = [c for c in plan.copies if known.get(c.path) != copies[c.path] or not output.intact(c.path)]
    new |= copies
    keep(c for c in changed if isinstance(c, PictureFile))
    contents = stage_stale(stale, new, rendering)
    for copy in changed:
        data = copy.data()
        staging.write(copy.path, data)
        contents[copy.path] = content_digest(data)
    outputs: Outputs = {}

    def moved(states: Mapping[str, State]) -> None:
        outputs.update(_outputs(new, old, output, contents, states))
        store.outputs.keep(outputs, old)

    if not staging.commit(new, moved, lambda: _mark(folder, store) == mark):
        return None
    reasons = {s.page.path: s.reason for s in stale} | {c.path: "its file changed" for c in changed}
    # In the order of the plan, which is nearly that of the paths.
    states = {path: outputs[path].state for path in new}
    return BuildResult(staging.written, staging.removed, reasons, len(new), indexing=plan.indexing, states=states)


def _mark(folder: Path, store: Store) -> tuple[bytes, tuple[int, int]]:
    """Another value after each build that wrote to the output folder, whatever cache it used."""
    return store.outputs.last_written(), manifest_state(folder)


def _outputs(
    new: Mapping[str, Fingerprint],
    old: Outputs,
    output: OutputState,
    contents: Mapping[str, str],
    moved: Mapping[str, State],
) -> Outputs:
    """What is known of the output after a build that moved files with these states; the others were intact."""
    written = {path: Output(new[path], *state, contents[path]) for path, state in moved.items()}
    left = {path: known for path, known in old.items() if path in new}
    others = {path for path, known in left.items() if known.fingerprint != new[path]} | output.restored.keys()
    for path in others - moved.keys():
        known = left[path]
        left[path] = Output(new[path], *output.restored.get(path, known.state), known.content)
    return left | written
