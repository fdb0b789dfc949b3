"""Everything that will lie in the output folder, each file once, and who claims it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from noticeboard.freshness import Fingerprint, digest
from noticeboard.model import Place, Problem, error
from noticeboard.pages import addresses
from noticeboard.shell.picture_files import is_cleaned
from noticeboard.site.usage import linked_files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from noticeboard.pages.views import Page
    from noticeboard.shell.project import Project
    from noticeboard.site import Site


class Claim(Protocol):
    """A file that will lie in the output folder and is no page: its path there, and what claims it, for people."""

    @property
    def path(self) -> str:
        """Its path below the output folder."""

    @property
    def source(self) -> str:
        """What it is made from."""

    def fingerprint(self) -> Fingerprint:
        """Everything that its bytes depend on."""

    def data(self) -> bytes:
        """Its bytes; raises OSError."""


@dataclass(frozen=True, slots=True)
class Given:
    """A small file whose bytes are known."""

    path: str
    content: bytes
    source: str

    def fingerprint(self) -> Fingerprint:
        """It depends on its bytes alone."""
        return Fingerprint(digest(self.content), "", "", "")

    def data(self) -> bytes:
        """Its bytes."""
        return self.content


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that is published as it is: its path in the output, where it lies, and the digest of its bytes."""

    path: str
    origin: Path
    digest: str
    source: str

    def fingerprint(self) -> Fingerprint:
        """A copy depends on its bytes alone."""
        return Fingerprint(self.digest, "", "", "")

    def data(self) -> bytes:
        """Its bytes; raises OSError."""
        return self.origin.read_bytes()


def linked_copies(site: Site, content: Path) -> list[Copy]:
    """The files that published texts link to; pictures are not published as they are."""
    linked = linked_files(site.announcements.values(), site.files)
    return [
        Copy(addresses.media(path), content / path, site.files[path].digest, path)
        for path in sorted(linked)
        if not is_cleaned(site.files[path])
    ]


def theme_copies(project: Project) -> list[Copy]:
    """The theme's static files; raises OSError where one cannot be read."""
    copies = []
    for name in project.theme_static:
        root = project.theme / name
        files = [root] if root.is_file() else sorted(p for p in root.rglob("*") if p.is_file())
        for file in files:
            inner = file.name if root.is_file() else file.relative_to(root).as_posix()
            path = f"{project.theme_folder}/{inner}"
            copies.append(Copy(path, file, digest(file.read_bytes()), str(file)))
    return copies


def without_own_robots(pages: tuple[Page, ...], copies: Iterable[Claim]) -> tuple[Page, ...]:
    """The pages; where the platform brings its own robots.txt, without the one that the program would write."""
    brought = any(copy.path == addresses.ROBOTS for copy in copies)
    return tuple(p for p in pages if p.path != addresses.ROBOTS) if brought else pages


def collisions(pages: Iterable[Page], copies: Iterable[Claim]) -> list[Problem]:
    """A problem for each address that two things claim, or that is both a file and a folder."""
    claims: dict[str, list[str]] = {}
    for path, source in [(p.path, p.source) for p in pages] + [(c.path, c.source) for c in copies]:
        claims.setdefault(os.path.normcase(path), []).append(source)
    problems = [_collision(p, s) for p, s in claims.items() if len(s) > 1]
    folders = {parent for path in claims for parent in _parents(path)}
    return problems + [_file_and_folder(p, s) for p, s in claims.items() if p in folders]


def _parents(path: str) -> list[str]:
    parts = path.split("/")[:-1]
    return ["/".join(parts[: n + 1]) for n in range(len(parts))]


def _collision(path: str, sources: list[str]) -> Problem:
    what = "Two things claim the address {address}: {sources}."
    if "" in sources:
        what = "A list of this platform has the address {address}, and so has {sources}."
    return _collided(path, sources, what)


def _file_and_folder(path: str, sources: list[str]) -> Problem:
    return _collided(path, sources, "The address {address} of {sources} is also a folder with other pages.")


def _collided(path: str, sources: list[str], what: str) -> Problem:
    named = [s for s in sources if s]
    # A former address gives way more easily than a folder's name.
    former = [s for s in named if s.endswith("(moved_from)")]
    place = Place((former or named or [""])[-1].split(" ")[0])
    address = f"/{path.removesuffix('index.html')}"
    todo = "Rename one of the two folders."
    return error(place, "address-collision", what, todo, address=address, sources=", ".join(named))
