"""Where an announcement shows which picture file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Location
    from noticeboard.site import Announcement, FileFacts, Site


def picture_uses(announcement: Announcement, site: Site) -> Iterator[tuple[FileFacts, Location]]:
    """Each usable picture that an announcement shows, once, with the first place that names it, by language code.

    A file for one language (photo.nl.jpg beside photo.jpg) is a picture of its own.
    """
    seen: set[str] = set()
    for source in announcement.sources:
        named = [(picture.file, picture.location) for picture in source.pictures]
        if source.header.image:
            named.insert(0, (source.header.image, source.location("image")))
        for name, location in named:
            stem, dot, ending = name.rpartition(".")
            for file in (name, f"{stem}.{source.lang}{dot}{ending}"):
                path = f"{announcement.key}/{file}"
                if path in site.files and path not in seen and not site.files[path].fault:
                    seen.add(path)
                    yield site.files[path], location
