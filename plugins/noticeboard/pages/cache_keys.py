"""Cache keys of page views: equal keys and an equal program give equal views, so no view need be made.

Everything that a page shows must be named here; otherwise the page is out of date after the next edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from noticeboard.digest import digest, value_bytes
from noticeboard.site.appearing import appears_on

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from noticeboard.pages.listings.archive import Archive
    from noticeboard.pages.listings.listing_order import ListingOrder
    from noticeboard.pages.page_assets import Assets
    from noticeboard.site import Announcement, FileFacts, Site, Source
    from noticeboard.sources.catalogue import Catalogues


_DEPTH = 2
"""How many slashes the path of an announcement's file has."""


@dataclass(frozen=True)
class CacheKeys:
    """The cache keys of a site's pages, and the parts that they are made of: bytes that differ if the part does."""

    site: Site
    catalogues: Catalogues
    order: ListingOrder
    archive: Archive
    assets: Assets

    @cached_property
    def _languages(self) -> dict[str, bytes]:
        return {lang: self._language(lang) for lang in self.site.settings.languages}

    @cached_property
    def _facts(self) -> dict[str, bytes]:
        files: dict[str, list[FileFacts]] = {}
        for path, file in self.site.files.items():
            files.setdefault("/".join(path.split("/")[:2]), []).append(file)
        items = self.site.announcements.items()
        return {key: _item(item, files.get(key, ()), appears_on(item, self.site.today)) for key, item in items}

    def page(self, lang: str, path: str, *parts: bytes) -> str:
        """The key, in hex, of the page at that path, made of what all pages in the language share and these parts."""
        return digest(self._languages[lang], path.encode(), *parts)

    def version(self, lang: str, item: Announcement) -> bytes:
        """The part for an announcement's page in a language: the text shown there, and what all its pages depend on."""
        source = item.shown(lang)
        own = f"{source.lang}\0{source.digest}" if source else ""
        return self._texts[item.key] + own.encode()

    @cached_property
    def _texts(self) -> dict[str, bytes]:
        """The part for any version of an announcement: its facts, its state and the texts that others translate."""
        return {key: self._facts[key] + self._bases(item) for key, item in self.site.announcements.items()}

    def _bases(self, item: Announcement) -> bytes:
        named = {stamp.language for source in item.sources if (stamp := source.header.translates)}
        bases = (source for lang in sorted(named) if (source := item.by_language.get(lang)))
        parts = (str(self.order.group(item)), *(f"{source.lang} {source.digest}" for source in bases))
        return digest(*map(str.encode, parts)).encode()

    def cards(self, lang: str, items: Iterable[Announcement]) -> bytes:
        """The part for these announcements as lists, calendars and searches in a language show them, in this order."""
        known = self._card_keys[lang]
        # All card keys are equally long, so one part of them is as good as one part for each.
        return b"".join([known[item.key] for item in items])

    @cached_property
    def _card_keys(self) -> dict[str, dict[str, bytes]]:
        return {
            lang: {
                key: _card_key(self._facts[key], source, group=self.order.group(item))
                for key, item in self.site.announcements.items()
                if (source := item.shown(lang))
            }
            for lang in self.site.settings.languages
        }

    @cached_property
    def common(self) -> bytes:
        """The part for what any page may show: settings, terms, messages, the theme's files, and which lists exist."""
        messages = [(lang, list(c.messages.items())) for lang, c in sorted(self.catalogues.by_language.items())]
        lists = {
            lang: [(name, list(listing.years)) for name, listing in listings.items()]
            for lang, listings in self.archive.by_language.items()
        }
        found = [lang for lang in lists if any(item.shown(lang) for item in self.site.announcements.values())]
        parts = self.site.settings, self.site.vocabularies, self.assets, messages, self.catalogues.default
        # Only the few files beside platform.yml and the vocabularies.
        files = [(path, file.digest) for path, file in self.site.files.items() if path.count("/") < _DEPTH]
        return digest(value_bytes((*parts, lists, found, files))).encode()

    @cached_property
    def versions(self) -> bytes:
        """The part for which announcement has which versions."""
        return digest(
            value_bytes([(key, list(item.versions)) for key, item in self.site.announcements.items()])
        ).encode()

    def version_states(self, lang: str = "") -> bytes:
        """The part for the states of the translations into a language, or into all languages (the default)."""
        return self._version_states[lang]

    @cached_property
    def _version_states(self) -> dict[str, bytes]:
        always: list[object] = [self.site.today]
        own: dict[str, list[object]] = {lang: [] for lang in self.site.settings.languages}
        for item in self.site.announcements.values():
            always.append(_status_key(item))
            for source in item.sources:
                # What may matter to every language is part of all keys.
                rows = always if source.segments or source is item.fallback else own.setdefault(source.lang, [])
                rows.append(_version_status_key(item, source))
        shared = digest(self.versions, value_bytes(always)).encode()
        parts = {lang: digest(shared, value_bytes(rows)).encode() for lang, rows in own.items()}
        return {**parts, "": digest(*parts.values()).encode()}

    def _language(self, lang: str) -> bytes:
        """The part for what any page in a language may show of any announcement: that it exists, and its title."""
        items = self.site.announcements.values()
        return digest(self.common, lang.encode(), value_bytes([_title_key(item, lang) for item in items])).encode()


def _title_key(item: Announcement, lang: str) -> tuple[object, ...]:
    shown = item.shown(lang)
    source = shown or item.fallback
    title = (source.lang, source.title) if source else ()
    facts = item.facts
    return item.key, shown is not None, title, facts.results_of, facts.deadline is not None, facts.starts is not None


def _item(item: Announcement, files: Iterable[FileFacts], appears: date | None) -> bytes:
    fallback = item.fallback.lang if item.fallback else ""
    parts = item.key, item.kind, item.facts, item.wanted, list(item.versions), fallback, list(files), appears
    return digest(value_bytes(parts)).encode()


def _status_key(item: Announcement) -> tuple[object, ...]:
    """The facts of the announcement on which the states of its versions depend."""
    facts = item.facts
    return item.wanted, facts.published, facts.deadline, facts.expected


def _version_status_key(item: Announcement, source: Source) -> tuple[object, ...]:
    """What the state of a version depends on; if it has segments (see Source.segments), also those of translations."""
    # Of other versions only that counts by which a copy of the original is recognised.
    text = source.digest if source.segments or source is item.fallback else source.whole
    return item.key, source.lang, source.header.translates, source.header.status, text


def _card_key(facts: bytes, source: Source, *, group: int) -> bytes:
    header = source.header
    summary = source.summary or source.excerpt
    shown = source.lang, source.title, summary, header.status, header.updated, header.place, group
    return bytes.fromhex(digest(facts, value_bytes(shown)))
