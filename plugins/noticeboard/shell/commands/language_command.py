"""One language of a project: what it needs, what is there, and how it will look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.shell.build.project_linking import link_project, open_store
from noticeboard.shell.build.theme_catalogues import found_path, messages_said
from noticeboard.site.language_readiness import ReadinessStep, steps
from noticeboard.sources.catalogue_file import read_catalogue

if TYPE_CHECKING:
    from noticeboard.shell.project import Project


def language_steps(project: Project, tag: str) -> tuple[ReadinessStep, ...]:
    """What the language needs on this platform, from its catalogue to its terms."""
    with open_store(project) as store:
        site = link_project(project, store).site
    path = found_path(project, tag)
    catalogue = read_catalogue(tag, path.read_bytes(), str(path)) if path.is_file() else None
    return steps(tag, site, catalogue, messages_said(project)[0])
