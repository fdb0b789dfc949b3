"""Site -> every path that its output will hold and who claims it, found without making the pages."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.model import Location
from noticeboard.pages import addresses
from noticeboard.pages.listings.archive import paths
from noticeboard.pages.picture_variants import logo_variant, variants
from noticeboard.pages.translations import work_lists
from noticeboard.site.file_usage import published_documents, shown_pictures
from noticeboard.site.logo import logo_files
from noticeboard.site.platform_documents import platform_documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from noticeboard.pages.listings.archive import Name
    from noticeboard.pages.listings.listing_order import ListingOrder
    from noticeboard.site import Announcement, Site


_NOWHERE = Location("")


class OutputPath(Struct, frozen=True):
    """A path below the output folder and who claims it, for people: "" if it is the platform itself.

    `location` says where it is claimed; `former` marks the small page at a former address.
    """

    path: str
    source: str = ""
    location: Location = _NOWHERE
    former: bool = False


def output_paths(site: Site, order: ListingOrder) -> Iterator[OutputPath]:
    """The path of every page and document, and of every file that announcements bring along.

    The second and further sitemaps of a language, which very large sites have, are left out.
    """
    for lang, lists in paths(site, order).items():
        items = [item for item in site.announcements.values() if item.shown(lang)]
        yield from chain.from_iterable(_of_item(lang, item) for item in items)
        yield from _of_lists(site, lang, lists)
        yield from _of_terms(site, lang, lists)
        yield from _of_language(site, lang, items)
    yield from map(OutputPath, ("index.html", "404.html", addresses.ROBOTS, addresses.NEXT_CHANGE))
    if site.settings.security:
        yield OutputPath(addresses.SECURITY)
    yield from _of_translations(site)
    if site.settings.siteurl:
        yield OutputPath(addresses.SITEMAP_INDEX)
    yield from _of_files(site)


def _of_item(lang: str, item: Announcement) -> Iterator[OutputPath]:
    path, location = addresses.announcement(lang, item), Location(item.sources[0].path)
    shown = item.shown(lang)
    source = shown.path if shown else location.path
    yield OutputPath(addresses.file_of(path), source, location)
    for former in item.facts.moved_from:
        yield OutputPath(addresses.file_of(addresses.moved(lang, former)), source, _former(item, former), former=True)
    if item.facts.deadline:
        yield OutputPath(addresses.deadline(lang, item), source, location)


def _former(item: Announcement, address: str) -> Location:
    """Where the first version that states this former address states it."""
    stated = (s for s in item.sources if address in (s.header.moved_from or ()))
    source = next(stated)
    return source.location("moved_from", (source.header.moved_from or ()).index(address))


def _of_lists(site: Site, lang: str, lists: Mapping[Name, tuple[str, ...]]) -> Iterator[OutputPath]:
    for kind in site.settings.kinds:
        years = lists.get((kind.name,))
        if years is not None:
            pages = (addresses.listing(lang, kind.name, year) for year in ("", *years))
            yield from (OutputPath(addresses.file_of(page)) for page in pages)
            yield from _feed(site, addresses.listing(lang, kind.name))


def _of_terms(site: Site, lang: str, lists: Mapping[Name, tuple[str, ...]]) -> Iterator[OutputPath]:
    for vocabulary in site.vocabularies:
        for term in vocabulary.terms:
            years = lists.get((vocabulary.name, term.id))
            if years is not None:
                pages = [addresses.term(lang, vocabulary.slug, term.id, year) for year in ("", *years)]
                yield from (OutputPath(addresses.file_of(page), term.location.path, term.location) for page in pages)
                yield from _feed(site, pages[0])


def _of_language(site: Site, lang: str, items: list[Announcement]) -> Iterator[OutputPath]:
    yield OutputPath(addresses.file_of(addresses.front(lang)))
    yield OutputPath(addresses.not_found(lang))
    stated = site.settings.accessibility
    if stated:
        yield OutputPath(addresses.file_of(addresses.statement(lang)), stated.location.path, stated.location)
    if items:
        yield OutputPath(addresses.file_of(addresses.search(lang)))
    if any(item.facts.deadline for item in items):
        yield OutputPath(addresses.deadlines(lang))
    if any(item.kind.listed for item in items):
        for form in addresses.FEED_FILES:
            yield from _feed(site, addresses.front(lang), form)
    if site.settings.siteurl:
        yield OutputPath(addresses.sitemap(lang))


def _of_translations(site: Site) -> Iterator[OutputPath]:
    if not work_lists.has_pages(site):
        return
    pages = [addresses.translations()]
    for lang, parts in work_lists.paths(site).items():
        yield from _feed(site, addresses.translations(lang))
        pages += [addresses.translations(lang, part) for part in ("", *parts)]
    for page in pages:
        yield OutputPath(addresses.file_of(page))
        yield OutputPath(addresses.translation_status(page))


def _feed(site: Site, page: str, form: str = "atom") -> Iterator[OutputPath]:
    if site.settings.siteurl:
        yield OutputPath(addresses.feed(page, form))


def _of_files(site: Site) -> Iterator[OutputPath]:
    announcements = tuple(site.announcements.values())
    for path in sorted(shown_pictures(announcements, site.files)):
        # A file that is no usable picture is a problem of its own.
        files = () if site.files[path].fault else variants(site.files[path])
        yield from (OutputPath(file.path, path, Location(path)) for file in files)
    yield from (OutputPath(logo_variant(logo).path, logo.path, Location(logo.path)) for logo in logo_files(site))
    yield from (OutputPath(addresses.document(f), f.path, Location(f.path)) for f in platform_documents(site))
    for path in sorted(published_documents(announcements, site.files)):
        yield OutputPath(addresses.document(site.files[path]), path, Location(path))
