"""What can be wrong between the pages and files of a site."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from noticeboard.model import Location, Problem, error, warning
from noticeboard.verify.site_address import SiteAddress, file_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from noticeboard.verify.page_facts import AddressUse, PageFacts

HEAVY_FILE = 500_000
"""Bytes of one picture, script or style sheet from which it is heavy on a telephone's connection."""

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """The files of a site: size in bytes by path, and the bytes of those that are read as a whole (CSS, XML)."""

    sizes: Mapping[str, int]
    read: Mapping[str, bytes]

    @property
    def paths(self) -> frozenset[str]:
        """The paths of all files."""
        return frozenset(self.sizes)


def stand_of(pages: Iterable[PageFacts]) -> SiteAddress:
    """Where the site says that it stands: the address that most canonical addresses have in front of their page's."""
    counted: Counter[str] = Counter()
    for page in pages:
        own = SiteAddress("").address(page.path)
        if page.canonical and page.canonical.written.startswith("https://") and page.canonical.written.endswith(own):
            counted[page.canonical.written.removesuffix(own)] += 1
    return SiteAddress(counted.most_common(1)[0][0]) if counted else SiteAddress()


def site_problems(pages: Mapping[str, PageFacts], files: SiteFiles, stand: SiteAddress) -> Iterator[Problem]:
    """Every problem between pages and files; those of each page alone are its own."""
    paths = files.paths
    loaded: dict[str, tuple[str, int]] = {}
    twins = {page.path: _twins(page, paths, stand) for page in pages.values()}
    for page in pages.values():
        for use in page.uses:
            yield from _use_problems(page, use, pages, paths, stand)
            if use.loaded and (found := _file(page, use, paths, stand)):
                loaded.setdefault(found, (page.path, use.line))
        yield from _alternate_problems(page, pages, twins, stand)
        yield from _canonical_problems(page, pages, paths, stand)
    for path, (page_path, line) in loaded.items():
        if files.sizes[path] > HEAVY_FILE:
            message, hint = "The page loads {file}, which has {size} kB.", "Make it smaller."
            yield warning(
                Location(page_path, line), "heavy-file", message, hint, file=path, size=files.sizes[path] // 1000
            )
    yield from _style_problems(files, stand)
    yield from _sitemap_problems(pages, files, stand)


def _file(page: PageFacts, use: AddressUse, paths: frozenset[str], stand: SiteAddress) -> str | None:
    try:
        target = stand.target(page.path, use.written)
    except ValueError:
        return None
    return None if target.path is None else file_at(target.path, paths)


def _use_problems(
    page: PageFacts, use: AddressUse, pages: Mapping[str, PageFacts], paths: frozenset[str], stand: SiteAddress
) -> Iterator[Problem]:
    location = Location(page.path, use.line)
    try:
        target = stand.target(page.path, use.written)
    except ValueError:
        yield error(location, "broken-address", "{address} is not an address.", "Correct it.", address=use.written)
        return
    if target.path is None:
        if use.written.startswith("/") and not use.written.startswith("//"):
            message = "{address} lies outside of the site, which stands below {base}/."
            yield error(
                location,
                "broken-page-link",
                message,
                "Write the path in front of it.",
                address=use.written,
                base=stand.base,
            )
        elif use.loaded and not use.written.startswith("data:"):
            message = "The page loads {address} from elsewhere, without asking its reader."
            yield error(location, "request-elsewhere", message, "Publish the file with the site.", address=use.written)
        return
    found = file_at(target.path, paths)
    if found is None:
        name, message = ("missing-file", "The page loads {address}, which is not there.")
        if not use.loaded:
            name, message = "broken-page-link", "The link {address} leads nowhere."
        yield error(location, name, message, "Correct the address, or publish what it names.", address=use.written)
    elif target.part and found in pages and not _has_part(pages[found], target.part):
        message, hint = "{page} has no part that is called #{part}.", "Correct the link, or give the part that id."
        yield error(location, "broken-part-link", message, hint, page=target.path or "/", part=target.part)


def _has_part(page: PageFacts, part: str) -> bool:
    return part in page.ids or part == "top" or part.startswith(":~:")


def _alternate_problems(
    page: PageFacts, pages: Mapping[str, PageFacts], twins: Mapping[str, tuple[str, ...]], stand: SiteAddress
) -> Iterator[Problem]:
    twice = [tag for tag, count in Counter(tag for tag, _, _ in page.alternates).items() if count > 1]
    for tag in twice:
        line = next(line for other, _, line in page.alternates if other == tag)
        message = "hreflang={tag} appears more than once."
        yield error(
            Location(page.path, line), "double-hreflang", message, "Keep one address for each language.", tag=tag
        )
    if page.alternates and page.path not in twins[page.path]:
        message, hint = "The page names its other languages, and not itself.", "Let it name its own address, too."
        yield error(Location(page.path, page.alternates[0][2]), "incomplete-hreflang", message, hint)
    for (tag, written, line), found in zip(page.alternates, twins[page.path], strict=True):
        location = Location(page.path, line)
        twin = pages.get(found)
        if stand.target(page.path, written).path is None:
            continue
        if twin is None:
            message = "hreflang={tag} leads nowhere: {address}."
            yield error(location, "broken-hreflang", message, "Name a page that is there.", tag=tag, address=written)
            continue
        if tag not in ("x-default", twin.lang):
            message = "hreflang={tag} leads to a page in {lang}: {address}."
            hint = "Name the page in that language."
            yield error(location, "wrong-hreflang", message, hint, tag=tag, lang=twin.lang, address=written)
        if page.path not in twins[twin.path]:
            message = "{address} is named as this page's {tag}, and does not name this page in return."
            hint = "Let all versions name each other: search engines pass over the others."
            yield error(location, "one-sided-hreflang", message, hint, tag=tag, address=written)


def _twins(page: PageFacts, paths: frozenset[str], stand: SiteAddress) -> tuple[str, ...]:
    """The file that each of the page's alternates leads to, "" where there is none."""
    targets = (stand.target(page.path, written).path for _, written, _ in page.alternates)
    return tuple("" if target is None else file_at(target, paths) or "" for target in targets)


def _canonical_problems(
    page: PageFacts, pages: Mapping[str, PageFacts], paths: frozenset[str], stand: SiteAddress
) -> Iterator[Problem]:
    if page.canonical is None or page.moved:
        return
    location, written = Location(page.path, page.canonical.line), page.canonical.written
    found = _canonical(page, paths, stand)
    other = pages.get(found or "")
    if other is None:
        message = "The canonical address {address} is not a page of the site."
        hint = "Name this page, or the one it repeats."
        yield error(location, "broken-canonical", message, hint, address=written)
    elif other is not page and (not other.indexed or _canonical(other, paths, stand) not in (None, other.path)):
        message = "The canonical address {address} is itself not the one that search engines keep."
        yield error(location, "broken-canonical", message, "Name the page that is.", address=written)
    elif other is not page and page.alternates:
        message, hint = "The page names another as canonical, and languages of its own.", _LEAVE
        yield error(location, "canonical-with-hreflang", message, hint)


_LEAVE = "Leave hreflang to the canonical page."


def _canonical(page: PageFacts, paths: frozenset[str], stand: SiteAddress) -> str | None:
    """The file of the page's canonical address; None where it has none, or it is not there."""
    target = stand.target(page.path, page.canonical.written).path if page.canonical else None
    return None if target is None else file_at(target, paths)


def _style_problems(files: SiteFiles, stand: SiteAddress) -> Iterator[Problem]:
    paths = files.paths
    for path, data in files.read.items():
        if not path.endswith(".css"):
            continue
        text = data.decode("utf-8", "replace")
        for found in _CSS_ADDRESS.finditer(text):
            written = (found[1] or found[2]).strip()
            location = Location(path, text.count("\n", 0, found.start()) + 1)
            target = stand.target(path, written)
            if written.startswith(("data:", "#")):
                continue
            if target.path is None:
                message, hint = "The style sheet loads {address} from elsewhere.", "Publish the file with the site."
                yield error(location, "request-elsewhere", message, hint, address=written)
            elif file_at(target.path, paths) is None:
                message, hint = "The style sheet loads {address}, which is not there.", "Correct the address."
                yield error(location, "missing-file", message, hint, address=written)


def _sitemap_problems(pages: Mapping[str, PageFacts], files: SiteFiles, stand: SiteAddress) -> Iterator[Problem]:
    paths = files.paths
    listed: set[str] = set()
    sitemaps = 0
    for path in sorted(files.read):
        if not path.endswith(".xml"):
            continue
        root, problem = _xml(path, files.read[path])
        if problem:
            yield problem
        if root is None or not str(root.tag).startswith(_SITEMAP):
            continue
        sitemaps += 1
        for entry in root.iter(f"{_SITEMAP}loc"):
            address = entry.text or ""
            target = stand.target(path, address).path
            found = None if target is None else file_at(target, paths)
            if found and found not in pages:
                continue
            listed.add(found or "")
            page = pages.get(found or "")
            kept = page is not None and _kept(page, paths, stand)
            yield from _entry_problems(Location(path, entry.sourceline or 1), address, page, kept=kept)
    for page in pages.values() if sitemaps else ():
        if page.path not in listed and page.canonical and _kept(page, paths, stand):
            message, hint = "The page is in no sitemap.", "List it, or mark it with noindex."
            yield error(Location(page.path), "missing-in-sitemap", message, hint)


def _xml(path: str, data: bytes) -> tuple[etree._Element | None, Problem | None]:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)), None
    except etree.XMLSyntaxError as fault:
        message, hint = "The file is not XML: {reason}", "Correct what writes it."
        return None, error(Location(path, fault.lineno or 1), "broken-data", message, hint, reason=fault.msg)


def _entry_problems(location: Location, address: str, page: PageFacts | None, *, kept: bool) -> Iterator[Problem]:
    if page is None:
        yield error(location, "broken-sitemap", "{address} is not there.", "List only pages that are.", address=address)
    elif not kept:
        message = "{address} tells search engines to keep another page, or none."
        yield error(location, "broken-sitemap", message, "Leave it out.", address=address)


def _kept(page: PageFacts, paths: frozenset[str], stand: SiteAddress) -> bool:
    """Whether search engines are asked to keep the page itself."""
    return page.indexed and not page.moved and (page.canonical is None or _canonical(page, paths, stand) == page.path)
