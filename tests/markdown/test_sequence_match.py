"""Matching two lists gives difflib's result for short ones and takes linear time for long ones."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.markdown.segments import sequence_match
from noticeboard.markdown.segments.sequence_match import opcodes, pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

ITEMS = st.lists(st.sampled_from("abcdefgh"), max_size=12)


@pytest.fixture(params=[-1, 20, 20_000], ids=["anchors alone", "short gaps", "all gaps"])
def long_lists(request: pytest.FixtureRequest) -> Iterator[None]:
    """Makes every list count as long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sequence_match, "MOST_STEPS", -1)
        patch.setattr(sequence_match, "_MOST_BETWEEN", request.param)
        yield


@given(ITEMS, ITEMS)
def test_short_lists_have_difflibs_result(then: list[str], now: list[str]) -> None:
    """And pairs are equal items."""
    found = SequenceMatcher(None, then, now, autojunk=False).get_opcodes()
    assert opcodes(then, now) == found
    runs = [(range(i1, i2), range(j1, j2)) for tag, i1, i2, j1, j2 in found if tag == "equal"]
    assert pairs(then, now) == [pair for run in runs for pair in zip(*run, strict=True)]


@pytest.mark.usefixtures("long_lists")
@given(ITEMS, ITEMS)
def test_opcodes_of_long_lists_lead_from_one_to_the_other(then: list[str], now: list[str]) -> None:
    """They cover both lists from beginning to end; pairs are equal items."""
    i = j = 0
    for tag, i1, i2, j1, j2 in opcodes(then, now):
        assert (i1, j1) == (i, j)
        assert tag == {(1, 1): "replace", (1, 0): "delete", (0, 1): "insert"}[i2 > i1, j2 > j1] or (
            tag == "equal" and then[i1:i2] == now[j1:j2] != []
        )
        i, j = i2, j2
    assert (i, j) == (len(then), len(now))
    assert all(then[at] == now[to] for at, to in pairs(then, now))


@pytest.mark.usefixtures("long_lists")
def test_unique_items_are_paired() -> None:
    """So are equal beginnings and ends."""
    assert pairs("xxabcyzz", "xxcawbzz") == [(0, 0), (1, 1), (2, 3), (3, 5), (6, 6), (7, 7)]
