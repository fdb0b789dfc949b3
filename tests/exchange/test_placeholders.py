"""The placeholders of a translation, compared with those of its original."""

from __future__ import annotations

import pytest

from noticeboard.exchange.placeholder_pairing import paired
from noticeboard.exchange.placeholders import Placeholder, fault, numbers, paired_numbers, put_back, renumbered

SOURCE = 'The <g id="1">plan</g> by <x id="2"/>'


@pytest.mark.parametrize(
    "text",
    [SOURCE, '<x id="2"/>: <g id="1">plan</g>', '<g id="1">plan <x id="2"/></g>', "< g id = '1' >p</ g><x id=“2” />"],
)
def test_each_placeholder_once_is_right_in_any_order(text: str) -> None:
    """Languages have other word orders, and tools change spaces and quotation marks."""
    assert fault(text, numbers(SOURCE), paired_numbers(SOURCE)) is None
    assert put_back(text, lambda n: f"[{n}", lambda n: f"{n}]").count("[1") == 1


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('<g id="1">plan</g>', '<x id="2"/> is missing'),
        ('<x id="2"/> plan', '<g id="1"> is missing'),
        (f'{SOURCE}<x id="2"/>', '<x id="2"/> appears here twice'),
        (f'{SOURCE}<x id="3"/>', '<x id="3"/> is not in the original'),
        ('<x id="1"/><x id="2"/>', '<x id="1"/> is not in the original'),
        ('<g id="1">plan<x id="2"/>', '<g id="1"> is not closed'),
        (f"{SOURCE}</g>", "A </g> closes nothing"),
    ],
)
def test_a_placeholder_that_is_lost_or_made_up_is_named(text: str, what: str) -> None:
    """The problem shows the placeholder as it must be written."""
    found = fault(text, numbers(SOURCE), paired_numbers(SOURCE))
    assert found is not None
    assert what in found.message.format(mark=found.mark)


def test_the_same_markup_has_the_same_number_in_both_languages() -> None:
    """Links with the same target match, then the rest by order; additional markup gets new numbers."""
    original = [
        Placeholder(1, "link", "[", "](a)", "a"),
        Placeholder(2, "link", "[", "](en)", "en"),
        Placeholder(3, "code", "`x`"),
    ]
    own = [
        Placeholder(1, "link", "[", "](nl)", "nl"),
        Placeholder(2, "link", "[", "](a)", "a"),
        Placeholder(3, "tag", "<b>"),
        Placeholder(4, "code", "`y`"),
    ]
    assert paired(original, own) == {1: 2, 2: 1, 3: 4, 4: 3}
    assert renumbered('<g id="1">n</g> <g id="2">a</g> <x id="3"/>', paired(original, own)) == (
        '<g id="2">n</g> <g id="1">a</g> <x id="4"/>'
    )
