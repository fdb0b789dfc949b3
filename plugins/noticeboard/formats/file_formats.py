"""A document -> the bytes of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from noticeboard.formats.atom_file import feed_file
from noticeboard.formats.json_feed_file import json_feed_file
from noticeboard.formats.robots_file import robots_file
from noticeboard.formats.sitemap_files import sitemap_file, sitemap_index_file
from noticeboard.formats.status_files import status_file, status_index_file
from noticeboard.pages.documents import CalendarPage, FeedPage, RobotsPage, SitemapIndexPage, SitemapPage
from noticeboard.pages.translations.status_documents import StatusFile, StatusIndex

if TYPE_CHECKING:
    from noticeboard.pages.documents import Document


FEEDS = {"atom": feed_file, "json": json_feed_file}
"""The formats of feeds by their names."""


def document_bytes(document: Document) -> bytes:
    """The bytes of the document's file, UTF-8 in every format."""
    match document:
        case FeedPage():
            found = FEEDS[document.form](document)
        case CalendarPage():
            # Most builds make no calendar, and icalendar takes long to load.
            from noticeboard.formats.calendar_file import calendar_file  # noqa: PLC0415

            found = calendar_file(document)
        case SitemapPage():
            found = sitemap_file(document)
        case SitemapIndexPage():
            found = sitemap_index_file(document)
        case RobotsPage():
            found = robots_file(document)
        case StatusIndex():
            found = status_index_file(document)
        case StatusFile():
            found = status_file(document)
        case _:
            assert_never(document)
    return found
