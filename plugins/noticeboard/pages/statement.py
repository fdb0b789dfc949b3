"""The accessibility statement in one language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from noticeboard.pages import addresses
from noticeboard.pages.lists import everywhere, together
from noticeboard.pages.messages import ACCESSIBILITY_STATEMENT
from noticeboard.pages.views import AccessibilityPage, Gaps, Link, Page
from noticeboard.sources.statement import REASONS

if TYPE_CHECKING:
    from noticeboard.pages.edition import Edition
    from noticeboard.pages.views import Alternate
    from noticeboard.sources.per_language import Labels
    from noticeboard.sources.statement import Gap, Statement


def statement_pages(edition: Edition) -> list[Page]:
    """The accessibility statement, where platform.yml says anything for one."""
    stated = edition.site.settings.accessibility
    if stated is None:
        return []
    path = addresses.file_of(addresses.statement(edition.lang))
    make, made = partial(_view, edition, stated), edition.inputs.page(edition.lang, path)
    source, others = "platform.yml (accessibility)", partial(_alternates, edition)
    return [Page(path, "accessibility.html", edition.lang, make, made, source, alternates=others)]


def _alternates(edition: Edition) -> tuple[Alternate, ...]:
    return together(edition, addresses.statement, edition.site.settings.languages).alternates


def _view(edition: Edition, stated: Statement) -> AccessibilityPage:
    title = edition.say(*ACCESSIBILITY_STATEMENT)
    languages = edition.site.settings.languages
    return AccessibilityPage(
        frame=edition.frame(),
        address=everywhere(edition, addresses.statement, languages, (Link(title, ""),)),
        title=title,
        law=edition.text(stated.law),
        status=stated.status,
        gaps=_grouped(edition, stated.gaps),
        method=stated.method,
        prepared=edition.moment(stated.prepared),
        reviewed=edition.moment(stated.reviewed),
        report=_address(edition, stated.report),
        feedback=_address(edition, stated.feedback or edition.site.settings.contact),
        enforcer=edition.text(stated.enforcer),
        enforcement=_address(edition, stated.enforcement),
    )


def _grouped(edition: Edition, gaps: tuple[Gap, ...]) -> tuple[Gaps, ...]:
    texts = {reason: tuple(edition.text(g.text) for g in gaps if g.reason == reason) for reason in REASONS}
    return tuple(Gaps(reason, tuple(t for t in found if t)) for reason, found in texts.items() if found)


def _address(edition: Edition, labels: Labels) -> str:
    found = edition.text(labels)
    return found.text if found else ""
