"""A language version as it was parsed from its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import force_setattr

from noticeboard.blob import Blob
from noticeboard.fields.front_matter_keys import Header
from noticeboard.markdown.render.parsed_text import DataUse, PictureUse
from noticeboard.markdown.render.slots import Pieces
from noticeboard.markdown.segments.segment import Segment
from noticeboard.model import Location, Stored
from noticeboard.shared_values import share_fields
from noticeboard.site.front_matter_positions import FrontMatterPositions
from noticeboard.site.version_details import NO_DETAILS, unpacked_details

if TYPE_CHECKING:
    from noticeboard.markdown.render.parsed_text import ParsedText
    from noticeboard.markdown.segments.version_profile import VersionProfile


class Source(Stored, frozen=True, omit_defaults=True):
    """One language version as it was parsed from content/kind/name/lang.md.

    It holds what lists and counts of many announcements need. `packed` holds the details (version_details.py), which
    are unpacked only when its own announcement is checked or its page is made.

    * `title`, `summary` and `alt` are the header's, set in the language's typography ("" if absent).
    * `digest` is the hex SHA-256 of the file's bytes.
    * `segments` are kept for texts that others translate, to tell whether those are current, and for drafts, to tell
      what is still untranslated; () for other translations.
    * `pictures`, `data` and `whole` repeat those of the text and profile.
    * `files` are the paths that the text's links name, `leads_to` the folders (kind/name) that the links lead to.
    * `excerpt` is the text's first paragraph where there is no summary.
    """

    path: str
    kind: str
    name: str
    lang: str
    header: Header
    title: str
    summary: str
    alt: str
    digest: str = ""
    segments: tuple[Segment, ...] = ()
    pictures: tuple[PictureUse, ...] = ()
    data: tuple[DataUse, ...] = ()
    files: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    whole: int = 0
    excerpt: Pieces = ()
    packed: Blob = NO_DETAILS

    def __post_init__(self) -> None:
        """Keeps one object for what is equal in many of them: a build holds those of all texts."""
        share_fields(self, ("kind", "name", "lang", "files", "leads_to"))
        header = self.header
        for name, written in (("title", header.title), ("summary", header.summary), ("alt", header.image_alt)):
            if getattr(self, name) == written:
                force_setattr(self, name, written)

    @property
    def text(self) -> ParsedText:
        """The parsed text."""
        return unpacked_details(self.packed).text

    @property
    def profile(self) -> VersionProfile:
        """What the text states, for comparing versions."""
        return unpacked_details(self.packed).profile

    @property
    def locations(self) -> FrontMatterPositions:
        """The location of each value of the front matter."""
        return FrontMatterPositions(self.path, unpacked_details(self.packed).positions)

    def location(self, *loc: str | int) -> Location:
        """The location of a value, or the file's first line if the file does not state it."""
        return self.locations.get(loc) or Location(self.path)
