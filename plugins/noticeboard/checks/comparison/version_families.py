"""The versions of an announcement that translate each other, and where their blocks match."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from noticeboard.languages.guess import are_kin
from noticeboard.model import Location
from noticeboard.site.translation_state import changed_segments

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from noticeboard.site import Announcement, Site, Source

_FAR_APART = 300
"""Blocks. A comparison of longer stretches that differ would take time and find nothing."""

Value = TypeVar("Value", bound="Hashable")


class Family(Struct, frozen=True):
    """An original and the versions that should say the same, including the original, by language code."""

    original: Source
    versions: tuple[Source, ...]

    @property
    def voters(self) -> tuple[Source, ...]:
        """The versions that decide what is right: all except those that are outdated by their own stamps."""
        return tuple(v for v in self.versions if v is self.original or not self._is_outdated(v))

    def _is_outdated(self, version: Source) -> bool:
        """Whether the text that the version translates has changed since it was stamped, or is outdated itself."""
        stamp = version.header.translates
        original = next((v for v in self.versions if stamp and v.lang == stamp.language), None)
        if original is None:
            return False
        found = changed_segments(version, original) or ()
        return any(change.kind != "same" for change in found) or self._is_outdated(original)

    def witness(self, version: Source) -> Source:
        """The version to compare with: the original, or for the original itself the first other version."""
        return next(v for v in (self.original, *self.versions) if v is not version)


def everyone(announcement: Announcement, site: Site) -> tuple[Family, ...]:
    """All versions of the announcement as one family whose facts must agree; None if there is only one version."""
    sources = announcement.sources
    return (Family(_first(announcement, site), sources),) if len(sources) > 1 else ()


def families(announcement: Announcement, site: Site) -> tuple[Family, ...]:
    """Each original with its translations, and with translations of these.

    Originals may be structured differently, unless no version names what it translates: then all are one family.
    """
    sources = announcement.sources
    if all(s.header.translates is None for s in sources):
        return everyone(announcement, site)
    members: dict[str, list[Source]] = {s.lang: [s] for s in sources if s.header.translates is None}
    for source in sources:
        original = next((s for s in reversed(announcement.lineage(source)) if s.lang in members), None)
        if source.header.translates and original:
            members[original.lang].append(source)
    return tuple(Family(m[0], tuple(sorted(m, key=lambda s: s.lang))) for m in members.values() if len(m) > 1)


def originals_first(announcement: Announcement, site: Site) -> tuple[Source, ...]:
    """All versions: the one to compare with first, then other originals, then translations, each by code."""
    first = _first(announcement, site)
    return tuple(sorted(announcement.sources, key=lambda s: (s is not first, s.header.translates is not None)))


def _first(announcement: Announcement, site: Site) -> Source:
    originals = [s for s in announcement.sources if s.header.translates is None] or announcement.sources
    return next((s for s in originals if s.lang == site.settings.default_language), originals[0])


def usual(values: Sequence[Value], original: Value) -> Value:
    """What more than half of the versions have; what the original has if there is no such majority."""
    value, count = Counter(values).most_common(1)[0]
    return value if count * 2 > len(values) else original


def copies(announcement: Announcement, site: Site) -> dict[str, Source]:
    """For the path of each version whose text equals another version's, the version that it was copied from."""
    wholes = [s.whole for s in announcement.sources if s.whole]
    if len(set(wholes)) == len(wholes):
        return {}
    found: dict[str, Source] = {}
    owners: dict[int, Source] = {}
    for source in originals_first(announcement, site):
        owner = owners.setdefault(source.whole, source)
        if source.whole and owner is not source and not are_kin(owner.lang, source.lang):
            found[source.path] = owner
    return found


def in_work(source: Source) -> bool:
    """Whether a version is a draft translation, which may still contain the original's words."""
    return source.header.status == "draft" and source.header.translates is not None


def counterpart(version: Source, other: Source, line: int) -> Location:
    """The line in a version that corresponds to a line of the other version, or where it should be."""
    lines = version.profile.lines
    if not lines:
        return version.location()
    block = bisect_right(other.profile.lines, line) - 1
    if block < 0:
        return version.location("title")
    return Location(
        version.path, lines[min(_answering(other.profile.shape, version.profile.shape, block), len(lines) - 1)]
    )


def _answering(theirs: str, ours: str, block: int) -> int:
    """The number of the block in our shape that answers to one in theirs, or before which it is missing."""
    if theirs == ours:
        return block
    for _, first, last, start, end in _steps(theirs, ours):
        if block < last:
            return min(start + block - first, max(end - 1, start))
    return len(ours)


def unanswered(theirs: str, ours: str, letters: str) -> int:
    """The index of our first block of one of these kinds that has no counterpart in their structure; -1 if all have."""
    for step, _, _, start, end in _steps(theirs, ours):
        if step != "equal":
            for block in range(start, end):
                if ours[block] in letters:
                    return block
    return -1


def _steps(theirs: str, ours: str) -> Iterator[tuple[str, int, int, int, int]]:
    """How one shape becomes the other: (what is done, first, last, first of ours, last of ours), as difflib has it."""
    shorter = min(len(theirs), len(ours))
    start = next((i for i in range(shorter) if theirs[i] != ours[i]), shorter)
    end = next((i for i in range(shorter - start) if theirs[-1 - i] != ours[-1 - i]), shorter - start)
    first, second = theirs[start : len(theirs) - end], ours[start : len(ours) - end]
    yield "equal", 0, start, 0, start
    if max(len(first), len(second)) > _FAR_APART:
        yield "replace", start, start + len(first), start, start + len(second)
    else:
        for step, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
            yield step, a + start, b + start, c + start, d + start
    yield "equal", len(theirs) - end, len(theirs), len(ours) - end, len(ours)
