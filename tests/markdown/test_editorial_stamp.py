"""A change without a new meaning outdates nothing, and makes nothing current that was outdated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.markdown.segments.editorial_stamp import ReplacedRun, accepted, narrowed, touched
from noticeboard.markdown.segments.stamps import changes


def stamp_after(stamped: str, before: str, now: str) -> str:
    """The stamp after an edit without a new meaning; each letter is a digest."""
    return "".join(accepted(stamped, before, now, touched(before, now)))


@pytest.mark.parametrize(
    ("stamped", "before", "now", "expected"),
    [
        ("abc", "abc", "aBc", "aBc"),
        ("abc", "abc", "aBxc", "aBxc"),
        ("abc", "abc", "ac", "ac"),
        ("abc", "abc", "Xabc", "Xabc"),
        ("abc", "abc", "abcX", "abcX"),
        ("", "", "ab", "ab"),
        ("xbc", "abc", "aBc", "xBc"),
        ("xbc", "abc", "Abc", "xbc"),
        ("xyz", "abc", "ABC", "xyz"),
        ("xbz", "abc", "ABC", "xBz"),
        ("bc", "abc", "aBc", "Bc"),
        ("abcd", "abc", "aBc", "aBcd"),
        ("ac", "abc", "aBxc", "ac"),
        ("xyc", "abc", "abXc", "xyXc"),
        ("xy", "ab", "aXb", "xy"),
    ],
)
def test_only_edited_segments_count_as_translated(stamped: str, before: str, now: str, expected: str) -> None:
    """A segment that was outdated before keeps its old digest, and a missing one stays missing."""
    assert stamp_after(stamped, before, now) == expected


def test_an_edit_of_two_neighbours_is_two_runs() -> None:
    """They can be accepted one by one."""
    assert touched("abcd", "aBCd") == (ReplacedRun(1, 2, 1, 2), ReplacedRun(2, 3, 2, 3))
    assert "".join(accepted("abcd", "abcd", "aBCd", [ReplacedRun(2, 3, 2, 3)])) == "abCd"


@pytest.mark.parametrize(
    ("before", "now", "locations", "expected"),
    [
        ("abc", "aBxc", {1}, "aBc"),
        ("abc", "aBxc", {2}, "axc"),
        ("abc", "aBxc", {1, 2}, "aBxc"),
        ("abc", "aBxc", {0, 3}, "abc"),
        ("abc", "axyzbc", {1, 3}, "axzbc"),
        ("abcd", "aBxCd", {1, 3}, "aBCd"),
        ("abcd", "aXd", {1}, "aXd"),
        ("abc", "ac", {0, 1}, "abc"),
        ("abcd", "aBxCd", {1}, None),
        ("abcde", "aBCe", {2}, None),
    ],
)
def test_a_part_of_a_run_is_accepted_where_it_is_clear(
    before: str, now: str, locations: set[int], expected: str | None
) -> None:
    """Other changes are still reported; if it is not clear what replaced what, nothing is accepted."""
    parts = [narrowed(run, locations) for run in touched(before, now)]
    found = None if None in parts else "".join(accepted(before, before, now, [one for part in parts for one in part]))
    assert found == expected


TEXTS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=6).map("".join)


@given(before=TEXTS, now=TEXTS)
def test_a_version_that_was_current_is_current(before: str, now: str) -> None:
    """Whatever the edit."""
    assert stamp_after(before, before, now) == now


@given(before=TEXTS, edit=st.sets(st.integers(0, 5)), stale=st.sets(st.integers(0, 5)))
def test_outdated_segments_stay_outdated(before: str, edit: set[int], stale: set[int]) -> None:
    """Exactly the segments that had changed before the edit are still reported."""
    now = "".join(letter.upper() if location in edit else letter for location, letter in enumerate(before))
    stamped = "".join("#" if location in stale else letter for location, letter in enumerate(before))
    found = changes(stamp_after(stamped, before, now), now)
    wanted = {location for location in range(len(before)) if location in stale}
    assert {change.now for change in found if change.kind != "same"} == wanted
