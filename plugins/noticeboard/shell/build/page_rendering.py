"""Renders pages into the staging folder, in worker processes where it pays."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from noticeboard.compression import compressed
from noticeboard.model import Problem
from noticeboard.pages.freshness import view_digest
from noticeboard.shell.build.cluster import cluster
from noticeboard.shell.build.output_state import content_digest
from noticeboard.shell.build.renderer import BrokenTemplate
from noticeboard.shell.build.worker_pool import AHEAD, in_order, method, portions, processes, workers
from noticeboard.shell.terminal.progress import SILENT, Silent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from noticeboard.pages.views.page import Page
    from noticeboard.shell.build.cluster import Cluster
    from noticeboard.shell.build.renderer import Renderer
    from noticeboard.shell.build.staging import Staging

CHUNK = 120
"""Pages that a process renders at once; enough for the versions of an announcement to stay together mostly."""

PORTION = 3_000
"""Pages after which new processes take over: a forked process needs memory for all that it has looked at."""

BATCH = 24
"""Pages that a worker of a cluster gets at once: a megabyte or so."""

PAYS = 300
"""Pages for each process, below which starting it takes longer than what it saves."""


class Rendered(NamedTuple):
    """What came of a page besides its file: the digests of its view and of its bytes, and what is kept of it.

    `kept` is compressed: the view's digest, then the bytes.
    """

    view: str
    content: str
    kept: bytes


OnRendered = Callable[["Sequence[Page]", list[Rendered]], None]
"""Called with pages and what came of them."""


class RenderBatch(Struct, frozen=True):
    """Pages to render, and where their files are put: a page's place in the list and `first` are its number."""

    renderer: Renderer
    pages: Sequence[Page]
    folder: Path
    first: int

    def do(self, at: int, end: int) -> list[Rendered] | Problem:
        """Renders the pages from one place up to another: what came of them, or the problem of one at fault.

        A view that was rendered is let go of: those of all pages together take more memory than all texts.
        """
        found = list[Rendered]()
        try:
            for number, (data, rendered) in enumerate(_each(self.renderer, self.pages[at:end]), self.first + at):
                with open(f"{self.folder}/{number}", "wb") as file:  # noqa: PTH123 - there are thousands of them
                    file.write(data)
                found.append(rendered)
        except BrokenTemplate as broken:
            return broken.problem
        return found


def _each(renderer: Renderer, pages: Sequence[Page]) -> Iterator[tuple[bytes, Rendered]]:
    for page in pages:
        data = renderer.render(page)
        view = view_digest(page)
        yield data, Rendered(view, content_digest(data), compressed(view.encode() + data))
        page.forget()


def stage_pages(
    pages: Sequence[Page], renderer: Renderer, staging: Staging, on_rendered: OnRendered, progress: Silent = SILENT
) -> None:
    """Renders the pages into the staging folder, and passes on the results in portions, in order.

    Raises BrokenTemplate for the first page that cannot be rendered, and OSError.
    """
    first = len(staging.written)
    work = RenderBatch(renderer, pages, staging.reserve([page.path for page in pages]), first)
    if (spread := cluster()) and renderer.is_portable():
        _on_cluster(spread, work, on_rendered, progress)
        return
    forks = method() == "fork"
    number = processes(len(pages), PAYS) if forks or renderer.is_portable() else 1
    do = work.do if number == 1 else _do
    for portion in portions([CHUNK] * -(-len(pages) // CHUNK), PORTION if forks else len(pages)):
        starts = [number * CHUNK for number in portion]
        calls = ((at, min(at + CHUNK, len(pages))) for at in starts)
        with workers(number, _start, work) as executor:
            for at, found in zip(starts, in_order(executor, _ahead(number), do, calls), strict=True):
                if isinstance(found, Problem):
                    raise BrokenTemplate(found)
                on_rendered(pages[at : at + CHUNK], found)
                progress.show("Pages", min(at + CHUNK, len(pages)), len(pages))


def _ahead(number: int) -> int:
    """How many batches are given out before one is taken; this process alone does one after the other."""
    return 1 if number == 1 else AHEAD * number


def _on_cluster(spread: Cluster, work: RenderBatch, on_rendered: OnRendered, progress: Silent) -> None:
    """Has the workers of a cluster render; what they give is written here. Batches wait here until there is room."""
    renderer, starts = spread.shared(work.renderer), range(0, len(work.pages), BATCH)
    calls = ((renderer, work.pages[at : at + BATCH]) for at in starts)
    for at, found in zip(starts, in_order(spread.executor, 2 * spread.width, _afar, calls), strict=True):
        if isinstance(found, Problem):
            raise BrokenTemplate(found)
        pages = work.pages[at : at + BATCH]
        for number, (page, (data, _)) in enumerate(zip(pages, found, strict=True), work.first + at):
            (work.folder / str(number)).write_bytes(data)
            page.forget()
        on_rendered(pages, [rendered for _, rendered in found])
        progress.show("Pages", min(at + BATCH, len(work.pages)), len(work.pages))


def _afar(renderer: Renderer, pages: Sequence[Page]) -> list[tuple[bytes, Rendered]] | Problem:
    """What a worker of a cluster gives for some pages."""
    try:
        return list(_each(renderer, pages))
    except BrokenTemplate as broken:
        return broken.problem


_WORK: list[RenderBatch] = []
"""What this process, where it is a worker, was started for."""


def _start(work: RenderBatch) -> None:
    _WORK.append(work)


def _do(at: int, end: int) -> list[Rendered] | Problem:
    return _WORK[-1].do(at, end)
