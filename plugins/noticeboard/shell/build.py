"""One build: read, link and check; plan what to write; stage and move it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.freshness import Fingerprint, Ingredients, digest, stale_pages, template_digests
from noticeboard.model import Place, Problem, Severity, error, warning
from noticeboard.pages.build import build_pages
from noticeboard.pages.edition import Assets
from noticeboard.shell.claims import Copy, collisions, media_copies, theme_copies
from noticeboard.shell.program import program_digest
from noticeboard.shell.project import instant
from noticeboard.shell.reader import Reading, read_catalogues, read_content
from noticeboard.shell.renderer import BrokenTemplate, Renderer
from noticeboard.shell.staging import Staging
from noticeboard.shell.store import Store
from noticeboard.site import Site, build_site

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from jinja2 import Environment

    from noticeboard.freshness import Stale
    from noticeboard.pages.views import Page
    from noticeboard.shell.project import Project
    from noticeboard.sources.catalogue import Catalogues

Outputs = dict[str, tuple[Fingerprint, int, int]]


@dataclass(slots=True)
class Linked:
    """A project read, linked and checked: its site at one instant, and everything that is wrong with it."""

    site: Site
    now: datetime
    catalogues: Catalogues
    digests: dict[str, str]
    problems: list[Problem]
    parsed: int

    @property
    def failed(self) -> bool:
        """Whether nothing may be written: there is an error, or a warning and the build is strict."""
        worst = {p.severity for p in self.problems}
        return Severity.ERROR in worst or (self.site.settings.strict and bool(worst))


@dataclass(slots=True)
class Done:
    """What a build did: paths written (pages by reason), unchanged and removed, and the problems that stopped it."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)
    files: int = 0
    problems: list[Problem] = field(default_factory=list)


def open_store(project: Project) -> Store:
    """The store for the project's output folder."""
    name = digest(str(project.output).encode())[:16]
    return Store(project.cache / f"noticeboard-{name}.sqlite", program_digest())


def link(project: Project, store: Store) -> Linked:
    """The project's site as it stands now, and every problem of every stage."""
    reading = read_content(project, store)
    catalogues, digests, faults = read_catalogues(project, reading.settings.default_language)
    now, clock_faults = _now(project, reading)
    today = now.astimezone(ZoneInfo(reading.settings.time_zone)).date()
    site, problems = build_site(
        reading.settings, reading.sources, reading.vocabularies, reading.files, today
    )
    if store.warning:
        reading.problems.append(warning(Place(""), "cache-lost", store.warning, ""))
    problems = (*reading.problems, *faults, *clock_faults, *_whole(reading, problems))
    return Linked(site, now, catalogues, digests, list(problems), reading.parsed)


def _whole(reading: Reading, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems of how parts fit together; not those that only follow from a file that could not be read."""
    unread = any(p.severity is Severity.ERROR for p in reading.problems)
    follow = {"broken-link", "missing-original", "unused-file", "missing-key", "no-text"}
    return tuple(p for p in problems if not (unread and p.name in follow))


def _now(project: Project, reading: Reading) -> tuple[datetime, list[Problem]]:
    zone = ZoneInfo(reading.settings.time_zone)
    try:
        return instant(project.today, zone), []
    except ValueError:
        what = f"{project.today or 'SOURCE_DATE_EPOCH'} is no day."
        problem = error(Place(project.settings_file), "wrong-date", what, "Write it like 2026-12-01.")
        return instant("1970-01-01", zone), [problem]


def write(
    project: Project, linked: Linked, store: Store, environment: Environment, statics: list[Copy]
) -> Done:
    """Renders what is stale, stages it and moves it into place; problems instead, and nothing touched, where that fails."""
    renderer = Renderer(environment, linked.catalogues)
    try:
        copies = [*media_copies(linked.site, project.content), *theme_copies(project), *statics]
        pages = build_pages(linked.site, linked.catalogues, linked.now, _assets(project, copies))
        found = collisions(pages, copies)
        return Done(problems=found) if found else _written(project, linked, store, renderer, pages, copies)
    except BrokenTemplate as broken:
        return Done(problems=[broken.problem])
    except OSError as fault:
        return Done(problems=[_disk_problem(project, fault)])


def _disk_problem(project: Project, fault: OSError) -> Problem:
    place = Place(str(fault.filename or project.output))
    what = f"The site cannot be written: {fault.strerror or fault}."
    return error(place, "not-written", what, "Make room or mend the permissions, then build again.")


def _assets(project: Project, copies: list[Copy]) -> Assets:
    marks = {c.path: c.digest[:8] for c in copies}

    def address(name: str) -> str:
        path = f"{project.theme_folder}/{name}"
        return f"{path}?v={marks[path]}" if path in marks else path

    return Assets(address("style.css"), address("site.js"), address("icon.svg"))


def _written(
    project: Project,
    linked: Linked,
    store: Store,
    renderer: Renderer,
    pages: tuple[Page, ...],
    copies: list[Copy],
) -> Done:
    old = store.outputs()

    def intact(path: str) -> bool:
        return path in old and _state(project, path) == old[path][1:]

    fingerprints = {p: f for p, (f, _, _) in old.items()}
    ingredients = _ingredients(linked, renderer, pages, store)
    stale, new = stale_pages(pages, ingredients, fingerprints, intact)
    changed = [c for c in copies if fingerprints.get(c.path) != c.fingerprint() or not intact(c.path)]
    new |= {c.path: c.fingerprint() for c in copies}
    with Staging(project.output) as staging:
        _stage(staging, renderer, stale, changed)
        staging.commit(new)
        store.keep_outputs(_outputs(project, new, old, set(staging.written)))
        store.forget_unseen()
    reasons = {s.page.path: s.reason for s in stale} | {c.path: "its file changed" for c in changed}
    return Done(staging.written, staging.removed, reasons, len(new))


def _stage(staging: Staging, renderer: Renderer, stale: list[Stale], changed: list[Copy]) -> None:
    for one in stale:
        staging.write(one.page.path, renderer.render(one.page))
    for copy in changed:
        staging.write(copy.path, copy.origin.read_bytes())


def _ingredients(
    linked: Linked, renderer: Renderer, pages: tuple[Page, ...], store: Store
) -> Ingredients:
    settings, digests = linked.site.settings, linked.digests
    common = digests.get(settings.default_language, "").encode()
    every = digest(*(f"{tag} {found}".encode() for tag, found in sorted(digests.items())))
    catalogues = {tag: digest(digests.get(tag, "").encode(), common) for tag in settings.languages}
    names = sorted({p.template for p in pages})
    renderer.checked(names)
    return Ingredients(
        template_digests(names, renderer.environment), {**catalogues, "": every}, store.program
    )


def _state(project: Project, path: str) -> tuple[int, int] | None:
    """Size in bytes and mtime in nanoseconds of an output file; None where it is not there."""
    with suppress(OSError):
        found = (project.output / path).stat()
        return found.st_size, found.st_mtime_ns
    return None


def _outputs(
    project: Project, new: Mapping[str, Fingerprint], old: Outputs, written: set[str]
) -> Outputs:
    states = {p: _state(project, p) or (0, 0) if p in written else old[p][1:] for p in new}
    return {p: (f, *states[p]) for p, f in new.items()}
