"""The findings of announcements, kept between builds, so that unchanged ones need not be checked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.finding_keys import FindingKeys
from noticeboard.checks.rule_runner import announcement_findings
from noticeboard.model import Problem, has_error
from noticeboard.site.site_builder import announcement_problems

if TYPE_CHECKING:
    from noticeboard.shell.cache.store import Store
    from noticeboard.site import Site


def kept_findings(site: Site, store: Store) -> tuple[Problem, ...]:
    """All problems of single announcements, and of what they name."""
    keys = FindingKeys(site)

    def find(name: str) -> tuple[Problem, ...]:
        item = site.every[name]
        return (*announcement_problems(item, site), *announcement_findings(item, keys.neighbourhood(item)))

    wanted = {name: keys.key(item) for name, item in site.every.items()}
    found, _ = store.recall(wanted, find, tuple[Problem, ...], keep=lambda found: not has_error(found))
    return tuple(problem for problems in found.values() for problem in problems)
