"""What every problem means and why it matters, by its name."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from noticeboard.checks.registry import rules
from noticeboard.model import Severity


class Explanation(NamedTuple):
    """A problem's name and severity, why it matters in one sentence, an example of it, the example corrected, a source.

    The examples are written as an editor would write them; `source` is "" if nothing is written down anywhere.
    """

    name: str
    severity: Severity
    why: str
    wrong: str
    right: str
    source: str = ""


def explanations() -> dict[str, Explanation]:
    """The explanation of every problem by its name, in order; a rule speaks for what bears its name."""
    ruled = (Explanation(r.name, r.severity, r.why, r.wrong, r.right, r.source) for r in rules())
    return {e.name: e for e in sorted((*written_explanations(), *ruled), key=lambda e: e.name)}


@cache
def written_explanations() -> tuple[Explanation, ...]:
    """The explanations in explanations.toml, in the file's order: those of problems that are found before any rule."""
    tables = tomllib.loads(files("noticeboard.checks").joinpath("explanations.toml").read_text(encoding="utf-8"))
    return tuple(
        Explanation(name, Severity(t["severity"]), t["why"], t["wrong"], t["right"], t.get("source", ""))
        for name, t in tables.items()
    )
