"""The rules that are on an optional library: `make test-long` installs it, so that they are tried somewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from noticeboard.checks.registry import rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.model import Problem

pytestmark = pytest.mark.long

FIXTURES = Path(__file__).resolve().parent / "fixtures"
ROOT = Path(__file__).resolve().parents[2]
NEEDING = [rule.name for rule in rules() if rule.needs]
TEXTS = {"demo": ROOT / "content", "corpus": FIXTURES.parent / "corpus"}


def found(problems: tuple[Problem, ...]) -> list[str]:
    """The problems as expected.txt lists them."""
    return [f"{p.location.path}:{p.location.line}:{p.location.column} {p.name}" for p in problems]


@pytest.mark.parametrize("name", NEEDING)
@pytest.mark.parametrize("case", ["wrong", "right"])
def test_an_optional_rule_finds_its_fault_and_is_silent_when_it_is_mended(
    checked: Callable, name: str, case: str
) -> None:
    """With its library the rule runs: each case is found where it is, and the corrected twin has no problem."""
    expected = FIXTURES / name / "wrong" / "expected.txt"
    lines = expected.read_text(encoding="utf-8").splitlines() if case == "wrong" else []
    assert sorted(found(checked(FIXTURES / name / case))) == sorted(lines)


@pytest.mark.parametrize("name", TEXTS)
def test_optional_rules_are_silent_where_nothing_is_wrong(checked: Callable, name: str) -> None:
    """The example platform and the texts of real-world shape have no problem, whichever rules run."""
    assert found(checked(TEXTS[name])) == []
