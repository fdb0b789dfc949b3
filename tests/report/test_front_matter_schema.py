"""The JSON Schema of the front matter, compared with the program's own reading."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from noticeboard.fields.front_matter_keys import KEYS
from noticeboard.model import Term, Vocabulary
from noticeboard.report.front_matter_schema import front_matter_schema
from noticeboard.settings import Settings
from noticeboard.sources.front_matter import parse
from noticeboard.sources.header import HeaderFields, read_header

CONTENT = Path(__file__).resolve().parents[2] / "content"
TERMS = Vocabulary("audience", (Term("teacher", (("en", "Teacher"),)), Term("head-teacher", ())))
SCHEMA = json.loads(front_matter_schema(Settings(languages=("en", "nl")), [TERMS]))


def accepts(front_matter: str) -> tuple[bool, bool]:
    """Whether the schema and the program accept these lines as front matter."""
    front = parse(f"---\n{front_matter}\n---\n\nText.\n", "news/a/en.md")
    found = read_header(front.values, front.locations, front.key_places, ["audience"])
    valid = Draft7Validator(SCHEMA, format_checker=Draft7Validator.FORMAT_CHECKER).is_valid(dict(front.values))
    return valid, not found.problems


def test_it_is_a_valid_schema() -> None:
    """It follows the draft that it names."""
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_every_key_is_there_and_described() -> None:
    """Each key and each vocabulary has an entry with its meaning."""
    assert list(KEYS) == list(HeaderFields.model_fields)
    assert set(SCHEMA["properties"]) == {*KEYS, "audience"}
    assert [key for key, shape in SCHEMA["properties"].items() if not shape["description"].endswith((".", "]."))] == []


def test_terms_are_offered_with_their_labels() -> None:
    """In the default language."""
    items = SCHEMA["properties"]["audience"]["items"]
    assert dict(zip(items["enum"], items["enumDescriptions"], strict=True)) == {
        "teacher": "Teacher",
        "head-teacher": "head-teacher",
    }


def test_only_warnings_are_offered_for_silencing() -> None:
    """`ignore` has the names of warnings, each with why it matters."""
    names = SCHEMA["properties"]["ignore"]["propertyNames"]["enum"]
    assert ("unused-file" in names, "broken-link" in names) == (True, False)


def test_the_demo_is_valid() -> None:
    """Editors underline nothing in its texts."""
    schema = json.loads(front_matter_schema(Settings(), [Vocabulary(name, ()) for name in ("audience", "tags")]))
    for name in ("audience", "tags", "key_competences"):
        schema["properties"][name] = {"type": "array"}
    validator = Draft7Validator(schema)
    texts = {p: parse(p.read_text(encoding="utf-8"), str(p)).values for p in CONTENT.glob("*/*/*.md")}
    assert [(str(path), e.message) for path, values in texts.items() for e in validator.iter_errors(values)] == []


@pytest.mark.parametrize(
    "lines",
    [
        "title: T",
        "title: T\npublished: 2023-01-10\ndeadline: 2023-02-19T17:00+01:00",
        "title: T\ntranslates: nl",
        "title: T\ntranslates: {language: nl, digest: x}",
        "title: T\nsurvey: https://example.org/{lang}\nduration: 15\nprivacy: https://example.org/",
        "title: T\nimage: photo.jpg\nimage_alt: ''\nimage_credit: Ann",
        "title: T\nquestionnaire_languages: [en, pt-BR]\nlanguages: [en]",
        "title: T\nexpected: {nl: 2023-02-19}\nmoved_from: [surveys/old, older]",
        "title: T\naudience: [teacher]\nstatus: draft\nupdated: 2023-01-10\nresults_of: a-b",
        "title: T\nignore: {unused-file: It is for later}",
        "title: T\naudience: []",
    ],
)
def test_the_schema_accepts_what_the_program_accepts(lines: str) -> None:
    """Editors underline nothing that is right."""
    assert accepts(lines) == (True, True)


@pytest.mark.parametrize(
    "lines",
    [
        "summary: S",
        "title:",
        "title: ''",
        "title: 5",
        "title: T\ndeadlin: 2023-02-19",
        "title: T\nsurvey: http://example.org/",
        "title: T\nduration: 0",
        "title: T\nduration: long",
        "title: T\nstatus: finished",
        "title: T\ntranslates: {lang: nl}",
        "title: T\nimage: ../photo.jpg",
        "title: T\nimage: .photo.jpg",
        "title: T\nlanguages: []",
        "title: T\nlanguages: nl",
        "title: T\nlanguages: [nl, nl]",
        "title: T\nresults_of: A B",
        "title: T\nmoved_from: [https://example.org/]",
        "title: T\nignore: {unused-file: ''}",
        "title: T\naudience: [teacher, teacher]",
        "title: T\nquestionnaire_languages: ['']",
        "title: T\nsummary: null",
    ],
)
def test_the_schema_refuses_what_the_program_refuses(lines: str) -> None:
    """Editors underline what would be an error in the build."""
    assert accepts(lines) == (False, False)


@pytest.mark.parametrize("line", ["audience: [techer]", "languages: [fr]", "translates: fr"])
def test_the_schema_knows_the_platform(line: str) -> None:
    """It refuses terms and languages that the platform does not have; the build finds them when it links."""
    assert accepts(f"title: T\n{line}") == (False, True)
