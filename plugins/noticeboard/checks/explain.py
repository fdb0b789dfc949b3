"""What every problem means and why it matters, by its name."""

from __future__ import annotations

from noticeboard.checks.known import KNOWN, Explanation
from noticeboard.checks.registry import rules


def explanations() -> dict[str, Explanation]:
    """The explanation of every problem by its name, in order; a rule speaks for what bears its name."""
    ruled = (Explanation(r.name, r.severity, r.why, r.wrong, r.right, r.source) for r in rules())
    return {e.name: e for e in sorted((*KNOWN, *ruled), key=lambda e: e.name)}
