"""The state of the translations -> JSON (RFC 8259), as docs/translation-status.md describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noticeboard.pages.translations.status_documents import LanguageCounts, StatusFile, StatusIndex, VersionRecord
    from noticeboard.site.translation_state import TranslationState

VERSION = 1
"""Changes when something has another meaning or is removed; additions do not change it."""


def status_index_file(index: StatusIndex) -> bytes:
    """Every language with its counts and the address of its file."""
    return _written({"version": VERSION, "languages": [_language(one) for one in index.languages]})


def status_file(status: StatusFile) -> bytes:
    """One language's versions."""
    return _written(
        {
            "version": VERSION,
            "language": status.language,
            "part": status.part or None,
            "counts": _counts(status.counts),
            "words": status.words,
            "versions": [_version(one) for one in status.versions],
            "parts": list(status.parts),
        }
    )


def _written(value: dict[str, object]) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def _language(one: LanguageCounts) -> dict[str, object]:
    return {"language": one.language, "counts": _counts(one.counts), "words": one.words, "href": one.href}


def _counts(counts: tuple[tuple[TranslationState, int], ...]) -> dict[str, int]:
    return {str(state): count for state, count in counts}


def _version(one: VersionRecord) -> dict[str, object]:
    how = one.version_state
    return {
        "announcement": one.announcement,
        "published": one.published.isoformat() if one.published else None,
        "deadline": one.deadline.isoformat() if one.deadline else None,
        "state": str(how.state),
        "original": how.original or None,
        "changed": how.changed,
        "segments": how.segments,
        "words": how.words,
        "behind": how.behind or None,
        "expected": how.expected.isoformat() if how.expected else None,
        "file": one.file or None,
        "edit": one.edit or None,
        "changes": one.changes or None,
        "exchange": one.exchange or None,
        "page": one.page or None,
    }
