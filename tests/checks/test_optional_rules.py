"""The rules that need an optional library, which `make test-long` installs."""

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
    """The problems in the format of expected.txt."""
    return [f"{p.location.path}:{p.location.line}:{p.location.column} {p.name}" for p in problems]


@pytest.mark.parametrize("name", NEEDING)
@pytest.mark.parametrize("case", ["wrong", "right"])
def test_an_optional_rule_finds_its_fault_and_accepts_the_correction(checked: Callable, name: str, case: str) -> None:
    """With its library, the rule finds each case at its place and nothing in the corrected twin."""
    expected = FIXTURES / name / "wrong" / "expected.txt"
    lines = expected.read_text(encoding="utf-8").splitlines() if case == "wrong" else []
    assert sorted(found(checked(FIXTURES / name / case))) == sorted(lines)


@pytest.mark.parametrize("name", TEXTS)
def test_optional_rules_raise_no_false_alarm(checked: Callable, name: str) -> None:
    """They find nothing in the example platform and the realistic texts."""
    assert found(checked(TEXTS[name])) == []
