"""The accessibility statement's page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from noticeboard.model import Text
from noticeboard.pages.front.front_view import AccessibilityGaps
from noticeboard.pages.views.view_parts import Moment
from noticeboard.settings import Settings
from noticeboard.sources.accessibility_statement import AccessibilityGap, AccessibilityStatement

if TYPE_CHECKING:
    from collections.abc import Callable

STATED = AccessibilityStatement(
    status="partial",
    method="automated",
    gaps=(
        AccessibilityGap((("en", "Maps"), ("nl", "Kaarten")), "out-of-scope"),
        AccessibilityGap((("en", "Films"),), "non-compliance"),
    ),
    prepared=date(2026, 11, 21),
    enforcer=(("en", "A body"),),
    enforcement=(("", "https://example.org/body"),),
)
NEWS = {"news/a/nl.md": "---\ntitle: T\npublished: 2023-01-01\n---\n\nSee [this](../../pages/accessibility/).\n"}
SETTINGS = Settings(languages=("en", "nl"), contact=(("", "https://example.org/contact"),), accessibility=STATED)


def test_it_shows_what_platform_yml_states(make_pages: Callable) -> None:
    """Texts are in the reader's language or marked, gaps are grouped by reason, and contact is for feedback."""
    page = make_pages(NEWS, settings=SETTINGS)["nl/accessibility/"]
    assert (page.status, page.method, page.prepared, page.reviewed) == (
        "partial",
        "automated",
        Moment("21 november 2026", "2026-11-21"),
        None,
    )
    assert page.gaps == (
        AccessibilityGaps("non-compliance", (Text("Films", "en"),)),
        AccessibilityGaps("out-of-scope", (Text("Kaarten", "nl"),)),
    )
    assert (page.feedback, page.enforcer, page.enforcement) == (
        "https://example.org/contact",
        Text("A body", "en"),
        "https://example.org/body",
    )


def test_every_page_links_to_it_and_texts_can(make_pages: Callable) -> None:
    """Every footer links to it, and texts can with ../accessibility/."""
    pages = make_pages(NEWS, settings=SETTINGS)
    assert [link.href for link in pages["nl/"].frame.footer] == ["/nl/accessibility/"]
    assert 'href="/nl/accessibility/"' in pages["nl/news/a/"].prose.lead


def test_without_facts_there_is_no_statement(make_pages: Callable) -> None:
    """And no link to it."""
    files = {"news/a/nl.md": "---\ntitle: T\npublished: 2023-01-01\n---\n\nText.\n"}
    pages = make_pages(files, settings=Settings(languages=("nl",), default_language="nl"))
    assert ("nl/accessibility/" in pages, pages["nl/"].frame.footer) == (False, ())
