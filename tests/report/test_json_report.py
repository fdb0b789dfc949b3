"""Problems as JSON: the shape that docs/checking.md describes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from noticeboard.report import as_json

if TYPE_CHECKING:
    from noticeboard.model import Problem


def location(path: str) -> str:
    """The path as people see it."""
    return f"content/{path}"


def test_the_shape_is_the_documented_one(awkward: tuple[Problem, ...]) -> None:
    """A version, the counts, and the problems with places, names, sentences and values."""
    assert json.loads(as_json(awkward[1:2], location)) == {
        "version": 1,
        "errors": 0,
        "warnings": 1,
        "problems": [
            {
                "path": "content/surveys/a/sv.md",
                "line": 2,
                "column": 1,
                "severity": "warning",
                "name": "unused-file",
                "key": "",
                "what": "No text uses this file.",
                "todo": "Remove it.",
                "values": {},
            }
        ],
    }


def test_values_are_kept_as_they_are(awkward: tuple[Problem, ...]) -> None:
    """The sentence is safe to print; the values are those of the file."""
    (found,) = json.loads(as_json(awkward[:1], location))["problems"]
    assert (found["values"], "\x1b" in found["what"]) == ({"value": dict(awkward[0].values)["value"]}, False)


def test_problems_are_sorted_by_place_and_unique(awkward: tuple[Problem, ...]) -> None:
    """Equal problems give equal bytes in whatever order they are found."""
    assert as_json([*reversed(awkward), awkward[0]], location) == as_json(awkward, location)
