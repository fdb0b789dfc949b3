"""What the findings of an announcement depend on: where that is equal, and the program is, so are they."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from noticeboard.digest import digest, value_bytes
from noticeboard.fields.contact import page_of
from noticeboard.site.records import folder_of

if TYPE_CHECKING:
    from noticeboard.site import Announcement, FileFacts, Site


@dataclass(frozen=True)
class FindingKeys:
    """The keys of all announcements of a site.

    What is found in an announcement may depend on its own versions and files, on those of the announcements that it
    names, on the settings, the vocabularies and the day. `neighbourhood` is a site with nothing else in it, so that a
    rule cannot depend on more. Advice that names what is not there is part of errors, which nobody may keep.
    """

    site: Site

    def key(self, item: Announcement) -> bytes:
        """All that the announcement's findings depend on, as a digest."""
        names = (item.key, *sorted(self._named(item)))
        parts = (part for name in names for part in (name.encode(), self._folders.get(name, b"")))
        return bytes.fromhex(digest(b"findings", self._shared, *parts))

    def neighbourhood(self, item: Announcement) -> Site:
        """The site as far as the announcement's findings may depend on it."""
        names = {item.key, *self._named(item)}
        site, folders = self.site, sorted({"", *names})
        return replace(
            site,
            announcements={name: other for name in sorted(names) if (other := site.announcements.get(name))},
            every={name: other for name in sorted(names) if (other := site.every.get(name))},
            files={path: file for name in folders for path, file in self._files.get(name, {}).items()},
        )

    def _named(self, item: Announcement) -> set[str]:
        """The folders (kind/name) of all that the announcement names, be they there or not."""
        facts, found = item.facts, {name for source in item.sources for name in source.leads_to}
        for name in facts.results_of:
            found.update([name] if "/" in name else self._called.get(name, ()))
        return (found | {page_of(facts.contact), page_of(facts.privacy)}) - {"", item.key}

    @cached_property
    def _shared(self) -> bytes:
        site = self.site
        shallow = [(file.origin, file.digest) for file in self._files.get("", {}).values()]
        return value_bytes((site.settings, site.vocabularies, site.today, shallow))

    @cached_property
    def _files(self) -> dict[str, dict[str, FileFacts]]:
        """The files of each announcement by its folder; under "" those that lie outside such folders."""
        found: dict[str, dict[str, FileFacts]] = {}
        for path, file in self.site.files.items():
            folder = folder_of(path)
            found.setdefault(folder if folder != path else "", {})[path] = file
        return found

    @cached_property
    def _folders(self) -> dict[str, bytes]:
        """What is in each announcement's folder."""
        every = self.site.every
        return {name: self._folder(name, every.get(name)) for name in every.keys() | self._files.keys()}

    def _folder(self, name: str, item: Announcement | None) -> bytes:
        texts = [(source.path, source.digest) for source in item.sources] if item else []
        files = [(file.origin, file.digest) for file in self._files.get(name, {}).values()]
        return value_bytes((texts, files))

    @cached_property
    def _called(self) -> dict[str, list[str]]:
        """The keys of the announcements of each name."""
        found: dict[str, list[str]] = {}
        for key, item in self.site.every.items():
            found.setdefault(item.name, []).append(key)
        return found
