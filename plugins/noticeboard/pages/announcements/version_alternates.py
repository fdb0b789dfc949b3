"""What the pages of an announcement say of each other in all languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.pages import addresses
from noticeboard.pages.alternates import AlternateLinks, language_link
from noticeboard.pages.views.view_parts import Alternate

if TYPE_CHECKING:
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.site import Announcement


def version_alternates(edition: LocaleContext, item: Announcement) -> AlternateLinks:
    """What all versions of the announcement say of each other."""
    return edition.shared(item.key, lambda: _shared(edition, item))


def _shared(edition: LocaleContext, item: Announcement) -> AlternateLinks:
    languages = (lang for lang in edition.site.settings.languages if item.shown(lang))
    return AlternateLinks(
        _alternates(edition, item),
        tuple(
            language_link(
                lang,
                edition.href(addresses.announcement(lang, item)),
                missing=lang not in item.versions,
            )
            for lang in languages
        ),
    )


def _alternates(edition: LocaleContext, item: Announcement) -> tuple[Alternate, ...]:
    """The hreflang of every version by code, then x-default: the default language's, else the first by code."""
    found = [Alternate(lang, edition.absolute(addresses.announcement(lang, item))) for lang in sorted(item.versions)]
    default = edition.site.settings.default_language
    chosen = default if default in item.versions else found[0].hreflang
    return (*found, Alternate("x-default", edition.absolute(addresses.announcement(chosen, item))))
