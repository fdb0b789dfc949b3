"""The links from a page to the same page in other languages: hreflang alternates and the switcher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from noticeboard.languages.language_data import language_data
from noticeboard.languages.language_names import native_name
from noticeboard.pages.views.view_parts import LanguageLink

if TYPE_CHECKING:
    from noticeboard.pages.views.view_parts import Alternate


class AlternateLinks(Struct, frozen=True):
    """The links that the versions of a page in all languages share; no entry of the switcher is marked as current."""

    alternates: tuple[Alternate, ...]
    switcher: tuple[LanguageLink, ...]


def with_current(switcher: tuple[LanguageLink, ...], lang: str) -> tuple[LanguageLink, ...]:
    """The switcher with that language marked as the page's own."""
    return tuple(replace(item, current=True) if item.lang == lang else item for item in switcher)


def language_link(lang: str, href: str, *, missing: bool = False) -> LanguageLink:
    """A language by its own name, leading to that address."""
    return LanguageLink(lang, language_data(lang).direction, native_name(lang), href, missing=missing)
