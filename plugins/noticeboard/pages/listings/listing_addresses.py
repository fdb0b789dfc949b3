"""The addresses of a list's page in all languages that have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.pages.alternates import AlternateLinks, language_link, with_current
from noticeboard.pages.views.frame_view import Address
from noticeboard.pages.views.view_parts import Alternate, Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from noticeboard.pages.locale_context import LocaleContext

    Locate = Callable[[str, str], str]


def listing_languages(
    edition: LocaleContext,
    locate: Callable[[str], str],
    languages: Iterable[str],
    trail: tuple[Link, ...] = (),
    default: str = "",
) -> Address:
    """The address of a page that exists in all those languages; `default` is x-default's path if not one of theirs."""
    shared = listing_alternates(edition, locate, languages, default)
    return Address(
        canonical=edition.absolute(locate(edition.lang)),
        alternates=shared.alternates,
        switcher=with_current(shared.switcher, edition.lang),
        breadcrumb=(edition.home, *trail) if trail else (),
    )


def listing_alternates(
    edition: LocaleContext, locate: Callable[[str], str], languages: Iterable[str], default: str = ""
) -> AlternateLinks:
    """What the pages in all those languages say of each other; see everywhere."""
    return edition.shared(locate("*"), lambda: _shared(edition, locate, tuple(languages), default))


def _shared(
    edition: LocaleContext, locate: Callable[[str], str], tags: tuple[str, ...], default: str
) -> AlternateLinks:
    preferred = edition.site.settings.default_language
    chosen = default or locate(preferred if preferred in tags else min(tags))
    return AlternateLinks(
        (
            *(Alternate(tag, edition.absolute(locate(tag))) for tag in sorted(tags)),
            Alternate("x-default", edition.absolute(chosen.removeprefix("/"))),
        ),
        tuple(language_link(tag, edition.href(locate(tag))) for tag in tags),
    )
