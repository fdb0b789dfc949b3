"""The linked site: announcements, the facts that their versions share, and their files."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from noticeboard.fields.announcement_keys import AnnouncementKeys
from noticeboard.model import Problem, Stored
from noticeboard.sources.data_files import DataTable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.model import Vocabulary
    from noticeboard.settings import Kind, Settings
    from noticeboard.site.source import Source


class FileFacts(Stored, frozen=True):
    """A file that belongs to an announcement.

    * `path` is in Unicode NFC, as texts name it; `spelling` is the path on the disk if that has another form, else "".
    * `digest` is the hex SHA-256 of the file's bytes.
    * `width` and `height` are in pixels; 0 if the file is no picture, or an SVG file that does not state them.
    * `fault` says why the file is no usable picture, "" if it is one. It is a message that names the {file} and the
      `values`, which are (name, text) pairs.
    * `transparent` says whether parts of the picture are see-through, `problems` why publishing it would be unsafe.
    * `table` is the content of a CSV file; None if it is no table of figures, and then `table_problems` say why.
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
        """The path below the content folder as it is on the disk."""
        return self.spelling or self.path


def folder_of(path: str) -> str:
    """The folder (kind/name) of the announcement that owns the file at this path below the content folder."""
    return "/".join(path.split("/")[:2])


class Facts(AnnouncementKeys, frozen=True):
    """What an announcement's versions share, agreed between all of them."""

    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    credits: tuple[tuple[str, str], ...] = ()


class Announcement(Struct, frozen=True, dict=True):
    """All versions of one announcement and the facts they share.

    `sources` are all versions, in the order of their language codes; `versions` are those that readers can see (no
    drafts, unless drafts are shown), by language code. `wanted` are the offered languages that it is meant for, in the
    platform's order. Readers whose language is missing get `fallback`; None if nothing is published.
    """

    kind: Kind
    name: str
    facts: Facts
    wanted: tuple[str, ...]
    sources: tuple[Source, ...]
    versions: Mapping[str, Source]
    fallback: Source | None

    # Every page and check asks for it.
    @cached_property
    def key(self) -> str:
        """Kind and name as in addresses: surveys/school-mentoring."""
        return f"{self.kind.name}/{self.name}"

    @cached_property
    def by_language(self) -> Mapping[str, Source]:
        """All versions by language code, drafts included."""
        return {source.lang: source for source in self.sources}

    def shown(self, lang: str) -> Source | None:
        """The version that readers of the language get: their own, else the fallback; None if there is no page."""
        own = self.versions.get(lang)
        return own or (self.fallback if lang in self.wanted else None)

    def named_by(self, source: Source) -> Source | None:
        """The version named by `translates`, drafts included; None if there is none."""
        stamp = source.header.translates
        if not stamp:
            return None
        return self.by_language.get(stamp.language)

    def lineage(self, source: Source) -> tuple[Source, ...]:
        """The texts that a version was translated from: the one that it names first, the original last.

        There are several if a translation was itself translated. If versions translate each other in a circle, each is
        there once.
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


class SurveyIndex:
    """The announcements that `results_of` can name, by their names, so that none is looked for among all others."""

    def __init__(self, every: Mapping[str, Announcement]) -> None:
        """Takes the announcements by key."""
        self._every = every
        self._by_name: dict[str, list[Announcement]] = {}
        for item in every.values():
            if item.facts.deadline is not None or item.facts.starts is not None:
                self._by_name.setdefault(item.name, []).append(item)

    def named(self, name: str) -> list[Announcement]:
        """The announcements that a name can mean, by key: those of that name with a deadline, or events.

        A name with its kind in front, such as consultations/mentoring, means that one alone.
        """
        if "/" in name:
            return [self._every[name]] if name in self._every else []
        return self._by_name.get(name, [])

    def of(self, item: Announcement) -> list[Announcement]:
        """The announcements whose results `item` has, in the order of its `results_of`; unknown names are left out."""
        found = map(self.named, item.facts.results_of)
        return [items[0] for items in found if items]


class Site(Struct, frozen=True, dict=True):
    """Everything that the pages are made from; `announcements` are those with a page today, by key in order.

    Pages are made from nothing else. Checks also see `every` announcement, including those not published yet, and
    `today`, the day in the platform's zone.
    """

    settings: Settings
    announcements: Mapping[str, Announcement]
    vocabularies: tuple[Vocabulary, ...]
    files: Mapping[str, FileFacts]
    every: Mapping[str, Announcement] = field(default_factory=dict)
    today: date = date.min

    @cached_property
    def surveys(self) -> SurveyIndex:
        """The announcements with a page today that can have results."""
        return SurveyIndex(self.announcements)

    @cached_property
    def results(self) -> Mapping[str, list[Announcement]]:
        """For each announcement with a page today (by key), the announcements with its results, sorted by key."""
        found: dict[str, list[Announcement]] = {}
        for item in self.announcements.values():
            for survey in self.surveys.of(item):
                found.setdefault(survey.key, []).append(item)
        return found
