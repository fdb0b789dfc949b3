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
    """The names that are there more than once."""
    return sorted(name for name, number in Counter(names).items() if number > 1)


def test_a_module_name_stands_once() -> None:
    """Whoever hears of a module finds it without being told the folder."""
    assert repeated([path.stem for path in modules() if path.stem not in ("__init__", "__main__")]) == []


def test_a_class_name_stands_once() -> None:
    """A class is one thing, wherever it is imported."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in modules()]
    assert repeated([n.name for tree in trees for n in ast.walk(tree) if isinstance(n, ast.ClassDef)]) == []
