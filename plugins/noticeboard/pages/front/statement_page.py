"""The accessibility statement in one language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from noticeboard.pages import addresses
from noticeboard.pages.descriptions import named_description
from noticeboard.pages.front.front_view import AccessibilityGaps, AccessibilityPage
from noticeboard.pages.listings.listing_addresses import listing_address, listing_alternates
from noticeboard.pages.page_frame import page_frame
from noticeboard.pages.page_messages import ACCESSIBILITY_STATEMENT
from noticeboard.pages.views.page import Page
from noticeboard.pages.views.view_parts import Link
from noticeboard.sources.accessibility_statement import REASONS

if TYPE_CHECKING:
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.pages.views.view_parts import Alternate
    from noticeboard.sources.accessibility_statement import AccessibilityGap, AccessibilityStatement
    from noticeboard.sources.per_language import Labels


def statement_pages(locale: LocaleContext) -> list[Page]:
    """The accessibility statement, or nothing if platform.yml does not state one."""
    stated = locale.site.settings.accessibility
    if stated is None:
        return []
    path = addresses.file_of(addresses.statement(locale.lang))
    make, key = partial(_view, locale, stated), locale.cache_keys.page(locale.lang, path)
    source, others = "platform.yml (accessibility)", partial(_alternates, locale)
    return [Page(path, "accessibility.html", locale.lang, make, key, source, alternates=others)]


def _alternates(locale: LocaleContext) -> tuple[Alternate, ...]:
    return listing_alternates(locale, addresses.statement, locale.site.settings.languages).alternates


def _view(locale: LocaleContext, stated: AccessibilityStatement) -> AccessibilityPage:
    title = locale.gettext(*ACCESSIBILITY_STATEMENT)
    languages = locale.site.settings.languages
    address = listing_address(locale, addresses.statement, languages, (Link(title, ""),))
    return AccessibilityPage(
        frame=page_frame(locale),
        address=replace(address, description=named_description(locale, title.text, "")),
        title=title,
        law=locale.text(stated.law),
        status=stated.status,
        gaps=_grouped(locale, stated.gaps),
        method=stated.method,
        prepared=locale.moment(stated.prepared),
        reviewed=locale.moment(stated.reviewed),
        report=_address(locale, stated.report),
        feedback=_address(locale, stated.feedback) or page_frame(locale).contact,
        enforcer=locale.text(stated.enforcer),
        enforcement=_address(locale, stated.enforcement),
    )


def _grouped(locale: LocaleContext, gaps: tuple[AccessibilityGap, ...]) -> tuple[AccessibilityGaps, ...]:
    texts = {reason: tuple(locale.text(g.text) for g in gaps if g.reason == reason) for reason in REASONS}
    return tuple(AccessibilityGaps(reason, tuple(t for t in found if t)) for reason, found in texts.items() if found)


def _address(locale: LocaleContext, labels: Labels) -> str:
    found = locale.text(labels)
    return found.text if found else ""
