"""Problems as SARIF 2.1.0, against the parts of the standard that the log uses."""

from __future__ import annotations

import json
from urllib.parse import unquote

from jsonschema import Draft202012Validator

from noticeboard.checks.explanations import explanations
from noticeboard.model import Location, Problem, error
from noticeboard.report import as_sarif, sentences

TEXT = {
    "type": "object",
    "required": ["text"],
    "additionalProperties": False,
    "properties": {"text": {"type": "string", "minLength": 1}},
}
RULE = {
    "type": "object",
    "required": ["id"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "shortDescription": TEXT,
        "help": TEXT,
        "defaultConfiguration": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"level": {"enum": ["none", "note", "warning", "error"]}},
        },
    },
}
POSITIVE = {"type": "integer", "minimum": 1}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "additionalProperties": False,
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation", "region"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "required": ["uri"],
                    "additionalProperties": False,
                    "properties": {"uri": {"type": "string", "pattern": "^[A-Za-z0-9/._~%:@!$&'()*+,;=-]+$"}},
                },
                "region": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {"startLine": POSITIVE, "startColumn": POSITIVE},
                },
            },
        }
    },
}
RESULT = {
    "type": "object",
    "required": ["message"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": TEXT,
        "locations": {"type": "array", "uniqueItems": False, "items": LOCATION},
    },
}
DRIVER = {
    "type": "object",
    "required": ["name"],
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string"},
        "semanticVersion": {"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
        "rules": {"type": "array", "uniqueItems": True, "items": RULE},
    },
}
RUN = {
    "type": "object",
    "required": ["tool", "results"],
    "additionalProperties": False,
    "properties": {
        "tool": {
            "type": "object",
            "required": ["driver"],
            "additionalProperties": False,
            "properties": {"driver": DRIVER},
        },
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
    },
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "pattern": "^https://.*sarif-schema-2.1.0.json$"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN},
    },
}
"""The rules of the standard (sections 3.13 to 3.49) for the properties that we write; others are not allowed."""


def location(path: str) -> str:
    """The path as people see it."""
    return f"content/{path}" if path else "noticeboard"


def log(*problems: Problem) -> dict:
    """The log of these problems, parsed."""
    return json.loads(as_sarif(problems, location, "1.2.3"))


def every() -> list[Problem]:
    """One problem of each name."""
    return [error(Location("surveys/a/nl.md", 1, 1), name, "What.", "Do.") for name in explanations()]


def test_the_log_follows_the_standard(awkward: tuple[Problem, ...]) -> None:
    """Required properties are there, none is unknown, all have the right form."""
    validator = Draft202012Validator(LOG)
    assert [list(validator.iter_errors(log(*found))) for found in ((), awkward, every())] == [[], [], []]


def test_a_result_names_its_rule_place_and_sentences(awkward: tuple[Problem, ...]) -> None:
    """Each result has the index of its rule and a path that is a valid relative reference."""
    (run,) = log(*awkward)["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted({p.name for p in awkward})
    assert [rules[r["ruleIndex"]] for r in run["results"]] == [p.name for p in sorted(awkward)]
    found = next(r for r in run["results"] if r["ruleId"] == "wrong-type")
    where = found["locations"][0]["physicalLocation"]
    assert unquote(where["artifactLocation"]["uri"]) == location(awkward[0].location.path)
    assert where["region"] == {"startLine": 4, "startColumn": 11}
    assert found["message"]["text"] == " ".join(sentences(awkward[0]))


def test_a_path_elsewhere_is_a_file_address() -> None:
    """An absolute path becomes a file: URI; a colon in the first part of a path makes no scheme."""
    found = [error(Location(path), "not-utf-8", "W.", "D.") for path in ("/x y/nl.po", "a:b/nl.po")]
    results = json.loads(as_sarif(found, lambda path: path, "1.2.3"))["runs"][0]["results"]
    assert [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in results] == [
        "file:///x%20y/nl.po",
        "./a%3Ab/nl.po",
    ]
