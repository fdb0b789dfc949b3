"""One language of a project: what it needs, what of it is there, and how it will look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.shell.build.project_linking import link_project, open_store
from noticeboard.shell.build.theme_catalogues import catalogue_bytes, catalogue_path, messages_said
from noticeboard.site.language_readiness import ReadinessStep, steps
from noticeboard.sources.catalogue_file import read_catalogue

if TYPE_CHECKING:
    from noticeboard.shell.project import Project


def language_steps(project: Project, tag: str) -> tuple[ReadinessStep, ...]:
    """What the language needs on this platform, from its catalogue to its terms."""
    with open_store(project) as store:
        site = link_project(project, store).site
    data = catalogue_bytes(project)[0].get(tag)
    catalogue = None if data is None else read_catalogue(tag, data, str(catalogue_path(project, tag)))
    return steps(tag, site, catalogue, messages_said(project)[0])
