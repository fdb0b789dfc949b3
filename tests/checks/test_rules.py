"""Every rule with its fixtures: a small content folder with faults, and its corrected twin.

tests/checks/fixtures/NAME/wrong/ has one or more cases of the rule NAME. Its expected.txt has a line
`path:line:column name` for each problem to find. right/ is the same content without the faults.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from noticeboard.checks.registry import rules, runs

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.model import Problem

FIXTURES = Path(__file__).resolve().parent / "fixtures"
RULES = [rule.name for rule in rules()]
RUNNING = [rule.name for rule in rules() if runs(rule)]


def found(problems: tuple[Problem, ...]) -> list[str]:
    """The problems in the format of expected.txt."""
    return sorted(f"{p.location.path}:{p.location.line}:{p.location.column} {p.name}" for p in problems)


def expected(name: str) -> list[str]:
    """The lines of a rule's expected.txt."""
    return sorted((FIXTURES / name / "wrong" / "expected.txt").read_text(encoding="utf-8").splitlines())


def test_rules_and_fixtures_match() -> None:
    """Every rule has fixtures, and every fixture has a rule."""
    with_fixtures = {p.parent.parent.name for p in FIXTURES.glob("*/wrong/expected.txt")}
    assert (with_fixtures, {p.parent.name for p in FIXTURES.glob("*/right")}) == (set(RULES), set(RULES))


@pytest.mark.parametrize("name", RUNNING)
def test_a_rule_finds_exactly_its_faults(checked: Callable, name: str) -> None:
    """Each case is found once, at its line and column, and no other rule reports anything."""
    assert found(checked(FIXTURES / name / "wrong")) == expected(name)


@pytest.mark.parametrize("name", RUNNING)
def test_a_rule_accepts_the_correction(checked: Callable, name: str) -> None:
    """The corrected twin has no problem."""
    assert found(checked(FIXTURES / name / "right")) == []


@pytest.mark.parametrize("name", RULES)
def test_fixtures_expect_their_own_rule(name: str) -> None:
    """The expected problems of a rule's fixture are that rule's."""
    assert {line.rpartition(" ")[2] for line in expected(name)} == {name}


@pytest.mark.parametrize("rule", rules(), ids=RULES)
def test_a_rule_looks_at_one_thing_and_explains_itself(rule: object) -> None:
    """It has an explanation of one sentence and two examples."""
    looks = [getattr(rule, kind) for kind in ("text", "vocabulary", "announcement", "site")]
    assert sum(look is not None for look in looks) == 1
    assert rule.why.endswith(".")
    assert len({"", rule.wrong, rule.right}) == 3


def test_a_rules_file_is_named_after_its_fault() -> None:
    """The rule missing-credit is in checks/rules/missing_credit.py."""
    folder = Path(__file__).resolve().parents[2] / "plugins" / "noticeboard" / "checks" / "rules"
    assert [name for name in RULES if not (folder / f"{name.replace('-', '_')}.py").is_file()] == []
