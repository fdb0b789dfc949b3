"""Plans what a linked project's output is, renders what is stale, stages it and moves it into place."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound

from noticeboard.freshness import Fingerprint, stale_pages
from noticeboard.model import Place, Problem, error
from noticeboard.pages import addresses
from noticeboard.pages.build import build_pages
from noticeboard.pages.frames import Assets
from noticeboard.shell.claims import Copy, Given, collisions, linked_copies, without_own_robots
from noticeboard.shell.ingredients import ingredients
from noticeboard.shell.next_change import next_change_line
from noticeboard.shell.picture_files import PictureFile, format_problems, keep, picture_files
from noticeboard.shell.progress import SILENT, Silent
from noticeboard.shell.renderer import BrokenTemplate, Renderer
from noticeboard.shell.rendering import stage_pages
from noticeboard.shell.search_index import Indexing, IndexingFailed, index_files
from noticeboard.shell.staging import Obstructed, Staging
from noticeboard.shell.store import Output
from noticeboard.shell.theme_files import theme_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from noticeboard.freshness import Stale
    from noticeboard.pages.views import Page
    from noticeboard.shell.claims import Claim
    from noticeboard.shell.link import Linked
    from noticeboard.shell.project import Project
    from noticeboard.shell.staging import State
    from noticeboard.shell.store import Outputs, Store


@dataclass(slots=True)
class Done:
    """What a build did: paths written (pages by reason), unchanged and removed, and the problems that stopped it.

    `indexing` is what of it was spent on search indexes.
    """

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)
    files: int = 0
    problems: list[Problem] = field(default_factory=list)
    seconds: float = 0.0
    indexing: Indexing = field(default_factory=Indexing)


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that will lie in a project's output: the pages, and the files that are published as they are."""

    project: Project
    linked: Linked
    pages: tuple[Page, ...]
    copies: list[Claim]
    indexing: Indexing


@dataclass(frozen=True, slots=True)
class Host:
    """What the host brings along: its Jinja environment, its static files, and whom to tell how far the build is."""

    environment: Environment
    statics: list[Copy]
    progress: Silent = SILENT


def write(project: Project, linked: Linked, store: Store, host: Host) -> Done:
    """Renders what is stale, stages it and moves it into place; where that fails, problems and nothing touched."""
    renderer = Renderer(host.environment, linked.catalogues)
    try:
        themed = theme_files(project)
        pages = plan_pages(project, linked, themed)
        spent = Indexing()
        copies = [*_own_files(project, linked), *themed, *host.statics, *index_files(pages, store, spent)]
        pages = without_own_robots(pages, copies)
        found = [*collisions(pages, copies), *format_problems(c for c in copies if isinstance(c, PictureFile))]
        if found:
            return Done(problems=found)
        return _written(Plan(project, linked, pages, copies, spent), store, renderer, host.progress)
    except (BrokenTemplate, IndexingFailed) as broken:
        return Done(problems=[broken.problem])
    except TemplateNotFound as fault:
        return Done(problems=[renderer.missing(str(fault.name))])
    except Obstructed as stopped:
        return Done(problems=stopped.problems)
    except OSError as fault:
        return Done(problems=[_disk_problem(project, fault)])


def plan_pages(project: Project, linked: Linked, themed: list[Claim]) -> tuple[Page, ...]:
    """Every page of the site; `themed` are the theme's own files."""
    return build_pages(linked.site, linked.catalogues, linked.now, assets(project, themed))


def _own_files(project: Project, linked: Linked) -> list[Claim]:
    """What announcements bring along, and when the site next needs building."""
    site = linked.site
    return [
        *picture_files(site, project.content, project.cache),
        *linked_copies(site, project.content),
        Given(addresses.NEXT_CHANGE, next_change_line(site, linked.now).encode(), "the deadlines"),
    ]


def _disk_problem(project: Project, fault: OSError) -> Problem:
    place = Place(str(fault.filename or project.output))
    what, todo = "The site cannot be written: {reason}.", "Make room or mend the permissions, then build again."
    return error(place, "not-written", what, todo, reason=fault.strerror or fault)


def assets(project: Project, themed: list[Claim]) -> Assets:
    """The addresses of the theme's own files, each with a mark of its bytes."""
    marks = {c.path: c.fingerprint().view[:8] for c in themed}

    def address(name: str) -> str:
        path = f"{project.theme_folder}/{name}"
        return f"{path}?v={marks[path]}" if path in marks else path

    return Assets(address("style.css"), address("site.js"), address("icon.svg"), address("search.js"))


def _written(plan: Plan, store: Store, renderer: Renderer, progress: Silent) -> Done:
    old = store.outputs()

    def intact(path: str) -> bool:
        return path in old and _state(plan.project, path) == old[path].state

    known = {p: found.fingerprint for p, found in old.items()}
    found = ingredients(plan.project, plan.linked, plan.pages, renderer, store)
    stale, new = stale_pages(plan.pages, found, known, intact)
    changed = [c for c in plan.copies if known.get(c.path) != c.fingerprint() or not intact(c.path)]
    new |= {c.path: c.fingerprint() for c in plan.copies}
    keep(c for c in changed if isinstance(c, PictureFile))
    with Staging(plan.project.output) as staging:
        for path, view in _stage(staging, renderer, stale, progress).items():
            new[path] = replace(new[path], view=view)
        for copy in changed:
            staging.write(copy.path, copy.data())
        staging.commit(new, lambda states: store.keep_outputs(_outputs(new, old, states), old))
        store.forget_unseen()
    reasons = {s.page.path: s.reason for s in stale} | {c.path: "its file changed" for c in changed}
    return Done(staging.written, staging.removed, reasons, len(new), indexing=plan.indexing)


def _stage(staging: Staging, renderer: Renderer, stale: list[Stale], progress: Silent) -> dict[str, str]:
    """Renders what is stale; the digests of the views by path."""
    # What the versions of one announcement share is made once if they are rendered one after the other.
    pages = sorted((s.page for s in stale), key=lambda page: page.path.partition("/")[2])
    # What is loaded before processes are started need not be loaded by each of them.
    renderer.checked({p.template for p in pages} - {""})
    digests = stage_pages(pages, renderer, staging, progress)
    return {page.path: digest for page, digest in zip(pages, digests, strict=True)}


def _state(project: Project, path: str) -> tuple[int, int] | None:
    """Size in bytes and mtime in nanoseconds of an output file; None where it is not there."""
    with suppress(OSError):
        found = os.lstat(f"{project.output}/{path}")
        return found.st_size, found.st_mtime_ns
    return None


def _outputs(new: Mapping[str, Fingerprint], old: Outputs, moved: Mapping[str, State]) -> Outputs:
    """What is known of the output after a build that moved files with these states; the others were as they are."""
    return {p: Output(f, *(moved.get(p) or old[p].state)) for p, f in new.items()}
