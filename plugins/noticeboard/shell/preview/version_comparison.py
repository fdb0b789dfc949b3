"""Comparisons of a version with its original in a preview: which pages offer one, and how it is made."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from noticeboard.exchange.version_document import read_translation, read_version_document
from noticeboard.pages import addresses
from noticeboard.pages.page_list import locale_contexts
from noticeboard.pages.translations.comparison_page import comparison_page
from noticeboard.shell.build.output_plan import assets
from noticeboard.shell.build.pelican_host import run_pelican
from noticeboard.shell.build.renderer import BrokenTemplate, Renderer
from noticeboard.shell.build.theme_files import theme_files
from noticeboard.shell.terminal.console import Terminal, print_problems
from noticeboard.site.translation_state import original_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from multiprocessing.connection import Connection

    from jinja2 import Environment

    from noticeboard.model import Problem
    from noticeboard.pages.views.page import Page
    from noticeboard.shell.build.output_writer import BuildResult
    from noticeboard.shell.build.project_linking import LinkedProject
    from noticeboard.shell.preview.preview_request import PreviewRequest
    from noticeboard.shell.project import Project
    from noticeboard.site import Announcement, Site, Source


def comparisons(site: Site) -> dict[str, str]:
    """Which file of the output offers which comparison: the page of every version that translates another."""
    return {
        addresses.file_of(addresses.announcement(lang, item)): addresses.quoted(addresses.comparison(item, lang))
        for item in site.announcements.values()
        for lang in item.versions
        if _pair(item, lang)
    }


def compare(request: PreviewRequest, project: Project, address: str, sender: Connection) -> None:
    """Reads the project and sends the page at that address below `_preview/compare/`; "" if there is none.

    Nothing is sent if the project has errors. This process must have built nothing before, and ends afterwards.
    """
    given = {**request.overrides(), "NOTICEBOARD_LISTENER": _Comparer(address, sender)}
    run_pelican(["-s", request.settings, "-o", str(project.output)], given)


class _Comparer(Terminal):
    """Makes the page as soon as the site is known, and ends the process before anything is written."""

    watches = True

    def __init__(self, address: str, sender: Connection) -> None:
        self._address, self._sender = address, sender

    def problems(self, problems: Iterable[Problem], project: Project, done: BuildResult | None = None) -> None:
        """Says nothing: the build has."""

    def linked(self, linked: LinkedProject, project: Project, environment: Environment) -> None:
        """Sends the page; raises SystemExit."""
        page = _page(self._address, linked, project)
        self._sender.send_bytes(json.dumps(_rendered(page, linked, project, environment) if page else "").encode())
        raise SystemExit(0)


def _rendered(page: Page, linked: LinkedProject, project: Project, environment: Environment) -> str:
    try:
        return Renderer(environment, linked.catalogues, linked.templates).render(page).decode()
    except BrokenTemplate as broken:
        print_problems([broken.problem], project)
        return ""


def _page(address: str, linked: LinkedProject, project: Project) -> Page | None:
    """The page of an address that ends with an announcement's key and a language; None if there is none."""
    key, _, lang = address.rpartition("/")
    item = linked.site.every.get(key)
    found = _pair(item, lang) if item else None
    if item is None or found is None:
        return None
    version, original = found
    themed = theme_files(project, linked.site.settings.colour)
    every = locale_contexts(linked.site, linked.catalogues, linked.now, assets(project, linked.site, themed))
    locale = next(locale for locale in every if locale.lang == lang)
    text = read_version_document((project.content / original.path).read_bytes(), original.path)
    own = read_translation((project.content / version.path).read_bytes(), version.path, text)
    return comparison_page(locale, item, text, own)


def _pair(item: Announcement, lang: str) -> tuple[Source, Source] | None:
    """The version in that language and the text that it translates."""
    version = next((source for source in item.sources if source.lang == lang), None)
    if version is None or version.header.translates is None:
        return None
    original = original_of(item, version.header.translates.language)
    return (version, original) if original else None
