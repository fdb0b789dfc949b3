"""The accessibility statement is missing, or a fact that it must state is not filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import Rule
from noticeboard.model import Location, Severity
from noticeboard.sources.accessibility_statement import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.settings import Settings
    from noticeboard.site import Site
    from noticeboard.sources.accessibility_statement import AccessibilityStatement


def check(site: Site) -> Iterator[Problem]:
    """One problem for each fact that is missing; no statement at all is one in strict builds only."""
    stated = site.settings.accessibility
    if stated is not None:
        for key in _blanks(stated, site.settings):
            hint = "Fill in `{key}` below `accessibility` in platform.yml."
            yield RULE.problem(stated.location, "The accessibility statement lacks '{key}'.", hint, key=key)
    elif site.settings.strict and KEY not in site.every:
        hint = "Add `accessibility:` to platform.yml, with a status, a date and the rest, or write a page {page}."
        yield RULE.problem(Location("platform.yml"), "There is no accessibility statement.", hint, page=KEY)


def _blanks(stated: AccessibilityStatement, settings: Settings) -> Iterator[str]:
    filled = {
        "status": stated.status,
        "gaps": stated.gaps or stated.status in ("", "full"),
        "prepared": stated.prepared,
        "method": stated.method,
        "feedback": stated.feedback or settings.contact,
        "enforcement: name": stated.enforcer,
        "enforcement: address": stated.enforcement,
    }
    yield from (key for key, value in filled.items() if not value)


RULE = Rule(
    name="unfinished-statement",
    severity=Severity.WARNING,
    why="A public body must state how accessible its website is, and a statement with blanks states nothing.",
    source="Directive (EU) 2016/2102, Article 7; Decision (EU) 2018/1523",
    wrong="accessibility: {status: partial}",
    right="accessibility: {status: partial, gaps: […], prepared: 2026-12-01, method: automated, enforcement: {…}}",
    site=check,
)
