"""(Announcement, language, today) -> the state of that version, and what translators have to do."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from noticeboard.markdown.segments.segment import HEADS
from noticeboard.markdown.segments.stamps import Change, changes, digests, renewed

if TYPE_CHECKING:
    from datetime import date

    from noticeboard.site.records import Announcement
    from noticeboard.site.source import Source


class TranslationState(StrEnum):
    """The state of a language version. The order of the members says nothing about urgency."""

    ORIGINAL = "original"
    CURRENT = "current"
    OUTDATED = "outdated"
    UNSTAMPED = "unstamped"
    MISSING = "missing"
    EXPECTED = "expected"
    LATE = "late"
    UNWANTED = "unwanted"
    DRAFT = "draft"


class VersionState(Struct, frozen=True):
    """The state of one version and the work that is left.

    * `original` is the language of the text that it translates or should translate; "" for an original.
    * `segments` is the number of the original's segments; `changed` of them were added, changed or removed since the
      stamp.
    * `words` is the number of the original's words still to translate: all if there is no version, in a draft also
      those left untranslated; 0 if none or not known.
    * `expected` is the promised day of a missing version or a draft.
    * `behind` is the language of an outdated or unstamped translation that it was made from, directly or not; else "".
    """

    lang: str
    state: TranslationState
    original: str = ""
    changed: int = 0
    segments: int = 0
    words: int = 0
    expected: date | None = None
    behind: str = ""


def version_state(announcement: Announcement, lang: str, today: date) -> VersionState:
    """The state of an announcement's version in a language on a day in the platform's zone.

    A draft counts as a draft, whatever its stamp.
    """
    source = announcement.by_language.get(lang)
    if source is None:
        return _absent(announcement, lang, today)
    draft = source.header.status == "draft"
    if source.header.translates is None:
        return VersionState(
            lang, TranslationState.DRAFT if draft else TranslationState.ORIGINAL, segments=len(source.segments)
        )
    original = original_of(announcement, source.header.translates.language)
    if original is None:
        return VersionState(
            lang, TranslationState.DRAFT if draft else TranslationState.UNSTAMPED, source.header.translates.language
        )
    expected = dict(announcement.facts.expected).get(lang)
    found = _drafted(source, original, expected) if draft else _published(source, original)
    behind = _behind(announcement, source)
    return replace(found, behind=behind) if behind else found


def changed_segments(source: Source, original: Source) -> tuple[Change, ...] | None:
    """What happened to the original since the version was stamped; None if it is not stamped."""
    then = digests(source.header.translates.digest) if source.header.translates else None
    if then is None:
        return None
    return changes(renewed(then, original.segments), [segment.digest for segment in original.segments])


def original_of(announcement: Announcement, lang: str = "") -> Source | None:
    """The version in that language, even if it is a translation; without one, the text to translate from.

    That is the fallback if it is an original, else the first original.
    """
    if lang:
        return announcement.by_language.get(lang)
    originals = [s for s in announcement.sources if s.header.translates is None]
    return next((s for s in originals if s is announcement.fallback), next(iter(originals), None))


def _behind(announcement: Announcement, source: Source) -> str:
    """The language of the nearest translation in a version's lineage that is not current itself; "" without one."""
    lineage = announcement.lineage(source)
    for base, original in pairwise(lineage):
        found = changed_segments(base, original)
        if found is None or _moved(found) or _copied(base, original):
            return base.lang
    return ""


def _published(source: Source, original: Source) -> VersionState:
    found, segments = changed_segments(source, original), original.segments
    if found is None:
        return VersionState(source.lang, TranslationState.UNSTAMPED, original.lang, segments=len(segments))
    moved = _moved(found) or _copied(source, original)
    state = TranslationState.OUTDATED if moved else TranslationState.CURRENT
    words = sum(segments[change.now].words for change in moved if change.now >= 0)
    return VersionState(source.lang, state, original.lang, len(moved), len(segments), words)


def is_copy(source: Source, original: Source) -> bool:
    """Whether a version's text still is its original's, so that it is not current whatever its stamp says."""
    return bool(source.whole) and source.whole == original.whole


def _copied(source: Source, original: Source) -> list[Change]:
    """The blocks of the original where the version's text still is the original's, whatever its stamp says."""
    if not is_copy(source, original):
        return []
    every = enumerate(original.segments)
    return [Change("changed", place, place) for place, segment in every if segment.kind not in (*HEADS, "code")]


def _drafted(source: Source, original: Source, expected: date | None) -> VersionState:
    moved = _moved(changed_segments(source, original) or ())
    locations = {change.now for change in moved} | _untranslated(source, original)
    words = sum(segment.words for location, segment in enumerate(original.segments) if location in locations)
    return VersionState(
        source.lang, TranslationState.DRAFT, original.lang, len(moved), len(original.segments), words, expected
    )


def _moved(found: tuple[Change, ...]) -> list[Change]:
    return [change for change in found if change.counts]


def _untranslated(source: Source, original: Source) -> set[int]:
    """Which segments of the original are unchanged in the version, without code, which is the same in all languages."""
    own = {segment.digest for segment in source.segments}
    return {
        location
        for location, segment in enumerate(original.segments)
        if segment.digest in own and segment.kind != "code"
    }


def _absent(announcement: Announcement, lang: str, today: date) -> VersionState:
    if lang not in announcement.wanted:
        return VersionState(lang, TranslationState.UNWANTED)
    original = original_of(announcement)
    segments = original.segments if original else ()
    expected = dict(announcement.facts.expected).get(lang)
    state = TranslationState.MISSING
    if expected is not None:
        state = TranslationState.LATE if expected < today else TranslationState.EXPECTED
    words = sum(segment.words for segment in segments)
    return VersionState(lang, state, original.lang if original else "", len(segments), len(segments), words, expected)
