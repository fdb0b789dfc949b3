"""What every problem means and why it matters, by its name."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from noticeboard.checks.registry import rules
from noticeboard.checks.rule import Explanation
from noticeboard.model import Severity


def explanations() -> dict[str, Explanation]:
    """The explanation of every problem by its name, in alphabetical order; rules explain the problems of their name."""
    return {e.name: e for e in sorted((*written_explanations(), *rules()), key=lambda e: e.name)}


@cache
def written_explanations() -> tuple[Explanation, ...]:
    """The explanations in explanations.toml, in the file's order: those of problems that are found before any rule."""
    tables = tomllib.loads(files("noticeboard.checks").joinpath("explanations.toml").read_text(encoding="utf-8"))
    return tuple(
        Explanation(name, Severity(t["severity"]), t["why"], t["wrong"], t["right"], t.get("source", ""))
        for name, t in tables.items()
    )
