"""Every rule against its fixtures: a small content folder that it finds fault with, and its corrected twin.

tests/checks/fixtures/NAME/wrong/ holds one case or more of the rule NAME, and expected.txt in it a line
`path:line:column name` for each problem that must be found; right/ is the same content corrected.
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
    """The problems as expected.txt lists them."""
    return sorted(f"{p.location.path}:{p.location.line}:{p.location.column} {p.name}" for p in problems)


def expected(name: str) -> list[str]:
    """The lines of a rule's expected.txt."""
    return sorted((FIXTURES / name / "wrong" / "expected.txt").read_text(encoding="utf-8").splitlines())


def test_every_rule_has_fixtures_and_no_other_thing_has() -> None:
    """A rule comes with a case of its fault and the case corrected; a fixture without a rule is a leftover."""
    with_fixtures = {p.parent.parent.name for p in FIXTURES.glob("*/wrong/expected.txt")}
    assert (with_fixtures, {p.parent.name for p in FIXTURES.glob("*/right")}) == (set(RULES), set(RULES))


@pytest.mark.parametrize("name", RUNNING)
def test_a_rule_finds_its_fault_where_it_stands_and_nothing_else(checked: Callable, name: str) -> None:
    """Each case is found at its line and column, once, and no other rule has anything to say."""
    assert found(checked(FIXTURES / name / "wrong")) == expected(name)


@pytest.mark.parametrize("name", RUNNING)
def test_a_rule_is_silent_when_its_fault_is_mended(checked: Callable, name: str) -> None:
    """The twin with each case corrected has no problem at all."""
    assert found(checked(FIXTURES / name / "right")) == []


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_tried_by_its_own_case(name: str) -> None:
    """What is expected of a rule's fixture is that rule's problem."""
    assert {line.rpartition(" ")[2] for line in expected(name)} == {name}


@pytest.mark.parametrize("rule", rules(), ids=RULES)
def test_a_rule_sees_one_thing_and_says_why(rule: object) -> None:
    """A rule looks at one kind of thing, and explains itself with a sentence and two examples."""
    looks = [getattr(rule, kind) for kind in ("text", "vocabulary", "announcement", "site")]
    assert sum(look is not None for look in looks) == 1
    assert rule.why.endswith(".")
    assert len({"", rule.wrong, rule.right}) == 3


def test_a_rules_file_is_named_after_its_fault() -> None:
    """The rule missing-credit stands in checks/rules/missing_credit.py."""
    folder = Path(__file__).resolve().parents[2] / "plugins" / "noticeboard" / "checks" / "rules"
    assert [name for name in RULES if not (folder / f"{name.replace('-', '_')}.py").is_file()] == []
