"""The accessibility statement in one language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from noticeboard.pages import addresses
from noticeboard.pages.descriptions import named_description
from noticeboard.pages.front.single_view import AccessibilityGaps, AccessibilityPage
from noticeboard.pages.listings.listing_addresses import listing_alternates, listing_languages
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


def statement_pages(edition: LocaleContext) -> list[Page]:
    """The accessibility statement, where platform.yml says anything for one."""
    stated = edition.site.settings.accessibility
    if stated is None:
        return []
    path = addresses.file_of(addresses.statement(edition.lang))
    make, made = partial(_view, edition, stated), edition.inputs.page(edition.lang, path)
    source, others = "platform.yml (accessibility)", partial(_alternates, edition)
    return [Page(path, "accessibility.html", edition.lang, make, made, source, alternates=others)]


def _alternates(edition: LocaleContext) -> tuple[Alternate, ...]:
    return listing_alternates(edition, addresses.statement, edition.site.settings.languages).alternates


def _view(edition: LocaleContext, stated: AccessibilityStatement) -> AccessibilityPage:
    title = edition.say(*ACCESSIBILITY_STATEMENT)
    languages = edition.site.settings.languages
    address = listing_languages(edition, addresses.statement, languages, (Link(title, ""),))
    return AccessibilityPage(
        frame=page_frame(edition),
        address=replace(address, description=named_description(edition, title.text, "")),
        title=title,
        law=edition.text(stated.law),
        status=stated.status,
        gaps=_grouped(edition, stated.gaps),
        method=stated.method,
        prepared=edition.moment(stated.prepared),
        reviewed=edition.moment(stated.reviewed),
        report=_address(edition, stated.report),
        feedback=_address(edition, stated.feedback) or page_frame(edition).contact,
        enforcer=edition.text(stated.enforcer),
        enforcement=_address(edition, stated.enforcement),
    )


def _grouped(edition: LocaleContext, gaps: tuple[AccessibilityGap, ...]) -> tuple[AccessibilityGaps, ...]:
    texts = {reason: tuple(edition.text(g.text) for g in gaps if g.reason == reason) for reason in REASONS}
    return tuple(AccessibilityGaps(reason, tuple(t for t in found if t)) for reason, found in texts.items() if found)


def _address(edition: LocaleContext, labels: Labels) -> str:
    found = edition.text(labels)
    return found.text if found else ""
