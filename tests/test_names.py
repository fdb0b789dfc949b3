"""One word, one meaning: docs/contributing/glossary.md."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "plugins" / "noticeboard"


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def repeated(names: list[str]) -> list[str]:
    """The names that occur more than once."""
    return sorted(name for name, number in Counter(names).items() if number > 1)


def test_module_names_are_unique() -> None:
    """A module can be found by its name alone."""
    assert repeated([path.stem for path in modules() if path.stem not in ("__init__", "__main__")]) == []


def test_class_names_are_unique() -> None:
    """A name means the same wherever it is imported."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in modules()]
    assert repeated([n.name for tree in trees for n in ast.walk(tree) if isinstance(n, ast.ClassDef)]) == []
