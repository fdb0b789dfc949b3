"""Detecting the language of a text."""

from __future__ import annotations

import pytest

from noticeboard.languages.guess import are_kin, judged, other_language


@pytest.mark.parametrize(
    ("ranked", "tag", "expected"),
    [
        ([("de", 0.99), ("nl", 0.01)], "nl", "de"),
        ([("nl", 0.99), ("de", 0.01)], "nl", ""),
        ([("de", 0.6), ("nl", 0.01)], "nl", ""),
        ([("de", 0.9), ("nl", 0.1)], "nl", ""),
        ([("da", 0.5), ("no", 0.49), ("sv", 0.0)], "sv", "da"),
        ([("da", 0.9), ("no", 0.1)], "nb", ""),
        ([("sr", 0.9), ("hr", 0.02)], "hr", ""),
        ([("en", 1.0)], "xx", ""),
        ([("de", 0.99), ("pt", 0.0)], "pt-BR", "de"),
    ],
)
def test_only_a_sure_guess_counts(ranked: list[tuple[str, float]], tag: str, expected: str) -> None:
    """Another language is named only if it is probable, the declared one is not, and the two can be distinguished."""
    assert judged(ranked, tag) == expected


def test_short_text_is_not_judged() -> None:
    """A few words have no language of their own."""
    assert other_language("Erasmus+ Plus Programme", "sv") == ""


@pytest.mark.parametrize(("one", "other", "expected"), [("hr", "bs", True), ("de-AT", "de", True), ("sv", "da", False)])
def test_kindred_languages(one: str, other: str, *, expected: bool) -> None:
    """The same sentence may be right in several of them."""
    assert are_kin(one, other) is expected
