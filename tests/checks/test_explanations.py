"""Every problem has an explanation, and docs/problems.md contains them all."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

from noticeboard.checks.explanations import explanations, written_explanations
from noticeboard.checks.registry import rules
from noticeboard.report import as_explanation, as_index, as_markdown

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "plugins" / "noticeboard"
POSITIONS = {"error": 1, "warning": 1, "problem": 2, "fail": 0, "fault": 1, "_bad": 0}
"""Which argument of a call is the name of a problem, counted from 0."""


def called(call: ast.Call) -> str:
    """The name of the called function or method."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def words(node: ast.AST) -> set[str]:
    """The names of problems among the strings of a node: words joined by hyphens."""
    found = {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    return {text for text in found if text.islower() and text.replace("-", "").isalnum() and "-" in text.strip("-")}


def names_in(path: Path) -> set[str]:
    """The names of the problems that a module makes; for a variable, all values that it is ever given."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and called(n) in POSITIONS]
    given = [c.args[POSITIONS[called(c)]] for c in calls if len(c.args) > POSITIONS[called(c)]]
    variables = {n.id for n in given if isinstance(n, ast.Name)}
    assigned = [
        n.value
        for n in ast.walk(tree)
        if isinstance(n, ast.Assign)
        and {t.id for target in n.targets for t in ast.walk(target) if isinstance(t, ast.Name)} & variables
    ]
    return set().union(*(words(n) for n in (*given, *assigned) if not isinstance(n, ast.Name)), set())


def test_every_name_in_the_code_is_explained() -> None:
    """`noticeboard explain` knows every problem that the program can report."""
    used = {name for path in PACKAGE.rglob("*.py") for name in names_in(path)}
    assert len(used) > 50
    assert sorted(used - explanations().keys()) == []


def test_every_explained_name_is_in_the_code() -> None:
    """There is no explanation of a problem that cannot occur any more."""
    text = "\n".join(p.read_text(encoding="utf-8") for p in PACKAGE.rglob("*.py"))
    assert [row.name for row in written_explanations() if f'"{row.name}"' not in text] == []


def test_the_file_of_explanations_has_no_other_keys() -> None:
    """Each table has severity, why, wrong, right and perhaps source, all of them text."""
    text = (PACKAGE / "checks" / "explanations.toml").read_text(encoding="utf-8")
    wanted = {"severity", "why", "wrong", "right"}
    for name, table in tomllib.loads(text).items():
        assert (name, wanted - table.keys(), table.keys() - wanted - {"source"}) == (name, set(), set())
        assert {type(value) for value in table.values()} == {str}


@pytest.mark.parametrize("name", explanations())
def test_an_explanation_is_a_sentence_and_two_examples(name: str) -> None:
    """One plain sentence says why it matters, and the corrected example differs from the wrong one."""
    found = explanations()[name]
    assert (found.why[0].isupper(), found.why[-1], found.why.count(". ")) == (True, ".", 0)
    assert len({"", found.wrong, found.right}) == 3


def test_an_explanation_is_readable_at_a_terminal() -> None:
    """It shows name and severity, why it matters, both examples and the source."""
    assert as_explanation(explanations()["yaml-alias"]) == (
        "yaml-alias (error)\n\n"
        "A value that begins with * or & points to another one in YAML, which is hardly ever what an editor means.\n\n"
        "Wrong:\n    image_alt: *important*\n\n"
        'Right:\n    image_alt: "*important*"\n\n'
        "Source: YAML 1.2.2, section 3.2.2.2\n"
    )


def test_the_list_has_a_line_for_every_problem() -> None:
    """Without a name, the command lists every problem with why it matters."""
    found = explanations()
    assert [line.split()[0] for line in as_index(found.values()).splitlines()] == list(found)


def test_the_page_of_problems_is_current() -> None:
    """docs/problems.md is the output of `noticeboard explain --markdown`; run that again if this fails."""
    page = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    assert page == as_markdown(explanations().values())


def test_problems_of_one_name_have_one_severity() -> None:
    """A rule and a problem of form with the same name have the same severity."""
    ruled = {rule.name: rule.severity for rule in rules()}
    assert {row.name: row.severity for row in written_explanations() if row.name in ruled} == {
        name: severity for name, severity in ruled.items() if name in {row.name for row in written_explanations()}
    }
