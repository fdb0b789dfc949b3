"""How many alarms of each rule are true, in texts that try to trap the rules and contain a few faults."""

from __future__ import annotations

import shutil
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent
QUALITY = HERE.parents[1] / "docs" / "quality.md"
GIVEN = tomllib.loads((HERE / "precision.toml").read_text(encoding="utf-8"))
ENOUGH = 0.9


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The texts with all faults."""
    folder = tmp_path_factory.mktemp("faulty") / "texts"
    shutil.copytree(HERE / "precision", folder)
    for fault in GIVEN["fault"]:
        path = folder / fault["file"]
        text = path.read_text(encoding="utf-8")
        assert fault["old"] in text, fault
        path.write_text(text.replace(fault["old"], fault["new"], 1), encoding="utf-8")
    return folder


def test_nine_of_ten_alarms_of_every_rule_are_true_and_all_faults_are_found(checked: Callable, faulty: Path) -> None:
    """66 texts in 22 languages, a fault in every second one; the figures are in docs/quality.md."""
    told = {(p.location.path, p.name) for p in checked(faulty)}
    faults = {(fault["file"], fault["rule"]) for fault in GIVEN["fault"]}
    right = (
        faults | set(GIVEN["true"].items()) | {(f["file"], rule) for f in GIVEN["fault"] for rule in f.get("also", ())}
    )
    alarms, true = Counter(rule for _, rule in told), Counter(rule for _, rule in told & right)
    assert {rule: n for rule, n in alarms.items() if true[rule] < ENOUGH * n} == {}
    assert faults - told == set()
    page = QUALITY.read_text(encoding="utf-8")
    assert [row for rule in alarms if (row := f"| `{rule}` | {alarms[rule]} | {true[rule]} |") not in page] == []


def test_without_the_faults_there_are_only_lists_by_accident(checked: Callable) -> None:
    """Standards, laws, telephone numbers, centuries, hours in words and nested quotations trap no rule."""
    assert [(p.location.path, p.name) for p in checked(HERE / "precision")] == sorted(GIVEN["true"].items())
