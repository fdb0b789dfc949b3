"""The rules: every module of checks/rules that holds a RULE."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

from noticeboard.checks import rules as rule_files
from noticeboard.checks.rule import Rule


def rules() -> tuple[Rule, ...]:
    """Every rule, by name in order."""
    return _rules_in(tuple(rule_files.__path__))


def runs(rule: Rule) -> bool:
    """Whether the rule can run here: it needs no optional module, or the module is installed."""
    return not rule.needs or find_spec(rule.needs) is not None


@cache
def _rules_in(folders: tuple[str, ...]) -> tuple[Rule, ...]:
    names = sorted(m.name for m in iter_modules(folders) if not m.ispkg)
    modules = (import_module(f"noticeboard.checks.rules.{name}") for name in names)
    found = (getattr(module, "RULE", None) for module in modules)
    return tuple(sorted((r for r in found if isinstance(r, Rule)), key=lambda r: r.name))
