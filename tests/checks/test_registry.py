"""The folder of rules is their registry."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from noticeboard.checks import rules as rule_files
from noticeboard.checks.explanations import explanations
from noticeboard.checks.registry import rules, runs
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity
from noticeboard.report import as_index, as_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

RULE = """
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity

def found(document):
    for block in document.blocks:
        yield RULE.problem(document.location("title"), "A text is {where}.", "Remove it.", where="here")
        return

RULE = Rule(
    name="any-text", severity=Severity.WARNING, why="It is an example.", wrong="A text", right="No text", text=found
)
"""


@pytest.fixture
def further_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A rule that is a new file in a folder which the package searches."""
    (tmp_path / "any_text.py").write_text(RULE, encoding="utf-8")
    monkeypatch.setattr(rule_files, "__path__", [*rule_files.__path__, str(tmp_path)])
    yield "any-text"
    sys.modules.pop("noticeboard.checks.rules.any_text", None)
    vars(rule_files).pop("any_text", None)


def test_rules_are_sorted_and_unique() -> None:
    """The folder's rules come sorted by name."""
    names = [rule.name for rule in rules()]
    assert names == sorted(set(names))


def test_a_rule_is_one_new_file(further_rule: str, checked: Callable, tmp_path: Path) -> None:
    """A new file in checks/rules/ is run, listed and explained without any other change."""
    content = tmp_path / "site"
    (content / "news" / "a").mkdir(parents=True)
    text = "---\ntitle: School starts\npublished: 2023-01-10\n---\n\nSchool starts on Monday.\n"
    (content / "news" / "a" / "en.md").write_text(text, encoding="utf-8")
    explained = list(explanations().values())
    assert further_rule in {rule.name for rule in rules()}
    assert [(p.location.line, p.name, p.full_message) for p in checked(content)] == [
        (2, further_rule, "A text is here.")
    ]
    assert f"## {further_rule}\n" in as_markdown(explained)
    assert f"\n{further_rule} " in as_index(explained)


def test_a_rule_without_its_library_does_not_run() -> None:
    """A rule with an optional library runs only if the library is installed."""
    needs = {"": True, "json": True, "no_such_library": False}
    rested = {name: runs(Rule("x", Severity.WARNING, "Y.", "w", "r", site=lambda _: (), needs=name)) for name in needs}
    assert rested == needs
