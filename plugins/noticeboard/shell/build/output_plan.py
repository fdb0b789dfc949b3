"""Plans what a linked project's output is: its pages, and the files that are published as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.formats.security_file import security_file
from noticeboard.pages import addresses
from noticeboard.pages.next_change import next_change_line
from noticeboard.pages.page_assets import Assets
from noticeboard.pages.page_list import build_pages
from noticeboard.pages.picture_variants import logo_variant
from noticeboard.pages.views.view_parts import Logo
from noticeboard.shell.build.output_files import GeneratedFile, linked_copies, platform_copies
from noticeboard.shell.build.picture_files import picture_files
from noticeboard.shell.build.theme_files import STYLESHEET

if TYPE_CHECKING:
    from noticeboard.pages.views.page import Page
    from noticeboard.settings import Settings
    from noticeboard.shell.build.output_files import OutputFile
    from noticeboard.shell.build.project_linking import LinkedProject
    from noticeboard.shell.build.search_index import Indexing
    from noticeboard.shell.project import Project
    from noticeboard.site import Site


class OutputPlan(Struct, frozen=True):
    """Everything that will lie in a project's output: the pages, and the files that are published as they are."""

    project: Project
    linked: LinkedProject
    pages: tuple[Page, ...]
    copies: list[OutputFile]
    indexing: Indexing


def plan_pages(project: Project, linked: LinkedProject, themed: list[OutputFile]) -> tuple[Page, ...]:
    """Every page of the site; `themed` are the theme's own files."""
    return build_pages(linked.site, linked.catalogues, linked.now, assets(project, linked.site, themed))


def own_files(project: Project, linked: LinkedProject) -> list[OutputFile]:
    """What announcements bring along, and when the site next needs building."""
    site = linked.site
    return [
        *picture_files(site, project.content, project.cache),
        *linked_copies(site, project.content),
        *platform_copies(site, project.content),
        GeneratedFile(addresses.NEXT_CHANGE, next_change_line(site, linked.now).encode(), "the deadlines"),
        *_security_files(site.settings),
    ]


def _security_files(settings: Settings) -> list[GeneratedFile]:
    if settings.security is None:
        return []
    text = security_file(settings.security, settings.siteurl, settings.languages)
    return [GeneratedFile(addresses.SECURITY, text, "platform.yml")]


def assets(project: Project, site: Site, themed: list[OutputFile]) -> Assets:
    """The addresses of the files that all pages load; `themed` are the theme's and the platform's own."""
    marks = {c.path: c.fingerprint().view[:8] for c in themed}

    def address(name: str) -> str:
        path = f"{project.theme_folder}/{name}"
        return f"{path}?v={marks[path]}" if path in marks else path

    return Assets(
        address(STYLESHEET),
        address("site.js"),
        address("icon.svg"),
        address("search.js"),
        address("search-near.js"),
        logo=_logo(site),
        stylesheets=tuple(map(address, project.stylesheets)),
    )


def _logo(site: Site) -> Logo | None:
    picture = site.files.get(site.settings.logo)
    if picture is None:
        return None
    shown = logo_variant(picture)
    return Logo(shown.path, shown.width, shown.height)
