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
        """The part for an announcement's page in a language: its facts, state and files, and the text shown there."""
        source = item.shown(lang)
        texts = (source, *item.lineage(source)) if source else ()
        parts = (source.lang if source else "", *(text.digest for text in texts))
        group = str(self.order.group(item))
        return b"\0".join((self._facts[item.key], group.encode(), *map(str.encode, parts)))

    def cards(self, lang: str, items: Iterable[Announcement]) -> bytes:
        """The part for these announcements as lists, calendars and searches in a language show them, in this order."""
        known = self._card_keys[lang]
        # All card keys are equally long, so one part of them is as good as one part for each.
        return digest(b"".join([known[item.key] for item in items])).encode()

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
        items, languages = self.site.announcements.values(), ("", *self.site.settings.languages)
        states = [(_status_key(item), [_version_status_key(item, s) for s in item.sources]) for item in items]
        return {lang: self._states_of(lang, states) for lang in languages}

    def _states_of(self, lang: str, states: Iterable[tuple[object, list[_VersionStatus]]]) -> bytes:
        """The part for the translations into a language: of their own rows and those of originals."""
        found = [(item, [row for own, always, row in rows if always or lang in ("", own)]) for item, rows in states]
        return digest(self.versions, value_bytes((self.site.today, found))).encode()

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


_VersionStatus = tuple[str, bool, tuple[object, ...]]
"""A version's language, whether it counts for all languages, and the values that count."""


def _status_key(item: Announcement) -> tuple[object, ...]:
    """The facts of the announcement on which the states of its versions depend."""
    facts = item.facts
    return item.wanted, facts.published, facts.deadline, facts.expected


def _version_status_key(item: Announcement, source: Source) -> _VersionStatus:
    """What the state of a version depends on; if it has segments (see Source.segments), also those of translations."""
    always = bool(source.segments) or source is item.fallback
    # Of other versions only that counts by which a copy of the original is recognised.
    text = source.digest if always else source.whole
    return source.lang, always, (source.lang, source.header.translates, source.header.status, text)


def _card_key(facts: bytes, source: Source, *, group: int) -> bytes:
    header = source.header
    summary = source.summary or source.excerpt
    shown = source.lang, source.title, summary, header.status, header.updated, header.place, group
    return bytes.fromhex(digest(facts, value_bytes(shown)))
