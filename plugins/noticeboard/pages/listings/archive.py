"""What lists there are: for each language, everything of a kind and everything for a term, divided into pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from noticeboard.pages.listings.listing_order import by_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from noticeboard.pages.listings.listing_order import ListingOrder
    from noticeboard.site import Announcement, Site

Name = tuple[str, ...]
"""The name of a list: (kind,) or (vocabulary, term id)."""

_List = TypeVar("_List")

NEWEST = 12
"""How many announcements the first page of a list shows besides those that are upcoming or open."""


class Listing(Struct, frozen=True):
    """One list in one language: the announcements on its first page and on each year's page, newest year first."""

    first: tuple[Announcement, ...]
    years: Mapping[str, tuple[Announcement, ...]]

    def shown(self, year: str) -> tuple[Announcement, ...]:
        """The announcements on the page of a year; those on the first page for ""."""
        return self.years[year] if year else self.first


class Archive(Struct, frozen=True):
    """All lists by language and name; the languages are in the platform's order."""

    by_language: Mapping[str, Mapping[Name, Listing]]

    def get(self, lang: str, name: Name) -> Listing | None:
        """The list in that language, or None if it would be empty."""
        return self.by_language[lang].get(name)

    def languages(self, name: Name, year: str = "") -> tuple[str, ...]:
        """The languages that have this list (its page for the year), in the platform's order."""
        return tuple(
            lang
            for lang, lists in self.by_language.items()
            if name in lists and (not year or year in lists[name].years)
        )


def build_archive(site: Site, order: ListingOrder) -> Archive:
    """The lists of every language at the order's instant."""
    return Archive(_by_language(site, lambda items, always: _listing(items, order, always=always)))


def paths(site: Site, order: ListingOrder) -> dict[str, dict[Name, tuple[str, ...]]]:
    """The years that have a page of their own in each list, by language and list name; cheaper than `build_archive`."""
    return _by_language(site, lambda items, always: tuple(_years(items, order, always=always)))


def _by_language(site: Site, make: Callable[[list[Announcement], bool], _List]) -> dict[str, dict[Name, _List]]:
    """What `make` gives for each list, by language and name; equal lists, which most languages share, are made once."""
    made: dict[tuple[bool, tuple[str, ...]], _List] = {}
    wholes: dict[tuple[str, ...], dict[Name, _List]] = {}

    def one(items: list[Announcement], *, always: bool) -> _List:
        key = always, tuple(item.key for item in items)
        if key not in made:
            made[key] = make(items, always)
        return made[key]

    def whole(lang: str) -> dict[Name, _List]:
        keys = tuple(key for key, item in site.announcements.items() if item.shown(lang))
        if keys not in wholes:
            groups = _grouped(site.announcements[key] for key in keys)
            wholes[keys] = {name: one(items, always=len(name) == 1) for name, items in groups.items()}
        return wholes[keys]

    return {lang: whole(lang) for lang in site.settings.languages}


def _grouped(items: Iterable[Announcement]) -> dict[Name, list[Announcement]]:
    found: dict[Name, list[Announcement]] = {}
    for item in items:
        for name in _names(item):
            found.setdefault(name, []).append(item)
    return found


def _names(item: Announcement) -> Iterable[Name]:
    if item.kind.listed:
        yield (item.kind.name,)
        for vocabulary, ids in item.facts.terms:
            for term in ids:
                yield vocabulary, term


def _listing(items: list[Announcement], order: ListingOrder, *, always: bool) -> Listing:
    first = order.ahead(items)[: _first(items, order)]
    years = _years(items, order, always=always)
    return Listing(tuple(first), {y: tuple(order.newest(group)) for y, group in years.items()})


def _first(items: list[Announcement], order: ListingOrder) -> int:
    """How many the first page of a list shows at most."""
    return sum(map(order.running, items)) + NEWEST


def _years(items: list[Announcement], order: ListingOrder, *, always: bool) -> dict[str, list[Announcement]]:
    """The announcements by year; none for the list of a term whose first page holds all."""
    paged = always or (len(items) > NEWEST and len(items) > _first(items, order))
    return by_year(items) if paged else {}
