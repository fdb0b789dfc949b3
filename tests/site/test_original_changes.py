"""What has changed since a translation was made, segment by segment."""

from __future__ import annotations

import pytest

from noticeboard.site.original_changes import aligned_translation, segment_changes
from noticeboard.site.segment_texts import SegmentPiece, segmented

HEAD = "---\ntitle: {}\npublished: 2023-01-10\n---\n\n"
ENGLISH = HEAD.format("Starts") + "On Monday.\n\n## Who\n\nAll pupils.\n"
DUTCH = HEAD.format("Begint") + "Op maandag.\n\n## Wie\n\nAlle leerlingen.\n"


def told(now: str, translation: str = DUTCH, *, history: bool = True) -> list[tuple[str, str, str, str]]:
    """The comparison with the English text `now`: the change, then, now and the translation."""
    then = segmented(ENGLISH.encode())
    old = {piece.segment.digest: piece.passage for piece in then} if history else {}
    found = segment_changes(digests(then), segmented(now.encode()), segmented(translation.encode()), old)
    return [(c.change.kind, *(p.text if p else "" for p in c[1:])) for c in found if c.change.kind != "same"]


def digests(pieces: tuple[SegmentPiece, ...]) -> list[str]:
    """The digests in a stamp."""
    return [piece.segment.digest for piece in pieces]


def test_nothing_has_changed() -> None:
    """The comparison is empty."""
    assert told(ENGLISH) == []


def test_changes_come_with_their_translation() -> None:
    """New segments have no translation yet."""
    assert told(ENGLISH.replace("Monday", "Tuesday")) == [("changed", "On Monday.", "On Tuesday.", "Op maandag.")]
    assert told(ENGLISH.replace("## Who", "New.\n\n## Who")) == [("added", "", "New.", "")]
    assert told(ENGLISH.replace("\nAll pupils.\n", "")) == [("removed", "All pupils.", "", "Alle leerlingen.")]


def test_an_added_paragraph_shifts_nothing() -> None:
    """Translations below it stay with their originals."""
    now = ENGLISH.replace("On Monday.", "New.\n\nOn Monday.").replace("pupils", "children")
    assert told(now) == [("added", "", "New.", ""), ("changed", "All pupils.", "All children.", "Alle leerlingen.")]


def test_without_history_the_old_text_is_not_known() -> None:
    """The rest is reported."""
    assert told(ENGLISH.replace("Monday", "Tuesday"), history=False) == [("changed", "", "On Tuesday.", "Op maandag.")]


def test_a_translation_of_another_shape_is_matched_as_far_as_it_is_sure() -> None:
    """A paragraph that only the translation has is skipped."""
    translation = DUTCH.replace("## Wie", "> Extra.\n\n## Wie")
    assert told(ENGLISH.replace("pupils", "children"), translation) == [
        ("changed", "All pupils.", "All children.", "Alle leerlingen.")
    ]


@pytest.mark.parametrize(
    ("kinds", "others", "expected"),
    [
        ("tpp", "tpp", {0: 0, 1: 1, 2: 2}),
        ("tphp", "thp", {0: 0, 2: 1, 3: 2}),
        ("thp", "tphp", {0: 0, 1: 2, 2: 3}),
        ("tapx", "thp", {0: 0, 1: 1, 2: 2}),
        ("tapx", "thhp", {0: 0, 2: 3}),
        ("", "t", {}),
    ],
)
def test_segments_are_aligned_by_kind_and_order(kinds: str, others: str, expected: dict[int, int]) -> None:
    """Each letter is a kind."""
    assert aligned_translation(kinds, others) == expected
