"""Problems of the sitemaps of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from noticeboard.model import Location, Problem, error
from noticeboard.verify.site_address import SiteAddress, file_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from noticeboard.verify.page_facts import PageFacts
    from noticeboard.verify.site_files import SiteFiles

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def canonical_file(page: PageFacts, paths: frozenset[str], site: SiteAddress) -> str | None:
    """The file of the page's canonical address; None if it has none, or it is not there."""
    target = site.target(page.path, page.canonical.written).path if page.canonical else None
    return None if target is None else file_at(target, paths)


def sitemap_problems(pages: Mapping[str, PageFacts], files: SiteFiles, site: SiteAddress) -> Iterator[Problem]:
    """The problems of all sitemaps, and of pages that should be in one; `site` is the site's own address."""
    listed: set[str] = set()
    sitemaps = 0
    for path in sorted(path for path in files.read if path.endswith(".xml")):
        root, problem = _xml(path, files.read[path])
        if problem:
            yield problem
        if root is not None and str(root.tag).startswith(_SITEMAP):
            sitemaps += 1
            for entry in root.iter(f"{_SITEMAP}loc"):
                address, location = entry.text or "", Location(path, entry.sourceline or 1)
                found = _file(address, path, files, site)
                listed.add(found)
                if not found or found in pages:
                    yield from _entry_problems(location, address, pages.get(found), files, site)
    for page in pages.values() if sitemaps else ():
        if page.path not in listed and page.canonical and _kept(page, files.paths, site):
            message, hint = "The page is in no sitemap.", "List it, or mark it with noindex."
            yield error(Location(page.path), "missing-in-sitemap", message, hint)


def _file(address: str, path: str, files: SiteFiles, site: SiteAddress) -> str:
    """The file that an address in the sitemap at `path` leads to; "" without one."""
    target = site.target(path, address).path
    return "" if target is None else file_at(target, files.paths) or ""


def _xml(path: str, data: bytes) -> tuple[etree._Element | None, Problem | None]:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)), None
    except etree.XMLSyntaxError as fault:
        message, hint = "The file is not XML: {reason}", "Correct what writes it."
        return None, error(Location(path, fault.lineno or 1), "broken-data", message, hint, reason=fault.msg)


def _entry_problems(
    location: Location, address: str, page: PageFacts | None, files: SiteFiles, site: SiteAddress
) -> Iterator[Problem]:
    if page is None:
        yield error(location, "broken-sitemap", "{address} is not there.", "List only pages that are.", address=address)
    elif not _kept(page, files.paths, site):
        message = "{address} tells search engines to keep another page, or none."
        yield error(location, "broken-sitemap", message, "Leave it out.", address=address)


def _kept(page: PageFacts, paths: frozenset[str], site: SiteAddress) -> bool:
    """Whether the page asks search engines to index it, and not another page."""
    return (
        page.indexed and not page.moved and (page.canonical is None or canonical_file(page, paths, site) == page.path)
    )
