"""What pages are made from besides their views, as digests: templates, catalogues, the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.digest import digest
from noticeboard.pages.freshness import FingerprintInputs, template_digests
from noticeboard.shell.build.host_code import host_digest, own_folders

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from noticeboard.pages.views.page import Page
    from noticeboard.shell.build.project_linking import LinkedProject
    from noticeboard.shell.build.renderer import Renderer
    from noticeboard.shell.cache.store import Store
    from noticeboard.shell.project import Project


def fingerprint_inputs(
    project: Project, linked: LinkedProject, pages: Iterable[Page], renderer: Renderer, store: Store
) -> FingerprintInputs:
    """The digests for these pages; raises BrokenTemplate where a template is missing or malformed."""
    settings, digests = linked.site.settings, linked.digests
    common = digests.get(settings.default_language, "").encode()
    every = digest(*(f"{tag} {found}".encode() for tag, found in sorted(digests.items())))
    catalogues = {tag: digest(digests.get(tag, "").encode(), common) for tag in settings.languages}
    host = host_digest(renderer.host, own_folders(project), project.began)
    names = sorted({page.template for page in pages} - {""})
    return FingerprintInputs(_templates(linked, names, renderer, store, host), {**catalogues, "": every}, store.program)


def _templates(
    linked: LinkedProject, names: list[str], renderer: Renderer, store: Store, host: str
) -> Mapping[str, str]:
    """The digest of each template with the host's; all are looked through only where something in one changed."""

    def read(_: str) -> dict[str, str]:
        renderer.checked(names)
        return template_digests(names, renderer.environment)

    key = bytes.fromhex(digest(b"templates", linked.templates.digest.encode(), *map(str.encode, names)))
    found = store.recall({"": key}, read, dict[str, str])[0][""]
    return {name: digest(mark.encode(), host.encode()) for name, mark in found.items()}
