"""The states of all versions, for programs."""

from __future__ import annotations

import csv
import json
from datetime import date

import pytest

from noticeboard.report.state_report import states_as_csv, states_as_json
from noticeboard.site.translation_state import TranslationState, VersionState
from noticeboard.site.translation_tasks import StateRow

ROWS = (
    StateRow(
        "surveys/a",
        date(2026, 12, 18),
        (
            VersionState("en", TranslationState.ORIGINAL, segments=5),
            VersionState("nl", TranslationState.EXPECTED, "en", 5, 5, 40, date(2027, 1, 8)),
        ),
    ),
    StateRow(
        "news/b",
        None,
        (VersionState("en", TranslationState.ORIGINAL, segments=2), VersionState("nl", TranslationState.UNWANTED)),
    ),
)


def test_json_has_a_version_and_a_record_for_each_version() -> None:
    """As docs/translating.md describes it."""
    assert json.loads(states_as_json(ROWS[:1], ["en", "nl"])) == {
        "version": 1,
        "languages": ["en", "nl"],
        "announcements": [
            {
                "announcement": "surveys/a",
                "deadline": "2026-12-18",
                "versions": [
                    {
                        "language": "en",
                        "state": "original",
                        "original": "",
                        "changed": 0,
                        "segments": 5,
                        "words": 0,
                        "expected": None,
                        "behind": None,
                    },
                    {
                        "language": "nl",
                        "state": "expected",
                        "original": "en",
                        "changed": 5,
                        "segments": 5,
                        "words": 40,
                        "expected": "2027-01-08",
                        "behind": None,
                    },
                ],
            }
        ],
    }


@pytest.mark.parametrize(("languages", "states"), [(["nl"], ["expected", "unwanted"]), (["en"], ["original"] * 2)])
def test_only_the_selected_languages_are_listed(languages: list[str], states: list[str]) -> None:
    """In both formats."""
    document = json.loads(states_as_json(ROWS, languages))
    assert [v["state"] for a in document["announcements"] for v in a["versions"]] == states
    assert [r["state"] for r in csv.DictReader(states_as_csv(ROWS, languages).splitlines())] == states


def test_csv_has_a_line_for_each_version() -> None:
    """Missing values are empty, numbers are numbers."""
    assert states_as_csv(ROWS, ["nl"]) == (
        "announcement,deadline,language,state,original,changed,segments,words,expected,behind\r\n"
        "surveys/a,2026-12-18,nl,expected,en,5,5,40,2027-01-08,\r\n"
        "news/b,,nl,unwanted,,0,0,0,,\r\n"
    )
