"""A published deadline does not move silently."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from noticeboard.fields.field_types import day_or_instant
from noticeboard.report import sentences
from noticeboard.site.moved_deadlines import moved_problems

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "---\ntitle: T\npublished: 2023-01-10\n{keys}\n---\nText.\n"


@pytest.fixture
def told(link_site: Callable) -> Callable[[str, str], list[tuple[int, str]]]:
    """The lines and first sentences of the problems if a survey with these keys had that deadline before."""

    def find(former: str, keys: str) -> list[tuple[int, str]]:
        site = link_site({"surveys/a/en.md": TEXT.format(keys=keys)}, today=date(2023, 2, 1)).site
        problems = moved_problems({"surveys/a": day_or_instant(former)}, site)
        return [(p.location.line, sentences(p)[1]) for p in problems]

    return find


ASKED = "Write `extended_from: 2023-02-19`, so that readers, feeds and calendars are told."
SOONER = "Readers count on it: leave it as it was, or say so in the text and silence this in `ignore`."


@pytest.mark.parametrize(
    ("former", "keys", "expected"),
    [
        ("2023-02-19", "deadline: 2023-03-19", [(4, ASKED)]),
        ("2023-02-19", "deadline: 2023-04-19\nextended_from: 2023-01-31", [(4, ASKED)]),
        ("2023-02-19", "deadline: 2023-02-12", [(4, SOONER)]),
        ("2023-02-19", "deadline: 2023-02-19T17:00+01:00", [(4, SOONER)]),
        ("2023-02-19", "deadline: 2023-03-19\nextended_from: 2023-02-19", []),
        ("2023-02-19", "deadline: 2023-02-19", []),
        ("2023-02-19T17:00+01:00", "deadline: 2023-02-19T16:00Z", []),
        ("2023-02-19", "deadline: 2023-01-31", []),
        ("2023-02-19", "deadline: 2023-03-19\nignore: {moved-deadline: it was never announced}", []),
        ("2023-02-19", "survey: https://example.org/", []),
    ],
)
def test_a_moved_deadline_asks_for_the_former_one(told: Callable, former: str, keys: str, expected: list) -> None:
    """Readers learn of it from `extended_from`; past surveys, equal instants and silenced ones need nothing."""
    assert told(former, keys) == expected
