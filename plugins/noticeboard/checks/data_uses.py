"""Where the texts of an announcement show data files that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.render.parsed_text import DataUse
    from noticeboard.site import Announcement, FileFacts, Site, Source
    from noticeboard.sources.data_files import DataTable


def data_uses(announcement: Announcement, site: Site) -> Iterator[tuple[Source, DataUse, FileFacts, DataTable]]:
    """Each version's data files with what they hold, in order; those that cannot be read are reported elsewhere."""
    for source in announcement.sources:
        for use in source.data:
            file = site.files.get(f"{announcement.key}/{use.file}")
            if file and file.table:
                yield source, use, file, file.table
