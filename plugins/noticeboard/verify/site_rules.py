"""Problems between the pages and files of a site."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from noticeboard.model import Location, Problem, error, warning
from noticeboard.verify.language_rules import alternate_problems, twin_files
from noticeboard.verify.site_address import SiteAddress, file_at
from noticeboard.verify.sitemap_rules import canonical_file, sitemap_problems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from noticeboard.verify.page_facts import AddressUse, PageFacts
    from noticeboard.verify.site_files import SiteFiles

HEAVY_FILE = 500_000
"""Bytes of one picture, script or style sheet from which it is heavy on a telephone's connection."""

_CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


def stand_of(pages: Iterable[PageFacts]) -> SiteAddress:
    """The site's own address: the beginning that most canonical addresses have in common."""
    counted: Counter[str] = Counter()
    for page in pages:
        own = SiteAddress("").address(page.path)
        if page.canonical and page.canonical.written.startswith("https://") and page.canonical.written.endswith(own):
            counted[page.canonical.written.removesuffix(own)] += 1
    return SiteAddress(counted.most_common(1)[0][0]) if counted else SiteAddress()


def site_problems(pages: Mapping[str, PageFacts], files: SiteFiles, site: SiteAddress) -> Iterator[Problem]:
    """Every problem between pages and files; those within a page are found elsewhere."""
    paths = files.paths
    loaded: dict[str, tuple[str, int]] = {}
    paired = {page.path: twin_files(page, paths, site) for page in pages.values()}
    for page in pages.values():
        for use in page.uses:
            yield from _use_problems(page, use, pages, paths, site)
            if use.loaded and (found := _file(page, use, paths, site)):
                loaded.setdefault(found, (page.path, use.line))
        yield from alternate_problems(page, pages, paired, site)
        yield from _canonical_problems(page, pages, paths, site)
    for path, (page_path, line) in loaded.items():
        if files.sizes[path] > HEAVY_FILE:
            message, hint = "The page loads {file}, which has {size} kB.", "Make it smaller."
            yield warning(
                Location(page_path, line), "heavy-file", message, hint, file=path, size=files.sizes[path] // 1000
            )
    yield from _style_problems(files, site)
    yield from sitemap_problems(pages, files, site)


def _file(page: PageFacts, use: AddressUse, paths: frozenset[str], site: SiteAddress) -> str | None:
    try:
        target = site.target(page.path, use.written)
    except ValueError:
        return None
    return None if target.path is None else file_at(target.path, paths)


def _use_problems(
    page: PageFacts, use: AddressUse, pages: Mapping[str, PageFacts], paths: frozenset[str], site: SiteAddress
) -> Iterator[Problem]:
    location = Location(page.path, use.line)
    try:
        target = site.target(page.path, use.written)
    except ValueError:
        yield error(location, "broken-address", "{address} is not an address.", "Correct it.", address=use.written)
        return
    if target.path is None:
        yield from _outside_problems(location, use, site)
    elif (found := file_at(target.path, paths)) is None:
        name, message = "broken-page-link", "The link {address} leads nowhere."
        if use.loaded:
            name, message = "missing-file", "The page loads {address}, which is not there."
        yield error(location, name, message, "Correct the address, or publish what it names.", address=use.written)
    elif target.part and found in pages and not _has_part(pages[found], target.part):
        message, hint = "{page} has no part that is called #{part}.", "Correct the link, or give the part that id."
        yield error(location, "broken-part-link", message, hint, page=target.path or "/", part=target.part)


def _outside_problems(location: Location, use: AddressUse, site: SiteAddress) -> Iterator[Problem]:
    """The problems of an address outside the site."""
    if use.written.startswith("/") and not use.written.startswith("//"):
        message, hint = (
            "{address} is not part of the site, which is below {base}/.",
            "Write the path in front of it.",
        )
        yield error(location, "broken-page-link", message, hint, address=use.written, base=site.base)
    elif use.loaded and not use.written.startswith("data:"):
        message = "The page loads {address} from elsewhere, without asking its reader."
        yield error(location, "request-elsewhere", message, "Publish the file with the site.", address=use.written)


def _has_part(page: PageFacts, part: str) -> bool:
    return part in page.ids or part == "top" or part.startswith(":~:")


def _canonical_problems(
    page: PageFacts, pages: Mapping[str, PageFacts], paths: frozenset[str], site: SiteAddress
) -> Iterator[Problem]:
    if page.canonical is None or page.moved:
        return
    location, written = Location(page.path, page.canonical.line), page.canonical.written
    found = canonical_file(page, paths, site)
    other = pages.get(found or "")
    if other is None:
        message = "The canonical address {address} is not a page of the site."
        hint = "Name this page, or the one it repeats."
        yield error(location, "broken-canonical", message, hint, address=written)
    elif other is not page and (not other.indexed or canonical_file(other, paths, site) not in (None, other.path)):
        message = "The canonical address {address} is itself not the one that search engines keep."
        yield error(location, "broken-canonical", message, "Name the page that is.", address=written)
    elif other is not page and page.alternates:
        message, hint = "The page names another as canonical, and languages of its own.", _LEAVE
        yield error(location, "canonical-with-hreflang", message, hint)


_LEAVE = "Leave hreflang to the canonical page."


def _style_problems(files: SiteFiles, site: SiteAddress) -> Iterator[Problem]:
    paths = files.paths
    for path, data in files.read.items():
        if not path.endswith(".css"):
            continue
        text = data.decode("utf-8", "replace")
        for found in _CSS_ADDRESS.finditer(text):
            written = (found[1] or found[2]).strip()
            location = Location(path, text.count("\n", 0, found.start()) + 1)
            target = site.target(path, written)
            if written.startswith(("data:", "#")):
                continue
            if target.path is None:
                message, hint = "The style sheet loads {address} from elsewhere.", "Publish the file with the site."
                yield error(location, "request-elsewhere", message, hint, address=written)
            elif file_at(target.path, paths) is None:
                message, hint = "The style sheet loads {address}, which is not there.", "Correct the address."
                yield error(location, "missing-file", message, hint, address=written)
