"""Which feeds a language has: one of all that is new, one per kind and one per term."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.model import Text
from noticeboard.pages import addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from noticeboard.model import Term, Vocabulary
    from noticeboard.pages.listings.archive import Name
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.settings import Kind
    from noticeboard.site import Announcement


class FeedChannel(Struct, frozen=True):
    """What one feed tells of: the list of that name, () for everything, and the languages that have this list.

    `locate` gives the path of the list's page in a language; `full` says whether the feed carries whole texts. `forms`
    are the formats in which it is published.
    """

    name: Name
    title: Text
    locate: Callable[[str], str]
    items: tuple[Announcement, ...]
    languages: tuple[str, ...]
    full: bool = True
    forms: tuple[str, ...] = ("atom",)


def channels(edition: LocaleContext) -> Iterator[FeedChannel]:
    """The feeds of the edition's language, those of everything and of kinds in full; none is empty."""
    listed = tuple(item for item in edition.items if item.kind.listed)
    if listed:
        languages = tuple(lang for lang, shelves in edition.shelves.by_language.items() if shelves)
        yield FeedChannel((), edition.platform, addresses.front, listed, languages, forms=tuple(addresses.FEED_FILES))
    for kind in edition.sections:
        yield _of_kind(edition, kind)
    for vocabulary in edition.site.vocabularies:
        for term in vocabulary.terms:
            if edition.shelf((vocabulary.name, term.id)):
                yield _of_term(edition, vocabulary, term)


def _of_kind(edition: LocaleContext, kind: Kind) -> FeedChannel:
    name, title = (kind.name,), edition.kind_label(kind, many=True)
    items, languages = _everything(edition, name), edition.shelves.languages(name)
    return FeedChannel(name, _titled(edition, title), lambda lang: addresses.listing(lang, kind.name), items, languages)


def _of_term(edition: LocaleContext, vocabulary: Vocabulary, term: Term) -> FeedChannel:
    name, title = (vocabulary.name, term.id), edition.term_text(term)

    def locate(lang: str) -> str:
        return addresses.term(lang, vocabulary.slug, term.id)

    items, languages = _everything(edition, name), edition.shelves.languages(name)
    return FeedChannel(name, _titled(edition, title), locate, items, languages, full=False)


def _everything(edition: LocaleContext, name: Name) -> tuple[Announcement, ...]:
    """All that a list holds: its first page has the newest, its years have the rest."""
    shelf = edition.shelf(name)
    held = (*shelf.first, *chain.from_iterable(shelf.years.values())) if shelf else ()
    return tuple({item.key: item for item in held}.values())


def _titled(edition: LocaleContext, title: Text) -> Text:
    """The list's title with the platform's name, as far as both are in one language."""
    platform = edition.platform
    return Text(f"{title.text} \N{EN DASH} {platform.text}", title.lang) if title.lang == platform.lang else title
