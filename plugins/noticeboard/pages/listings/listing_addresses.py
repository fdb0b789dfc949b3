"""The address of a page that exists in several languages, with its alternates and its switcher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.pages.alternates import AlternateLinks, language_link, with_current
from noticeboard.pages.views.frame_view import Address
from noticeboard.pages.views.view_parts import Alternate, Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from noticeboard.pages.locale_context import LocaleContext

    Locate = Callable[[str, str], str]


def listing_address(
    locale: LocaleContext,
    locate: Callable[[str], str],
    languages: Iterable[str],
    trail: tuple[Link, ...] = (),
    default: str = "",
) -> Address:
    """The address of a page that exists in all those languages; `default` is x-default's path if not one of theirs."""
    links = listing_alternates(locale, locate, languages, default)
    return Address(
        canonical=locale.absolute(locate(locale.lang)),
        alternates=links.alternates,
        switcher=with_current(links.switcher, locale.lang),
        breadcrumb=(locale.home, *trail) if trail else (),
    )


def listing_alternates(
    locale: LocaleContext, locate: Callable[[str], str], languages: Iterable[str], default: str = ""
) -> AlternateLinks:
    """The alternates and the switcher of a page that exists in all those languages; see listing_address."""
    return locale.alternate_links(locate("*"), lambda: _links(locale, locate, tuple(languages), default))


def _links(locale: LocaleContext, locate: Callable[[str], str], tags: tuple[str, ...], default: str) -> AlternateLinks:
    preferred = locale.site.settings.default_language
    chosen = default or locate(preferred if preferred in tags else min(tags))
    return AlternateLinks(
        (
            *(Alternate(tag, locale.absolute(locate(tag))) for tag in sorted(tags)),
            Alternate("x-default", locale.absolute(chosen.removeprefix("/"))),
        ),
        tuple(language_link(tag, locale.href(locate(tag))) for tag in tags),
    )
