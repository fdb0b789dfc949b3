"""Site -> every path that its output will hold and who claims it, found without making the pages."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from noticeboard.model import Place
from noticeboard.pages import addresses, translation_shelves
from noticeboard.pages.pictures import variants
from noticeboard.pages.shelves import paths
from noticeboard.site.usage import linked_files, shown_pictures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from noticeboard.pages.order import Order
    from noticeboard.pages.shelves import Name
    from noticeboard.site import Announcement, Site


_NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Claimed:
    """A path below the output folder and who claims it, for people: "" where it is the platform itself.

    `place` says where it is claimed; `former` marks the small page at a former address.
    """

    path: str
    source: str = ""
    place: Place = _NOWHERE
    former: bool = False


def claimed(site: Site, order: Order) -> Iterator[Claimed]:
    """The path of every page and document, and of every file that announcements bring along.

    The second and further sitemaps of a language, which very large sites have, are left out.
    """
    for lang, shelves in paths(site, order).items():
        items = [item for item in site.announcements.values() if item.shown(lang)]
        yield from chain.from_iterable(_of_item(lang, item) for item in items)
        yield from _of_lists(site, lang, shelves)
        yield from _of_terms(site, lang, shelves)
        yield from _of_language(site, lang, items)
    yield from map(Claimed, ("index.html", "404.html", addresses.ROBOTS, addresses.NEXT_CHANGE))
    yield from _of_translations(site)
    if site.settings.siteurl:
        yield Claimed(addresses.SITEMAP_INDEX)
    yield from _of_files(site)


def _of_item(lang: str, item: Announcement) -> Iterator[Claimed]:
    path, place = addresses.announcement(lang, item), Place(item.sources[0].path)
    shown = item.shown(lang)
    source = shown.path if shown else place.path
    yield Claimed(addresses.file_of(path), source, place)
    for former in item.facts.moved_from:
        yield Claimed(addresses.file_of(addresses.moved(lang, former)), source, _former(item, former), former=True)
    if item.facts.deadline:
        yield Claimed(addresses.deadline(lang, item), source, place)


def _former(item: Announcement, address: str) -> Place:
    """Where `moved_from` says so first."""
    stated = (s for s in item.sources if address in (s.header.moved_from or ()))
    source = next(stated)
    return source.place("moved_from", (source.header.moved_from or ()).index(address))


def _of_lists(site: Site, lang: str, shelves: Mapping[Name, tuple[str, ...]]) -> Iterator[Claimed]:
    for kind in site.settings.kinds:
        years = shelves.get((kind.name,))
        if years is not None:
            pages = (addresses.listing(lang, kind.name, year) for year in ("", *years))
            yield from (Claimed(addresses.file_of(page)) for page in pages)
            yield from _feed(site, addresses.listing(lang, kind.name))


def _of_terms(site: Site, lang: str, shelves: Mapping[Name, tuple[str, ...]]) -> Iterator[Claimed]:
    for vocabulary in site.vocabularies:
        for term in vocabulary.terms:
            years = shelves.get((vocabulary.name, term.id))
            if years is not None:
                pages = [addresses.term(lang, vocabulary.slug, term.id, year) for year in ("", *years)]
                yield from (Claimed(addresses.file_of(page), term.place.path, term.place) for page in pages)
                yield from _feed(site, pages[0])


def _of_language(site: Site, lang: str, items: list[Announcement]) -> Iterator[Claimed]:
    yield Claimed(addresses.file_of(addresses.front(lang)))
    stated = site.settings.accessibility
    if stated:
        yield Claimed(addresses.file_of(addresses.statement(lang)), stated.place.path, stated.place)
    if items:
        yield Claimed(addresses.file_of(addresses.search(lang)))
    if any(item.facts.deadline for item in items):
        yield Claimed(addresses.deadlines(lang))
    if any(item.kind.listed for item in items):
        yield from _feed(site, addresses.front(lang))
    if site.settings.siteurl:
        yield Claimed(addresses.sitemap(lang))


def _of_translations(site: Site) -> Iterator[Claimed]:
    if not translation_shelves.has_pages(site):
        return
    pages = [addresses.translations()]
    for lang, parts in translation_shelves.paths(site).items():
        pages += [addresses.translations(lang, part) for part in ("", *parts)]
    for page in pages:
        yield Claimed(addresses.file_of(page))
        yield Claimed(addresses.translation_status(page))


def _feed(site: Site, page: str) -> Iterator[Claimed]:
    if site.settings.siteurl:
        yield Claimed(addresses.feed(page))


def _of_files(site: Site) -> Iterator[Claimed]:
    announcements = tuple(site.announcements.values())
    for path in sorted(shown_pictures(announcements, site.files)):
        # A file that is no usable picture is a problem of its own.
        files = () if site.files[path].fault else variants(site.files[path])
        yield from (Claimed(file.path, path, Place(path)) for file in files)
    for path in sorted(linked_files(announcements, site.files)):
        yield Claimed(addresses.media(path), path, Place(path))
