"""Pagefind as a process: it takes much memory while it puts a bundle together, so one does that at a time."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from noticeboard.shell.build.pagefind_service import PagefindService, pagefind_executable

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = '<html lang="nl"><body><p>Vragen over lezen op school.</p></body></html>'


def test_a_bundle_is_put_together_in_turn() -> None:
    """All files are read before its turn, and the process has ended when the next one begins."""
    told = list[object]()
    executable = pagefind_executable()
    assert executable is not None

    def files() -> Iterator[tuple[str, str]]:
        yield "a/index.html", PAGE
        told.append("read")

    @contextmanager
    def turn() -> Iterator[None]:
        told.append("begins")
        yield
        told.append(service._process.poll() is not None)  # noqa: SLF001 - nothing else shows it

    with PagefindService(executable) as service:
        made = service.bundle("nl", files(), turn())
    assert told == ["read", "begins", True]
    assert "pagefind-entry.json" in made
