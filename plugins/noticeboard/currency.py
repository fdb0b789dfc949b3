"""(Announcement, language, today) -> how current that version is: what translators have to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from noticeboard.prose.stamps import Change, changes, digests

if TYPE_CHECKING:
    from datetime import date

    from noticeboard.site.records import Announcement, Source


class Currency(StrEnum):
    """The state of one language version; the order is that of the design and says nothing about urgency."""

    ORIGINAL = "original"
    CURRENT = "current"
    OUTDATED = "outdated"
    UNSTAMPED = "unstamped"
    MISSING = "missing"
    EXPECTED = "expected"
    LATE = "late"
    UNWANTED = "unwanted"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Standing:
    """How current one version is.

    `original` is the language of the text it translates or should translate, "" for an original. `changed` counts the
    original's segments that were added, changed or removed since it was stamped, `segments` those the original has,
    `words` those of the original that are still to be translated (all where there is no version, 0 where none are or
    nobody knows). `expected` is the promised day of a missing version.
    """

    lang: str
    state: Currency
    original: str = ""
    changed: int = 0
    segments: int = 0
    words: int = 0
    expected: date | None = None


def standing(announcement: Announcement, lang: str, today: date) -> Standing:
    """How current the version of an announcement in that language is on that day in the platform's zone.

    A draft counts as a draft, whatever it is stamped with; its words left are counted like those of any translation.
    """
    source = next((s for s in announcement.sources if s.lang == lang), None)
    if source is None:
        return _absent(announcement, lang, today)
    if source.header.translates is None:
        state = Currency.DRAFT if source.header.status == "draft" else Currency.ORIGINAL
        return Standing(lang, state, segments=len(source.segments))
    original = original_of(announcement, source.header.translates.language)
    found = changed_segments(source, original) if original else None
    if original is None or found is None:
        state = Currency.DRAFT if source.header.status == "draft" else Currency.UNSTAMPED
        return Standing(lang, state, source.header.translates.language)
    moved = [change for change in found if change.kind != "same"]
    words = sum(original.segments[change.now].words for change in moved if change.now >= 0)
    state = Currency.OUTDATED if moved else Currency.CURRENT
    state = Currency.DRAFT if source.header.status == "draft" else state
    return Standing(lang, state, original.lang, len(moved), len(original.segments), words)


def changed_segments(source: Source, original: Source) -> tuple[Change, ...] | None:
    """What became of the original since that version was stamped; None where it is not stamped."""
    then = digests(source.header.translates.digest) if source.header.translates else None
    return None if then is None else changes(then, [segment.digest for segment in original.segments])


def original_of(announcement: Announcement, lang: str = "") -> Source | None:
    """The original in that language; without one, the text to translate from: the fallback, else the first original."""
    originals = [s for s in announcement.sources if s.header.translates is None]
    if lang:
        return next((s for s in originals if s.lang == lang), None)
    fallback = announcement.fallback
    return fallback if fallback in originals else next(iter(originals), None)


def _absent(announcement: Announcement, lang: str, today: date) -> Standing:
    if lang not in announcement.wanted:
        return Standing(lang, Currency.UNWANTED)
    original = original_of(announcement)
    segments = original.segments if original else ()
    expected = dict(announcement.facts.expected).get(lang)
    state = Currency.MISSING
    if expected is not None:
        state = Currency.LATE if expected < today else Currency.EXPECTED
    words = sum(segment.words for segment in segments)
    return Standing(lang, state, original.lang if original else "", len(segments), len(segments), words, expected)
