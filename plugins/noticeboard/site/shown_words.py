"""The words of the data files that a version shows, which translations say in `labels`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.markdown.render.parsed_text import PERCENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from noticeboard.site.records import Announcement, FileFacts
    from noticeboard.site.source import Source


def shown_words(announcement: Announcement, source: Source, files: Mapping[str, FileFacts]) -> Iterator[str]:
    """The words of the data files and units that the version shows, in their order; some more than once."""
    for use in source.data:
        file = files.get(f"{announcement.key}/{use.file}")
        if file and file.table:
            yield from file.table.words
        if use.unit not in ("", PERCENT):
            yield use.unit
