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
    """What a feed is about: the list of that name (() for everything), with the languages that have this list.

    `locate` gives the path of the list's page in a language. `full` is True if the feed carries whole texts. `forms`
    names the formats in which it is published.
    """

    name: Name
    title: Text
    locate: Callable[[str], str]
    items: tuple[Announcement, ...]
    languages: tuple[str, ...]
    full: bool = True
    forms: tuple[str, ...] = ("atom",)


def channels(locale: LocaleContext) -> Iterator[FeedChannel]:
    """The feeds of the context's language, those of everything and of kinds in full; none is empty."""
    listed = tuple(item for item in locale.items if item.kind.listed)
    if listed:
        languages = tuple(lang for lang, lists in locale.archive.by_language.items() if lists)
        yield FeedChannel((), locale.platform, addresses.front, listed, languages, forms=tuple(addresses.FEED_FILES))
    for kind in locale.sections:
        yield _of_kind(locale, kind)
    for vocabulary in locale.site.vocabularies:
        for term in vocabulary.terms:
            if locale.listing((vocabulary.name, term.id)):
                yield _of_term(locale, vocabulary, term)


def _of_kind(locale: LocaleContext, kind: Kind) -> FeedChannel:
    name, title = (kind.name,), locale.kind_label(kind, many=True)
    items, languages = _everything(locale, name), locale.archive.languages(name)
    return FeedChannel(name, _titled(locale, title), lambda lang: addresses.listing(lang, kind.name), items, languages)


def _of_term(locale: LocaleContext, vocabulary: Vocabulary, term: Term) -> FeedChannel:
    name, title = (vocabulary.name, term.id), locale.term_text(term)

    def locate(lang: str) -> str:
        return addresses.term(lang, vocabulary.slug, term.id)

    items, languages = _everything(locale, name), locale.archive.languages(name)
    return FeedChannel(name, _titled(locale, title), locate, items, languages, full=False)


def _everything(locale: LocaleContext, name: Name) -> tuple[Announcement, ...]:
    """All announcements of a list, those on its first page first; none if there is no such list."""
    listing = locale.listing(name)
    found = (*listing.first, *chain.from_iterable(listing.years.values())) if listing else ()
    return tuple({item.key: item for item in found}.values())


def _titled(locale: LocaleContext, title: Text) -> Text:
    """The list's title with the platform's name, or alone if they are in two languages."""
    platform = locale.platform
    return Text(f"{title.text} \N{EN DASH} {platform.text}", title.lang) if title.lang == platform.lang else title
