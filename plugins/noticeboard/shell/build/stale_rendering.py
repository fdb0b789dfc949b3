"""Puts stale pages into the staging folder: as bytes from the store where it has them, else rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from noticeboard.digest import digest
from noticeboard.languages.collation import sort_key
from noticeboard.shell.build.output_state import content_digest
from noticeboard.shell.build.page_rendering import stage_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.pages.freshness import Fingerprint, StalePage
    from noticeboard.pages.views.page import Page
    from noticeboard.shell.build.page_rendering import Rendered
    from noticeboard.shell.build.renderer import Renderer
    from noticeboard.shell.build.staging import Staging
    from noticeboard.shell.cache.store import Store
    from noticeboard.shell.terminal.progress import Silent

_MANY = 1_000
"""Pages among which some are sorted most likely, for which the table of collation is loaded."""

_OF_ANNOUNCEMENTS = ("announcement.html", "")
"""The templates of an announcement's pages; documents, most of which are its calendars, have none."""

_VIEW = 64
"""How many letters of the view's digest are kept in front of a page's bytes."""


class Rendering(Struct, frozen=True):
    """Where pages go, where their bytes are kept, what renders them, and what shows the progress."""

    staging: Staging
    store: Store
    renderer: Renderer
    progress: Silent


def stage_stale(stale: list[StalePage], new: dict[str, Fingerprint], rendering: Rendering) -> dict[str, str]:
    """The digest of the content of each page staged, by path; completes the `new` fingerprints with their views.

    Raises BrokenTemplate and OSError.
    """
    pages = sorted((s.page for s in stale), key=_place)
    contents = _recalled(pages, new, rendering)
    rest = [page for page in pages if page.path not in contents]
    # What is loaded before processes start need not be loaded by each of them: templates, and the table of collation.
    rendering.renderer.checked({page.template for page in rest} - {""})
    if len(rest) > _MANY:
        sort_key("", "")

    def done(some: Sequence[Page], rendered: Sequence[Rendered]) -> None:
        found = list(zip(some, rendered, strict=True))
        for page, one in found:
            new[page.path] = replace(new[page.path], view=one.view)
            contents[page.path] = one.content
        keys = ((_key(page, new[page.path]), one.kept) for page, one in found)
        rendering.store.keep_published((key, kept) for key, kept in keys if key)

    stage_pages(rest, rendering.renderer, rendering.staging, done, rendering.progress)
    return contents


def _place(page: Page) -> tuple[str, str]:
    """Where a page is in the order of rendering: what pages share is made once if they are rendered together.

    The versions of an announcement share its facts, lists of a language their cards.
    """
    lang, _, path = page.path.partition("/")
    return ("", path) if page.template in _OF_ANNOUNCEMENTS else (lang, path)


def _recalled(pages: Sequence[Page], new: dict[str, Fingerprint], rendering: Rendering) -> dict[str, str]:
    """Stages the pages whose bytes are kept; the digests of their contents by path."""
    paths = {key: page.path for page in pages if (key := _key(page, new[page.path]))}
    contents = {}
    for key, found in rendering.store.published(paths):
        path, data = paths[key], found[_VIEW:]
        new[path] = replace(new[path], view=found[:_VIEW].decode())
        rendering.staging.write(path, data)
        contents[path] = content_digest(data)
    return contents


def _key(page: Page, fingerprint: Fingerprint) -> bytes:
    """What a page's bytes are kept under: all that they are made from; nothing if that is not known beforehand."""
    if not page.cache_key:
        return b""
    parts = (page.path, page.cache_key, fingerprint.common.templates, fingerprint.common.catalogue)
    return bytes.fromhex(digest(b"page", *map(str.encode, parts)))
