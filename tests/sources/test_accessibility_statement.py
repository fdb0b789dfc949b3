"""The accessibility statement's facts in platform.yml."""

from __future__ import annotations

from datetime import date

import pytest

from noticeboard.model import Location
from noticeboard.report import sentences
from noticeboard.settings import Settings
from noticeboard.settings_reader import read_settings
from noticeboard.sources.accessibility_statement import AccessibilityGap, AccessibilityStatement
from noticeboard.sources.yaml12 import load

WHOLE = """
accessibility:
  status: partial
  method: third-party
  prepared: 2026-11-21
  reviewed: 2026-12-01
  report: https://example.org/report
  law: {nl: Besluit digitale toegankelijkheid overheid}
  feedback: https://example.org/feedback
  gaps:
    - text: {en: Maps, nl: Kaarten}
      reason: out-of-scope
    - text: Films
  enforcement:
    name: {nl: Toezichthouder}
    address: https://example.org/body
"""


def read(text: str) -> tuple[Settings, list[tuple[int, str, str]]]:
    """The settings of a platform.yml, and its problems by line, name and hint."""
    settings, problems = read_settings(Settings(), load("", "x"), load(text, "platform.yml"))
    return settings, [(p.location.line, p.name, sentences(p)[1]) for p in problems]


def test_every_fact_is_read() -> None:
    """A plain string counts for all languages; a gap without a reason counts as against the rules."""
    settings, problems = read(WHOLE)
    assert problems == []
    assert settings.accessibility == AccessibilityStatement(
        status="partial",
        method="third-party",
        gaps=(
            AccessibilityGap((("en", "Maps"), ("nl", "Kaarten")), "out-of-scope"),
            AccessibilityGap((("", "Films"),), "non-compliance"),
        ),
        prepared=date(2026, 11, 21),
        reviewed=date(2026, 12, 1),
        report=(("", "https://example.org/report"),),
        law=(("nl", "Besluit digitale toegankelijkheid overheid"),),
        feedback=(("", "https://example.org/feedback"),),
        enforcer=(("nl", "Toezichthouder"),),
        enforcement=(("", "https://example.org/body"),),
        location=Location("platform.yml", 3, 3),
    )


def test_missing_facts_are_no_error_of_form() -> None:
    """A statement may be completed later; the check says what is missing."""
    settings, problems = read("accessibility:\n  status:\n  gaps:\n")
    assert (problems, settings.accessibility) == ([], AccessibilityStatement(location=Location("platform.yml", 2, 3)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("accessibility:\n  status: partly", (2, "wrong-value", "Choose one of: full, partial, none.")),
        ("accessibility:\n  methods: automated", (2, "unknown-key", "Did you mean 'method'?")),
        (
            "accessibility:\n  gaps:\n    - reason: law\n      text: A",
            (3, "wrong-value", "Choose one of: non-compliance, disproportionate-burden, out-of-scope."),
        ),
        (
            "accessibility:\n  feedback: http://example.org",
            (2, "unsafe-address", "Did you mean https://example.org?"),
        ),
    ],
)
def test_a_wrong_value_is_reported_at_its_place(text: str, expected: tuple[int, str, str]) -> None:
    """The problem says what can be written."""
    assert read(text)[1] == [expected]
