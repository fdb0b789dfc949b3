"""The order in which pages are rendered: those that share what they show come one after the other."""

from __future__ import annotations

from noticeboard.pages.views.page import Page
from noticeboard.shell.build.stale_rendering import _place


def test_announcements_by_address_and_lists_by_language() -> None:
    """The versions of an announcement share its facts, the lists of a language its cards."""
    pages = [
        _page("nl/surveys/b/index.html", "announcement.html"),
        _page("de/surveys/b/deadline.ics", ""),
        _page("nl/surveys/2026/index.html", "listing.html"),
        _page("de/topics/reading/index.html", "term.html"),
        _page("de/surveys/a/index.html", "announcement.html"),
        _page("de/surveys/2026/index.html", "listing.html"),
        _page("nl/surveys/a/index.html", "announcement.html"),
    ]
    assert [page.path for page in sorted(pages, key=_place)] == [
        "de/surveys/a/index.html",
        "nl/surveys/a/index.html",
        "de/surveys/b/deadline.ics",
        "nl/surveys/b/index.html",
        "de/surveys/2026/index.html",
        "de/topics/reading/index.html",
        "nl/surveys/2026/index.html",
    ]


def _page(path: str, template: str) -> Page:
    return Page(path, template, path[:2], NotImplemented)
