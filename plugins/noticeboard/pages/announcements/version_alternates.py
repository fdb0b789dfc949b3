"""The hreflang links and switcher entries of an announcement's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.pages import addresses
from noticeboard.pages.alternates import AlternateLinks, language_link
from noticeboard.pages.views.view_parts import Alternate

if TYPE_CHECKING:
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.site import Announcement


def version_alternates(locale: LocaleContext, item: Announcement) -> AlternateLinks:
    """The hreflang links and switcher entries, the same on every version of the announcement."""
    return locale.alternate_links(item.key, lambda: _links(locale, item))


def _links(locale: LocaleContext, item: Announcement) -> AlternateLinks:
    languages = (lang for lang in locale.site.settings.languages if item.shown(lang))
    return AlternateLinks(
        _alternates(locale, item),
        tuple(
            language_link(
                lang,
                locale.href(addresses.announcement(lang, item)),
                missing=lang not in item.versions,
            )
            for lang in languages
        ),
    )


def _alternates(locale: LocaleContext, item: Announcement) -> tuple[Alternate, ...]:
    """The hreflang of every version by code, then x-default: the default language's, else the first by code."""
    found = [Alternate(lang, locale.absolute(addresses.announcement(lang, item))) for lang in sorted(item.versions)]
    default = locale.site.settings.default_language
    chosen = default if default in item.versions else found[0].hreflang
    return (*found, Alternate("x-default", locale.absolute(addresses.announcement(chosen, item))))
