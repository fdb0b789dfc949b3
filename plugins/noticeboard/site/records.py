"""What the site is made of: sources as parsed, versions and announcements as linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Self

from msgspec import Struct
from msgspec.msgpack import Decoder, encode
from msgspec.structs import replace

from noticeboard.fields.front_matter_keys import AnnouncementKeys, Header
from noticeboard.markdown.render.parsed_text import DataUse, PictureUse
from noticeboard.markdown.render.slots import Pieces
from noticeboard.markdown.segments.segment import Segment
from noticeboard.model import Location, Problem, Stored, StoredDataclass
from noticeboard.site.version_details import unpacked_details
from noticeboard.sources.data_files import DataTable
from noticeboard.sources.schema import Loc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.render.parsed_text import ParsedText
    from noticeboard.markdown.segments.version_profile import VersionProfile
    from noticeboard.model import Vocabulary
    from noticeboard.settings import Kind, Settings


_KEPT = 32


@dataclass(frozen=True, slots=True)
class FrontMatterPositions(Mapping[Loc, Location], StoredDataclass):
    """Where the values of one file's front matter stand; `packed` holds line and column of each (MessagePack)."""

    path: str
    packed: bytes

    @classmethod
    def of(cls, path: str, locations: Mapping[Loc, Location]) -> Self:
        """The same places, all of which are in the file at that path."""
        places = {loc: (location.line, location.column) for loc, location in locations.items()}
        return cls(path, encode(places) if places else b"")

    def __getitem__(self, loc: Loc) -> Location:
        """Where that value stands."""
        return Location(self.path, *_positions(self.packed)[loc])

    def __iter__(self) -> Iterator[Loc]:
        """The values that stand somewhere."""
        return iter(_positions(self.packed))

    def __len__(self) -> int:
        """How many there are."""
        return len(_positions(self.packed))


# Rules ask for several places of one file, one after the other, and builds hold those of all.
@lru_cache(_KEPT)
def _positions(packed: bytes) -> dict[Loc, tuple[int, int]]:
    return _decoder().decode(packed) if packed else {}


@cache
def _decoder() -> Decoder[dict[Loc, tuple[int, int]]]:
    return Decoder(dict[Loc, tuple[int, int]])


class Source(Stored, frozen=True):
    """One language version as it was parsed from content/kind/name/lang.md.

    `title`, `summary` and `alt` are the header's, set in the language's typography ("" if absent). `digest` is that
    of its bytes. `segments` are those of a text that others translate, by which these are known to be current, and
    those of a draft, by which it is known what still is in it untranslated; other translations have none.
    `pictures`, `data` and `whole` are those of its text and profile; `files` are the paths that its links name, and
    `leads_to` the folders (kind/name) of announcements and files that they lead to; `excerpt` is the text's lead where
    there is no summary.

    This is the version's card, which whatever shows or counts many announcements works with. `packed` are its details
    (version_details.py), which are unpacked where its own announcement is at hand.
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
    packed: bytes = b""

    @property
    def text(self) -> ParsedText:
        """Its text."""
        return unpacked_details(self.packed).text

    @property
    def profile(self) -> VersionProfile:
        """What its text says, for comparing versions."""
        return unpacked_details(self.packed).profile

    @property
    def locations(self) -> FrontMatterPositions:
        """Where each value of the front matter is."""
        return FrontMatterPositions(self.path, unpacked_details(self.packed).positions)

    def location(self, *loc: str | int) -> Location:
        """Where the value stands, or the file's first line when it is not stated here."""
        return self.locations.get(loc) or Location(self.path)


class FileFacts(Stored, frozen=True):
    """A file that belongs to an announcement. `fault` says why it is no usable picture, "" when it is one.

    `path` is in Unicode NFC, as texts name it; `spelling` is the disk's where that has another form, else "".
    It is a template that names the {file} and the `values`, which are (name, text) pairs.
    `digest` is the hex SHA-256 of its bytes; width and height count pixels, and are 0 for what is not a picture
    and for an SVG file that does not say them.
    `transparent` says that something can be seen through it, `problems` what makes it unsafe to publish as it is.
    `table` is what a CSV file holds, None if it is not a table of figures: then `table_problems` say why.
    """

    path: str
    digest: str
    size: int
    width: int = 0
    height: int = 0
    fault: str = "none"
    transparent: bool = False
    values: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    spelling: str = ""
    table: DataTable | None = None
    table_problems: tuple[Problem, ...] = ()

    @property
    def origin(self) -> str:
        """Its path below the content folder as the disk spells it."""
        return self.spelling or self.path


def folder_of(path: str) -> str:
    """The folder (kind/name) of the announcement to which a file at that path below the content folder belongs."""
    return "/".join(path.split("/")[:2])


class Facts(AnnouncementKeys, frozen=True):
    """What belongs to an announcement and not to one version, agreed between all of them."""

    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    credits: tuple[tuple[str, str], ...] = ()


class Announcement(Struct, frozen=True):
    """All versions of one announcement and the facts they share.

    `sources` are all versions, `versions` those that readers can see (drafts are left out unless they are
    shown), both by language code. `wanted` are the offered languages it is meant for, in the platform's order.
    `fallback` stands in for a missing version; None when nothing is published.
    """

    kind: Kind
    name: str
    facts: Facts
    wanted: tuple[str, ...]
    sources: tuple[Source, ...]
    versions: Mapping[str, Source]
    fallback: Source | None

    @property
    def key(self) -> str:
        """Kind and name as they stand in addresses: surveys/school-mentoring."""
        return f"{self.kind.name}/{self.name}"

    def shown(self, lang: str) -> Source | None:
        """The version that readers of the language get: their own, else the fallback; None if there is no page."""
        own = self.versions.get(lang)
        return own or (self.fallback if lang in self.wanted else None)

    def named_by(self, source: Source) -> Source | None:
        """The version named by `translates`, drafts included; None if there is none."""
        stamp = source.header.translates
        return next((s for s in self.sources if stamp and s.lang == stamp.language), None)

    def lineage(self, source: Source) -> tuple[Source, ...]:
        """The texts that a version comes from, the one that it translates first and its original last.

        A relay translates a translation, so there may be several. Where versions translate each other in a circle, it
        ends before one comes a second time.
        """
        found: list[Source] = []
        base = self.named_by(source)
        while base is not None and base is not source and base not in found:
            found.append(base)
            base = self.named_by(base)
        return tuple(found)

    @property
    def as_seen(self) -> Announcement:
        """The announcement as its readers see it: without the drafts, unless drafts are shown."""
        if len(self.versions) == len(self.sources):
            return self
        return replace(self, sources=tuple(self.versions.values()))


class Site(Struct, frozen=True):
    """Everything that the pages are made from; `announcements` are those with a page today, by key in order.

    Pages are made from nothing else. Checks also see `every` announcement, those not published yet too, and `today`,
    the day in the platform's zone.
    """

    settings: Settings
    announcements: Mapping[str, Announcement]
    vocabularies: tuple[Vocabulary, ...]
    files: Mapping[str, FileFacts]
    every: Mapping[str, Announcement] = field(default_factory=dict)
    today: date = date.min
