"""Runs the rules: those of a text over one version, the others over a linked site."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from noticeboard.checks.passages import passages
from noticeboard.checks.registry import rules, runs
from noticeboard.checks.rule import CheckedVersion
from noticeboard.model import Location

if TYPE_CHECKING:
    from noticeboard.model import Problem, Vocabulary
    from noticeboard.site import Announcement, Site
    from noticeboard.site.version_parser import WrittenVersion


MOST_FINDINGS = 100
"""The most problems of one rule in one file. Others are reported after these are corrected."""


def checked_version(written: WrittenVersion) -> CheckedVersion:
    """The version as rules of text see it."""

    def location(key: str) -> Location:
        return written.locations.get((key,)) or Location(written.path)

    return CheckedVersion(
        path=written.path,
        lang=written.lang,
        header=written.header,
        locations=written.locations,
        blocks=written.blocks,
        first_line=written.first_line,
        passages=tuple(passages(written.header, written.blocks, written.lang, location)),
    )


def text_findings(written: WrittenVersion) -> tuple[Problem, ...]:
    """What the rules of text find in one version, sorted; of each rule the first MOST_FINDINGS."""
    seen = checked_version(written)
    return tuple(sorted(p for r in rules() if r.text and runs(r) for p in islice(r.text(seen), MOST_FINDINGS)))


def vocabulary_findings(vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """What the rules of vocabularies find in one, sorted; of each rule the first MOST_FINDINGS."""
    found = (islice(r.vocabulary(vocabulary), MOST_FINDINGS) for r in rules() if r.vocabulary and runs(r))
    return tuple(sorted(problem for of_rule in found for problem in of_rule))


def site_findings(site: Site) -> tuple[Problem, ...]:
    """The problems that rules of announcements and of the whole site find, sorted."""
    found = (problem for item in site.every.values() for problem in announcement_findings(item, site))
    return tuple(sorted((*found, *whole_site_findings(site))))


def announcement_findings(announcement: Announcement, site: Site) -> tuple[Problem, ...]:
    """What the rules of announcements find in one."""
    return tuple(
        p for rule in rules() if rule.announcement and runs(rule) for p in rule.announcement(announcement, site)
    )


def whole_site_findings(site: Site) -> tuple[Problem, ...]:
    """The problems that rules of the whole site find."""
    return tuple(problem for rule in rules() if rule.site and runs(rule) for problem in rule.site(site))
