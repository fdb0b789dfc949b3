"""How current all versions are, for programs: JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.site.translation_state import VersionState
    from noticeboard.site.translation_tasks import StateRow

STATES_VERSION = 1
"""Changes when something has another meaning or is removed; additions do not change it."""

_COLUMNS = (
    "announcement",
    "deadline",
    "language",
    "state",
    "original",
    "changed",
    "segments",
    "words",
    "expected",
    "behind",
)


def states_as_json(found: Iterable[StateRow], languages: Sequence[str]) -> str:
    """The rows as one JSON object, with the states in these languages; docs/translating.md describes it."""
    document = {
        "version": STATES_VERSION,
        "languages": list(languages),
        "announcements": [
            {
                "announcement": row.announcement,
                "deadline": row.deadline.isoformat() if row.deadline else None,
                "versions": [_record(one) for one in row.version_states if one.lang in languages],
            }
            for row in found
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def states_as_csv(found: Iterable[StateRow], languages: Sequence[str]) -> str:
    """The rows as a table with a line per version, and one of headings first (RFC 4180)."""
    stream = io.StringIO()
    table = csv.writer(stream)
    table.writerow(_COLUMNS)
    for row in found:
        for one in row.version_states:
            if one.lang in languages:
                table.writerow([row.announcement, row.deadline or "", *_record(one).values()])
    return stream.getvalue()


def _record(one: VersionState) -> dict[str, object]:
    return {
        "language": one.lang,
        "state": str(one.state),
        "original": one.original,
        "changed": one.changed,
        "segments": one.segments,
        "words": one.words,
        "expected": one.expected.isoformat() if one.expected else None,
        "behind": one.behind or None,
    }
