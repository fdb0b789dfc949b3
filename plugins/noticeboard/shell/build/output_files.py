"""Every file of the output folder, once, with who claims it."""

from __future__ import annotations

from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from noticeboard.checks.address_collisions import are_apart
from noticeboard.checks.address_collisions import collisions as doubled
from noticeboard.digest import digest
from noticeboard.model import Location, Problem
from noticeboard.pages import addresses
from noticeboard.pages.freshness import Fingerprint
from noticeboard.pages.listings.listing_order import ListingOrder
from noticeboard.pages.output_paths import OutputPath, output_paths
from noticeboard.pages.picture_variants import logo_variant
from noticeboard.shell.build.changed_file import ChangedMeanwhile
from noticeboard.shell.build.picture_files import is_cleaned
from noticeboard.site.file_usage import published_documents
from noticeboard.site.logo import is_drawing, logo_files
from noticeboard.site.platform_documents import platform_documents
from noticeboard.sources.document_types import ending
from noticeboard.sources.svg import plain_svg

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from noticeboard.pages.views.page import Page
    from noticeboard.shell.project import Project
    from noticeboard.site import FileFacts, Site


class OutputFile(Protocol):
    """A file of the output that is no page: its path, and who claims it, for people."""

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


class GeneratedFile(Struct, frozen=True):
    """A small file whose bytes are known."""

    path: str
    content: bytes
    source: str

    def fingerprint(self) -> Fingerprint:
        """It depends on its bytes alone."""
        return Fingerprint(digest(self.content))

    def data(self) -> bytes:
        """Its bytes."""
        return self.content


class CopiedFile(Struct, frozen=True):
    """A file that is published unchanged: its path in the output, its source, and the digest of its bytes.

    The digest is that of `digest` or the plain hex SHA-256.
    """

    path: str
    origin: Path
    digest: str
    source: str

    def fingerprint(self) -> Fingerprint:
        """A copy depends on its bytes alone."""
        return Fingerprint(self.digest)

    def data(self) -> bytes:
        """Its bytes; raises OSError, and ChangedMeanwhile if they are others than those that the digest is of."""
        data = self.origin.read_bytes()
        if self.digest not in (digest(data), sha256(data).hexdigest()):
            raise ChangedMeanwhile(self.origin)
        return data


class Drawing(CopiedFile, frozen=True):
    """An SVG file, of which only the checked tree is published."""

    def data(self) -> bytes:
        """The drawing written again; raises OSError, and ChangedMeanwhile if it is another one by now."""
        return plain_svg(super().data())


def linked_copies(site: Site, content: Path) -> list[CopiedFile]:
    """The files that published texts link to; pictures are not published as they are."""
    linked = published_documents(site.announcements.values(), site.files)
    return [_linked(site.files[path], content) for path in sorted(linked) if not is_cleaned(site.files[path])]


def _linked(file: FileFacts, content: Path) -> CopiedFile:
    made = Drawing if ending(file.path) == "svg" else CopiedFile
    return made(addresses.document(file), content / file.origin, file.digest, file.path)


def platform_copies(site: Site, content: Path) -> list[CopiedFile]:
    """The platform's documents, and logos that are drawings; other pictures are published like announcements'."""
    drawings = (logo for logo in logo_files(site) if is_drawing(logo.path))
    logos = [Drawing(logo_variant(logo).path, content / logo.origin, logo.digest, logo.path) for logo in drawings]
    return [*logos, *(_linked(file, content) for file in platform_documents(site))]


def without_own_robots(pages: tuple[Page, ...], copies: Iterable[OutputFile]) -> tuple[Page, ...]:
    """The pages; where the platform brings its own robots.txt, without the one that the program would write."""
    brought = any(copy.path == addresses.ROBOTS for copy in copies)
    return tuple(p for p in pages if p.path != addresses.ROBOTS) if brought else pages


def collisions(pages: Sequence[Page], copies: Sequence[OutputFile]) -> tuple[Problem, ...]:
    """A problem for each path that two of these things have; most were found before any page was made."""
    if are_apart([*(p.path for p in pages), *(c.path for c in copies)]):
        return ()
    made = (OutputPath(p.path, p.source, Location(p.source.split(" ")[0])) for p in pages)
    brought = (OutputPath(c.path, c.source, Location(c.source)) for c in copies)
    return doubled(chain(made, brought))


def address_problems(
    project: Project, site: Site, statics: Iterable[str], themed: Iterable[tuple[str, str]], now: datetime
) -> tuple[Problem, ...]:
    """A problem for each address that two things will have, those too that are not published yet.

    `statics` are the files below the content folder that the host publishes as they are; `themed` are the theme's
    files, each a path in the output with the file or folder it comes from.
    """
    order = ListingOrder(now, ZoneInfo(site.settings.time_zone))
    future = output_paths(replace(site, announcements=site.every), order)
    moved = dict(project.static_moved)
    brought = [OutputPath(moved.get(path, path), path, Location(path)) for path in statics]
    own_robots = any(c.path == addresses.ROBOTS for c in brought)
    kept = (c for c in future if not (own_robots and c.path == addresses.ROBOTS))
    return doubled(chain(kept, brought, (OutputPath(path, file, Location(file)) for path, file in themed)))
