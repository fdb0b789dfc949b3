"""Runs the rules: those of a text over one version, the others over a linked site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.registry import rules, runs
from noticeboard.checks.rule import Document

if TYPE_CHECKING:
    from noticeboard.model import Problem
    from noticeboard.site import Site
    from noticeboard.site.parse import Written


def document(written: Written) -> Document:
    """The version as rules of text see it."""
    return Document(
        path=written.path,
        lang=written.lang,
        header=written.header,
        places=written.places,
        blocks=written.blocks,
        first_line=written.first_line,
    )


def text_findings(written: Written) -> tuple[Problem, ...]:
    """What the rules of text find in one version, sorted."""
    seen = document(written)
    return tuple(sorted(p for r in rules() if r.text and runs(r) for p in r.text(seen)))


def site_findings(site: Site) -> tuple[Problem, ...]:
    """What the rules of announcements and of the site as a whole find, sorted."""
    found: list[Problem] = []
    for rule in filter(runs, rules()):
        if rule.announcement:
            for announcement in site.every.values():
                found += rule.announcement(announcement, site)
        if rule.site:
            found += rule.site(site)
    return tuple(sorted(found))
