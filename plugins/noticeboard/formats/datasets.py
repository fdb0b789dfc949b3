"""The data files of a page in the words of schema.org: a Dataset each, with the file to download."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.formats.json_ld import filled, full, said
from noticeboard.model import Text
from noticeboard.pages.views.data_view import DataGroup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.formats.json_ld import Node
    from noticeboard.pages.announcements.announcement_view import AnnouncementPage
    from noticeboard.pages.views.data_view import DataFigure

_MOST = 5000
"""Characters of a description that search engines take."""


def datasets(page: AnnouncementPage) -> Iterator[Node]:
    """A Dataset for each data file that the page shows, in order."""
    for part in page.prose.parts:
        if isinstance(part, DataGroup):
            caption = part.caption if len(part.data) == 1 else None
            yield from (_dataset(page, data, caption) for data in part.data)


def _dataset(page: AnnouncementPage, data: DataFigure, caption: Text | None) -> Node:
    here, frame = page.frame.lang, page.frame
    creator = data.credit or frame.publisher
    words = f"{data.alt.text} {page.description.text}".strip()[:_MOST]
    return filled(
        {
            "@type": "Dataset",
            "@id": f"{page.address.canonical}#nb-data-{data.number}",
            "name": said(caption or data.alt, here),
            "description": said(Text(words, data.alt.lang), here),
            "inLanguage": page.prose.lang,
            "datePublished": page.published.iso if page.published else None,
            "creator": {"@type": "Organization", "name": said(creator, here)} if creator else None,
            "variableMeasured": [said(column, here) for column in data.table.columns],
            "isPartOf": {"@id": page.address.canonical},
            "distribution": {
                "@type": "DataDownload",
                "contentUrl": full(page, data.file.href),
                "encodingFormat": "text/csv",
                "name": data.file.name.text,
            },
        }
    )
