"""Problems with difficult places, names and values."""

from __future__ import annotations

import pytest

from noticeboard.model import Location, Problem, error, warning


@pytest.fixture(scope="session")
def awkward() -> tuple[Problem, ...]:
    """An error with every character that some format treats specially, a warning, and a problem without a file."""
    value = '100 %, "a": b::c,\nnext\r\n\x1b[31mred\u202e <b>{value}</b>'
    return (
        error(
            Location("surveys/a b,c%:d/nl.md", 4, 11),
            "wrong-type",
            "{value} is not text.",
            "Correct {it}.",
            value=value,
        ),
        warning(Location("surveys/a/sv.md", 2, 1), "unused-file", "No text uses this file.", "Remove it."),
        warning(Location(""), "cache-lost", "The cache {file} is lost.", "", file="x.sqlite"),
    )
