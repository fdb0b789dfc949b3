"""status.json, which gives programs the state of translations."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from noticeboard.formats.status_files import status_file, status_index_file
from noticeboard.pages.translations.status_documents import LanguageCounts, StatusFile, StatusIndex, VersionRecord
from noticeboard.pages.translations.translation_pages import TRANSLATION_STATES
from noticeboard.site.translation_state import TranslationState, VersionState

DOCS = Path(__file__).resolve().parents[2] / "docs"
COUNTS = ((TranslationState.OUTDATED, 1), (TranslationState.EXPECTED, 1))
OUTDATED = VersionRecord(
    announcement="surveys/a",
    version_state=VersionState("nl", TranslationState.OUTDATED, "en", 2, 7, 34),
    published=date(2023, 1, 10),
    deadline=date(2023, 2, 19),
    file="surveys/a/nl.md",
    edit="https://git.example.org/edit/surveys/a/nl.md",
    changes="https://git.example.org/commits/surveys/a/en.md",
    exchange="https://example.org/nl/translations/surveys/a.xlf",
    page="https://example.org/nl/surveys/a/",
)
EXPECTED = VersionRecord(
    "pages/about",
    VersionState("nl", TranslationState.EXPECTED, "en", 3, 3, 50, date(2023, 3, 1)),
    None,
    None,
    "",
    "",
    "",
    "",
    "/nl/about/",
)


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    """The schema that the documentation links to."""
    text = (DOCS / "translation-status.schema.json").read_text(encoding="utf-8")
    Draft202012Validator.check_schema(json.loads(text))
    return Draft202012Validator(json.loads(text))


def read(data: bytes, schema: Draft202012Validator) -> Any:  # noqa: ANN401 - JSON holds anything
    """The JSON in a file, validated with the schema."""
    value = json.loads(data.decode())
    assert [fault.message for fault in schema.iter_errors(value)] == []
    return value


def test_the_index_counts_every_language(schema: Draft202012Validator) -> None:
    """Each language has counts by state and the address of its file."""
    index = StatusIndex((LanguageCounts("nl", COUNTS, 84, "/translations/nl/status.json"),))
    assert read(status_index_file(index), schema) == {
        "version": 1,
        "languages": [
            {
                "language": "nl",
                "counts": {"outdated": 1, "expected": 1},
                "words": 84,
                "href": "/translations/nl/status.json",
            }
        ],
    }


def test_a_language_has_its_versions(schema: Draft202012Validator) -> None:
    """Every version has its state and address; missing values are null."""
    found = read(status_file(StatusFile("nl", "", COUNTS, 84, (OUTDATED, EXPECTED), ())), schema)
    versions = found.pop("versions")
    counts = {"outdated": 1, "expected": 1}
    assert found == {"version": 1, "language": "nl", "part": None, "counts": counts, "words": 84, "parts": []}
    assert versions[0] == {
        "announcement": "surveys/a",
        "published": "2023-01-10",
        "deadline": "2023-02-19",
        "state": "outdated",
        "original": "en",
        "changed": 2,
        "segments": 7,
        "words": 34,
        "behind": None,
        "expected": None,
        "file": "surveys/a/nl.md",
        "edit": "https://git.example.org/edit/surveys/a/nl.md",
        "changes": "https://git.example.org/commits/surveys/a/en.md",
        "exchange": "https://example.org/nl/translations/surveys/a.xlf",
        "page": "https://example.org/nl/surveys/a/",
    }
    absent = {key: versions[1][key] for key in ("published", "deadline", "expected", "file", "edit", "changes", "page")}
    nothing = {"published": None, "deadline": None, "file": None, "edit": None, "changes": None}
    assert absent == {**nothing, "expected": "2023-03-01", "page": "/nl/about/"}


def test_a_part_names_itself(schema: Draft202012Validator) -> None:
    """The first file lists the files of all parts, and each part says which it is."""
    parts = ("https://example.org/translations/nl/2023/status.json",)
    first = read(status_file(StatusFile("nl", "", COUNTS, 84, (), parts)), schema)
    part = read(status_file(StatusFile("nl", "2023", COUNTS, 84, (OUTDATED,), ())), schema)
    assert (first["parts"], first["part"], part["part"]) == (list(parts), None, "2023")


def test_the_demos_files_keep_to_the_schema(demo_site: Path, schema: Draft202012Validator) -> None:
    """Every status.json of the demo is valid, and the index links to all of them."""
    files = {p.relative_to(demo_site).as_posix(): read(p.read_bytes(), schema) for p in demo_site.rglob("status.json")}
    index = files.pop("translations/status.json")
    assert {one["href"].removeprefix("/") for one in index["languages"]} == files.keys()
    for one in index["languages"]:
        own = files[one["href"].removeprefix("/")]
        assert (own["counts"], own["words"]) == (one["counts"], one["words"])
        assert sum(own["counts"].values()) == len(own["versions"])


def test_the_documentation_names_every_state_and_key(schema: Draft202012Validator) -> None:
    """It gives the name of each state on pages and explains every key."""
    text = (DOCS / "translation-status.md").read_text(encoding="utf-8")
    states = {line.split("|")[1].strip(" `"): line.split("|")[2].strip() for line in text.splitlines() if "| `" in line}
    assert {state: states[state] for state in TRANSLATION_STATES} == {s: m.text for s, m in TRANSLATION_STATES.items()}
    shapes = schema.schema["$defs"]
    keys = {key for shape in ("index", "language", "version") for key in shapes[shape]["properties"]}
    assert {key for key in keys if f"`{key}`" not in text} == set()
