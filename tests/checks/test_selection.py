"""Which problems are reported: by path, language and name."""

from __future__ import annotations

import pytest

from noticeboard.checks.selection import Selection
from noticeboard.model import Location, warning

PLACES = (
    "",
    "/theme/translations/sv.po",
    "news/b/sv.md",
    "platform.yml",
    "surveys/a/nl.md",
    "surveys/a/photo.jpg",
    "surveys/a/sv.md",
    "surveys/ab/sv.md",
    "vocabularies/tags.yml",
)
NAMES = ["unused-file" if path.endswith(".jpg") else "doubled-word" for path in PLACES]
PROBLEMS = tuple(warning(Location(path), name, "W.", "D.") for path, name in zip(PLACES, NAMES, strict=True))


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Selection(), PLACES),
        (Selection(paths=("surveys/a/nl.md",)), ("surveys/a/nl.md", "surveys/a/photo.jpg", "surveys/a/sv.md")),
        (Selection(paths=("surveys/a/photo.jpg",)), ("surveys/a/nl.md", "surveys/a/photo.jpg", "surveys/a/sv.md")),
        (Selection(paths=("surveys/ab", "platform.yml")), ("platform.yml", "surveys/ab/sv.md")),
        (Selection(paths=("surveys",)), PLACES[4:8]),
        (Selection(paths=("vocabularies/tags.yml",)), ("vocabularies/tags.yml",)),
        (Selection(paths=("/theme",)), ("/theme/translations/sv.po",)),
        (Selection(languages=("nl",)), ("surveys/a/nl.md",)),
        (Selection(languages=("sv",), paths=("surveys",)), ("surveys/a/sv.md", "surveys/ab/sv.md")),
        (Selection(only=("unused-file",)), ("surveys/a/photo.jpg",)),
        (Selection(skip=("doubled-word",)), ("surveys/a/photo.jpg",)),
        (Selection(only=("doubled-word",), languages=("nl", "sv"), paths=("surveys/a",)), (PLACES[4], PLACES[6])),
    ],
)
def test_only_selected_problems_are_reported(wanted: Selection, expected: tuple[str, ...]) -> None:
    """Each option narrows them; any file of an announcement selects all its versions and pictures."""
    assert tuple(p.location.path for p in wanted.of(PROBLEMS)) == expected
